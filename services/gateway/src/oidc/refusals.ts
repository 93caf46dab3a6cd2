import { Refusal } from '@lianxue/contracts';

/** What identity said no with, as a sign-in page words it. */
export interface Refused {
  readonly code: string;
  /** Seconds to wait, where that is what it is about. */
  readonly wait: number | undefined;
  readonly reason: string | undefined;
  readonly atLeast: number | undefined;
}

/** What identity meant. An input it would not even read is a wrong one to the person, like any other; accidents stay accidents. */
export function refusedBy(error: unknown): Refused {
  if (!(error instanceof Refusal) || error.kind.status >= 500) throw error;
  const { retryAfter, reason, atLeast } = error.facts as { retryAfter?: number; reason?: string; atLeast?: number };
  return { code: error.kind.code, wait: error.kind.status === 429 ? (retryAfter ?? 60) : undefined, reason, atLeast };
}
