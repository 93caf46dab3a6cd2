import type { Criterion } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import type { Deduction } from './deduction.entity.js';
import { hundredths, sumOf } from './hundredths.js';
import type { Rating } from './rating.entity.js';
import type { Terms } from './terms.js';

type Lost = Pick<Deduction, 'rule' | 'points' | 'status'>;

export const criteriaOf = ({ rubric }: Pick<Terms, 'rubric'>): Criterion[] => rubric.dimensions.flatMap(({ criteria }) => criteria);

/** What a rating comes to: the points of its last step, less what was deducted up to each rule's limit, and the grade of that. */
function reckon(rating: Rating, deductions: readonly Lost[], { rubric }: Pick<Terms, 'rubric'>): void {
  const standing = deductions.filter(({ status }) => status !== 'lifted');
  const deducted = sumOf(
    rubric.deductions.map(({ code, limit }) =>
      Math.min(limit, sumOf(standing.filter(({ rule }) => rule === code).map(({ points }) => Number(points)))),
    ),
  );
  const scores = rating.status === 'finalRated' ? rating.final : rating.status === 'firstRated' ? rating.first : undefined;
  const points = scores ? sumOf(Object.values(scores).map((score) => score.points)) : null;
  const total = points === null ? null : Math.max(0, hundredths(points) - hundredths(deducted)) / 100;
  const reached = total === null || rating.vetoes.length > 0 ? undefined : rubric.grades.find(({ from }) => total >= from);
  Object.assign(rating, { points, deducted, total, grade: reached?.code ?? null });
}

/** Reckons within the commit that changes the rating or a deduction; the rating is locked, so no deduction is left out. */
export async function reckonWithin(work: Work, rating: Rating, terms: Terms): Promise<void> {
  const deductions = await work.query<Lost>('select rule, points, status from deduction where assessment = $1 and organisation = $2', [
    rating.assessment,
    rating.organisation,
  ]);
  reckon(rating, deductions, terms);
}

/** In whose name a rating is begun and deductions arrive, one after the other: else each might miss the other. */
export const turnOf = (assessment: string, organisation: string): string => `rating ${assessment} ${organisation}`;

export const ofUnit = ({ assessment, organisation }: Pick<Rating, 'assessment' | 'organisation'>) =>
  sql`t.assessment = ${assessment} and t.organisation = ${organisation}`;
