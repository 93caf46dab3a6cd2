import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Client, Interaction } from 'oidc-provider';
import type { Brand } from '../sub-platforms/brand.js';
import type { Form } from '../pages/sign-in/form.js';
import { isLanguage, readerLanguage } from '../pages/sign-in/chosen-language.js';
import { languageOf, type Language } from '../problems/language.js';

/** One request to a sign-in page: the browser's, within one authorization request of an app. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly address: string;
  readonly interaction: Interaction;
  readonly client: Client;
  readonly fields: URLSearchParams;
  readonly query: URLSearchParams;
  /** Below `/sign-in/<uid>`: `''` or `/phone`. */
  readonly path: string;
  readonly language: Language;
  readonly form: Form;
  /** Whose platform the page shows. */
  readonly brand: Brand | undefined;
  /** The organisation of the sub-platform one came through, or all the app's people belong to. */
  readonly place: string | null;
}

/** Ties a form to its interaction; the interaction's cookie ties that to the browser. */
export class FormTokens {
  constructor(private readonly secret: string) {}

  of(uid: string): string {
    return createHmac('sha256', this.secret).update(`form:${uid}`).digest('base64url');
  }

  matches(uid: string, given: string | null): boolean {
    const [expected, actual] = [Buffer.from(this.of(uid)), Buffer.from(given ?? '')];
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  }
}

/** The language chosen on the page, else the one the app asked for, else the one chosen before, the sub-platform's, the browser's. */
export function languageOfVisit(
  chosen: string | null,
  interaction: Interaction,
  request: IncomingMessage,
  ofSubPlatform: Language | undefined,
): Language {
  const { ui_locales: asked } = interaction.params;
  if (isLanguage(chosen)) return chosen;
  if (typeof asked === 'string') return languageOf(asked.split(' ').join(','));
  return readerLanguage(request.headers, ofSubPlatform);
}
