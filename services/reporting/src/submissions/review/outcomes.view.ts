import { Refusal, type Call, type ReviewOutcomes } from '@lianxue/contracts';
import type { Submission } from '../submission.entity.js';
import { explained } from './explained.js';

/** What became of many, one by one. */
export function outcomesView(outcomes: ReadonlyMap<string, Submission | Refusal>, language: Call['language']): ReviewOutcomes {
  const items = [...outcomes].map(([submission, outcome]) =>
    outcome instanceof Refusal
      ? { submission, status: null, refused: explained(outcome, language) }
      : { submission, status: outcome.status, refused: null },
  );
  const refused = items.filter((item) => item.refused).length;
  return { items, decided: items.length - refused, refused };
}
