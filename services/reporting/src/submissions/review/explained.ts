import { inWords, type Call, type Explained, type Refusal } from '@lianxue/contracts';

/** A refusal as part of an answer, in the reader's language. */
export function explained({ kind, facts }: Refusal, language: Call['language']): Explained {
  const known = facts as Record<string, unknown>;
  return { code: kind.code, detail: inWords(kind.title, known, language), facts: known };
}
