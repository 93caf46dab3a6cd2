import { z } from 'zod';

/** A sentence in the two languages of the platform; `{name}` stands for a fact. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The statuses with which an operation may say no. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 502 | 503 | 504;

/** A promised way of saying no: a stable code, a status, its sentence, and the facts that go with it. */
export interface RefusalKind<F extends z.ZodType = z.ZodType> {
  readonly code: string;
  readonly status: RefusalStatus;
  readonly title: Bilingual;
  readonly facts: F;
}

const NoFacts = z.strictObject({});

/**
 * Declares a refusal.
 * @example refusal('resource.not_ready', 409, { zh: '还缺{missing}', en: 'Missing: {missing}' }, z.strictObject({ missing: z.array(z.string()) }))
 */
export function refusal(code: string, status: RefusalStatus, title: Bilingual): RefusalKind<typeof NoFacts>;
export function refusal<F extends z.ZodType>(code: string, status: RefusalStatus, title: Bilingual, facts: F): RefusalKind<F>;
export function refusal(code: string, status: RefusalStatus, title: Bilingual, facts: z.ZodType = NoFacts): RefusalKind {
  return { code, status, title, facts };
}

/** The refusal that a rule throws; everything else that is thrown is an accident. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly kind: RefusalKind,
    readonly facts: unknown = {},
  ) {
    super(kind.code);
  }
}

/** Makes a refusal to throw; the facts are held to the kind's shape by the compiler. */
export function refuse<F extends z.ZodType>(
  kind: RefusalKind<F>,
  ...facts: {} extends z.output<F> ? [z.output<F>?] : [z.output<F>]
): Refusal {
  return new Refusal(kind, facts[0] ?? {});
}

/** Narrows: throws the refusal unless the condition holds. */
export function assertThat<F extends z.ZodType>(
  condition: unknown,
  kind: RefusalKind<F>,
  ...facts: {} extends z.output<F> ? [z.output<F>?] : [z.output<F>]
): asserts condition {
  if (!condition) throw refuse(kind, ...facts);
}

/** A sentence with its facts in it, as a reader of this language sees it. */
export const inWords = (sentence: Bilingual, facts: Readonly<Record<string, unknown>>, language: keyof Bilingual): string =>
  sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => spoken(facts[name], language));

function spoken(fact: unknown, language: keyof Bilingual): string {
  if (Array.isArray(fact)) return fact.map((each) => spoken(each, language)).join(language === 'zh' ? '、' : ', ');
  if (typeof fact === 'string') return fact;
  return fact === undefined || fact === null ? '…' : JSON.stringify(fact);
}
