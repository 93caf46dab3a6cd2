import { RatingBrokenRules, refuse, type RatedScores } from '@lianxue/contracts';
import { hundredths } from './hundredths.js';
import { criteriaOf } from './reckoning.js';
import type { Terms } from './terms.js';

/** What is wrong with the points of one criterion. */
export interface RatingFault {
  readonly criterion: string;
  readonly rule: 'unknown' | 'range' | 'missing' | 'evidence' | 'reason';
  readonly most: number | null;
}

type Given = Readonly<Record<string, { readonly points: number }>>;

/** Points for what the rubric does not have, or more than it gives. */
export function pointFaults(scores: Given, terms: Pick<Terms, 'rubric'>): RatingFault[] {
  const most = new Map(criteriaOf(terms).map(({ code, points }) => [code, points]));
  return Object.entries(scores).flatMap(([criterion, { points }]): RatingFault[] => {
    const limit = most.get(criterion);
    if (limit === undefined) return [{ criterion, rule: 'unknown', most: null }];
    return points > limit ? [{ criterion, rule: 'range', most: limit }] : [];
  });
}

/** A step's points on top of those of the step before: whoever departs from them says why, and in the end no criterion is without. */
export function departing(before: Given, given: RatedScores, terms: Pick<Terms, 'rubric'>): RatedScores {
  const faults = pointFaults(given, terms);
  for (const [criterion, { points, reason }] of Object.entries(given)) {
    const earlier = before[criterion];
    if (earlier && hundredths(earlier.points) !== hundredths(points) && reason === undefined)
      faults.push({ criterion, rule: 'reason', most: null });
  }
  const kept = Object.fromEntries(Object.entries(before).map(([criterion, { points }]) => [criterion, { points }]));
  const scores: RatedScores = { ...kept, ...given };
  for (const { code: criterion, points: most } of criteriaOf(terms))
    if (!scores[criterion]) faults.push({ criterion, rule: 'missing', most });
  if (faults.length > 0) throw refuse(RatingBrokenRules, { faults });
  return scores;
}
