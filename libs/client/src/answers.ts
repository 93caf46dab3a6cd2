/** A refusal of the platform, RFC 9457; programs go by `code`. */
export interface Problem {
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  /** Quote it when asking for help. */
  readonly instance?: string;
  readonly [fact: string]: unknown;
}

/** Thrown by {@link taken} and {@link pages} for what the platform refused. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail ?? problem.title}`);
  }
}

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer; throws {@link Refused} when there is a problem instead. */
export async function taken<T>(answer: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.ok) return data as T;
  throw new Refused({ title: response.statusText, status: response.status, code: 'unknown', ...(error as object) });
}

/**
 * Every item of a list, page after page.
 * @example for await (const each of pages((cursor) => api.GET('/api/v1/organisations', { params: { query: { cursor, limit: 200 } } })))
 */
export async function* pages<T>(
  read: (cursor: string | undefined) => Promise<Answered<{ items: T[]; next?: string }>>,
): AsyncGenerator<T, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await taken(read(cursor));
    yield* page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}
