import {
  assessmentLifeCycle,
  deductionLifeCycle,
  ratingObjectionLifeCycle,
  inBeijing,
  type Assessment as AssessmentView,
  type Call,
  type Caller,
  type Deduction as DeductionView,
  type Rating as RatingView,
  type RatingObjection as RatingObjectionView,
  type Rubric as RubricView,
} from '@lianxue/contracts';
import { itemOf } from '../collecting/collecting.view.js';
import type { Assessment } from './assessment.entity.js';
import type { Deduction } from './deduction.entity.js';
import type { RatingObjection } from './rating-objection.entity.js';
import type { Rating } from './rating.entity.js';
import type { Rubric } from './rubric.entity.js';
import type { Terms } from './terms.js';
import { movesNow, stateOf } from './turns.js';

export const rubricView = (rubric: Rubric): RubricView => ({ ...rubric.fact(), ...itemOf(rubric), ...rubric.content });

/** Published by those who announced it; below, it is read. */
export const assessmentView = (assessment: Assessment, caller: Caller): AssessmentView => ({
  ...assessment.fact(),
  ...itemOf(assessment),
  moves: caller.organisation === assessment.organisation ? assessmentLifeCycle.movesFor(assessment.status, caller) : [],
});

/** As the caller sees it now: which moves are theirs, and why not the others. */
export function ratingView(rating: Rating, terms: Terms, call: Pick<Call, 'caller' | 'language'>, now: Date): RatingView {
  const { self, first, final, vetoes, reasons, note, submittedAt } = rating;
  return {
    ...rating.fact(),
    ...itemOf(rating),
    status: stateOf(rating, terms),
    self,
    first,
    final,
    vetoes,
    reasons,
    note,
    submittedAt: submittedAt && inBeijing(submittedAt),
    ...movesNow(rating, terms, call, now),
  };
}

/** The unit contests, the announcing authority decides. */
export function deductionView(deduction: Deduction, { authority }: Terms, caller: Caller): DeductionView {
  const { grounds, answer, status, organisation } = deduction;
  const moves = deductionLifeCycle
    .movesFor(status, caller)
    .filter((move) => caller.organisation === (move === 'contest' ? organisation : authority));
  return { ...deduction.fact(), ...itemOf(deduction), grounds, answer, moves };
}

export function objectionView(objection: RatingObjection, { authority }: Terms, caller: Caller): RatingObjectionView {
  const { grounds, answer, status } = objection;
  const moves = caller.organisation === authority ? ratingObjectionLifeCycle.movesFor(status, caller) : [];
  return { ...objection.fact(), ...itemOf(objection), grounds, answer, moves };
}
