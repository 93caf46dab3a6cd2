import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  deductionFacts,
  DeductionNotFound,
  RatingBrokenRules,
  ratingFacts,
  RatingNotFound,
  RatingNotOwn,
  RatingObjectionExists,
  ratingObjectionFacts,
  RatingObjectionNotFound,
  RatingWaiting,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, sql, Store, violates, type Work } from '@lianxue/persistence';
import { Deduction } from './deduction.entity.js';
import { RatingObjection } from './rating-objection.entity.js';
import { Rating } from './rating.entity.js';
import { ofUnit, reckonWithin } from './reckoning.js';
import { pointFaults } from './score-rules.js';
import { termsWithin, type Terms } from './terms.js';
import { holdTo } from './turns.js';

/** A unit objects to its result or contests a deduction; the announcing authority decides, and the result follows at once. */
@Injectable()
export class Correcting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  object({ ratingId, criterion, grounds }: InputOf<typeof reporting.objectToRating>, call: Call): Promise<RatingObjection> {
    return this.store.commit(call, async (work) => {
      const rating = await work.target(Rating, ratingId, RatingNotFound);
      const terms = await termsWithin(work, rating.assessment);
      holdTo('object', rating, terms, call.caller, this.clock.now());
      const standing = rating.final[criterion];
      if (!standing) throw refuse(RatingBrokenRules, { faults: [{ criterion, rule: 'unknown', most: null }] });
      const { id, organisation, assessment } = rating;
      const objection = Object.assign(new RatingObjection(), { id: newId(), organisation, rating: id, assessment, criterion, grounds });
      objection.before = standing.points;
      return work.insert(objection, ratingObjectionFacts.filed).catch((error: unknown) => {
        throw violates(error, 'rating_objection_once') ? refuse(RatingObjectionExists) : error;
      });
    });
  }

  decideObjection(
    { objectionId, decision, points, answer }: InputOf<typeof reporting.decideRatingObjection>,
    call: Call,
  ): Promise<RatingObjection> {
    return this.store.commit(call, async (work) => {
      const objection = await work.target(RatingObjection, objectionId, RatingObjectionNotFound);
      const terms = await termsWithin(work, objection.assessment);
      holdAnnouncer(terms, call);
      objection.make(decision);
      objection.answer = answer;
      if (points === undefined) return work.update(objection, ratingObjectionFacts.dismissed);
      const { criterion } = objection;
      const faults = pointFaults({ [criterion]: { points } }, terms);
      if (faults.length > 0) throw refuse(RatingBrokenRules, { faults });
      objection.after = points;
      const [rating] = await work.all(Rating, sql`t.id = ${objection.rating}`, 1);
      rating!.final = { ...rating!.final, [criterion]: { points, reason: answer } };
      await correct(rating!, terms, work);
      return work.update(objection, ratingObjectionFacts.upheld);
    });
  }

  contest({ deductionId, grounds }: InputOf<typeof reporting.contestDeduction>, call: Call): Promise<Deduction> {
    return this.store.commit(call, async (work) => {
      const deduction = await work.target(Deduction, deductionId, DeductionNotFound);
      if (call.caller.organisation !== deduction.organisation) throw refuse(RatingNotOwn);
      deduction.make('contest');
      deduction.grounds = grounds;
      return work.update(deduction, deductionFacts.contested);
    });
  }

  decideDeduction({ deductionId, decision, reason }: InputOf<typeof reporting.decideDeduction>, call: Call): Promise<Deduction> {
    return this.store.commit(call, async (work) => {
      const deduction = await work.target(Deduction, deductionId, DeductionNotFound);
      const terms = await termsWithin(work, deduction.assessment);
      holdAnnouncer(terms, call);
      deduction.make(decision);
      deduction.answer = reason;
      if (decision === 'uphold') return work.update(deduction, deductionFacts.upheld);
      const lifted = await work.update(deduction, deductionFacts.lifted);
      await followDeduction(lifted, work);
      return lifted;
    });
  }
}

/** The unit's rating, if it has one, follows a deduction that came or went. */
export async function followDeduction({ assessment, organisation }: Deduction, work: Work): Promise<void> {
  const [rating] = await work.all(Rating, ofUnit({ assessment, organisation }), 1);
  if (rating) await correct(rating, await termsWithin(work, assessment), work);
}

async function correct(rating: Rating, terms: Terms, work: Work): Promise<void> {
  await reckonWithin(work, rating, terms);
  await work.update(rating, ratingFacts.corrected);
}

function holdAnnouncer({ authority, authorityName }: Terms, { caller }: Call): void {
  if (caller.organisation !== authority) throw refuse(RatingWaiting, { rater: authorityName });
}
