import { Refusal, type Call, type ReviewOutcome, type ReviewOutcomes } from '@lianxue/contracts';
import type { Submission } from '../submission.entity.js';
import { explained } from './explained.js';

/** What became of one of many. */
export const outcomeView = (submission: string, outcome: Submission | Refusal, language: Call['language']): ReviewOutcome =>
  outcome instanceof Refusal
    ? { submission, status: null, refused: explained(outcome, language) }
    : { submission, status: outcome.status, refused: null };

export function outcomesView(items: ReviewOutcome[]): ReviewOutcomes {
  const refused = items.filter((item) => item.refused).length;
  return { items, decided: items.length - refused, refused };
}
