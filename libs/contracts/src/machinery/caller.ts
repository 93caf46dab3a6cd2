import type { Role } from '../roles.js';
import type { AnyOperation } from './operation.js';

/** A person who acts in one of their posts 选择身份. */
export interface Person {
  readonly kind: 'person';
  /** The person's id. */
  readonly subject: string;
  /** The app through which the person acts. */
  readonly client: string;
  readonly role: Role;
  /** The acting organisation: rights reach it and what lies below. */
  readonly organisation: string;
  readonly scopes: ReadonlySet<string>;
  /** Persons a pupil or guardian may read about: themselves, their wards. Empty for all others. */
  readonly about: readonly string[];
  /** The app in whose sandbox this happens 沙箱. */
  readonly sandbox?: string | undefined;
  /** The sign-in this token belongs to (`sid`). */
  readonly signIn?: string | undefined;
}

/** A program without a person: a client-credentials caller. It reaches all organisations it is selected for. */
export interface App {
  readonly kind: 'app';
  readonly subject: string;
  readonly client: string;
  readonly role: 'app';
  /** Given by the header `Acting-Organisation`: narrows the call to one organisation and below. */
  readonly organisation: string | undefined;
  readonly scopes: ReadonlySet<string>;
  readonly about: readonly string[];
  /** The app in whose sandbox this happens 沙箱. */
  readonly sandbox?: string | undefined;
  /** Calls a minute and items per page, where the bureau set them for this app. */
  readonly quota?: readonly [requestsPerMinute: number, pageSize: number] | undefined;
}

/** Another service of the platform, `service:<name>`. */
export interface Service {
  readonly kind: 'service';
  readonly subject: string;
  readonly client: string;
  readonly role: 'service';
  readonly organisation: undefined;
  readonly scopes: ReadonlySet<string>;
  readonly about: readonly string[];
  readonly sandbox?: string | undefined;
}

/** Nobody in particular: a reader without a token. */
export interface Anyone {
  readonly kind: 'anyone';
  readonly subject: 'anyone';
  readonly client: 'anyone';
  readonly role: 'anyone';
  readonly organisation: undefined;
  readonly scopes: ReadonlySet<string>;
  readonly about: readonly string[];
  readonly sandbox?: string | undefined;
}

export type Caller = Person | App | Service | Anyone;

/** One call as a rule sees it: who asks, for what, and under which conditions. */
export interface Call {
  readonly caller: Caller;
  readonly operation: AnyOperation;
  /** The validated input as the handler receives it; what an idempotency record compares. */
  readonly input: unknown;
  readonly idempotencyKey: string | undefined;
  /** The version the caller saw (from If-Match); `'*'` for any existing one. */
  readonly ifMatch: number | '*' | undefined;
  /** Epoch milliseconds; past it nobody waits for the answer any more, and nothing may be committed. */
  readonly deadline: number;
  readonly language: 'zh' | 'en';
  readonly traceparent: string | undefined;
}
