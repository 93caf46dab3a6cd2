import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  RatingBrokenRules,
  ratingFacts,
  RatingNotFound,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type RatingMove,
  type reporting,
} from '@lianxue/contracts';
import { Store, type Work } from '@lianxue/persistence';
import { Rating } from './rating.entity.js';
import { criteriaOf, reckonWithin } from './reckoning.js';
import { departing, type RatingFault } from './score-rules.js';
import { termsWithin, type Terms } from './terms.js';
import { holdTo } from './turns.js';

type Given = InputOf<typeof reporting.rateFirst>;

/** The authority above rates first, the announcing one finally; or the self-rating goes back with reasons. */
@Injectable()
export class RatingUnits {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  return({ ratingId, reasons }: InputOf<typeof reporting.returnRating>, call: Call): Promise<Rating> {
    return this.moving(ratingId, 'return', call, async (rating, terms, work) => {
      const known = new Set(criteriaOf(terms).map(({ code }) => code));
      refuseUnknown(reasons.map(({ criterion }) => criterion).filter((criterion) => !known.has(criterion)));
      rating.reasons = reasons;
      return work.update(rating, ratingFacts.returned);
    });
  }

  first({ ratingId, ...given }: Given, call: Call): Promise<Rating> {
    return this.moving(ratingId, 'rateFirst', call, async (rating, terms, work) => {
      rating.first = departing(rating.submittedAt ? rating.self : {}, given.scores, terms);
      return this.given(rating, given, terms, work);
    });
  }

  final({ ratingId, ...given }: Given, call: Call): Promise<Rating> {
    return this.moving(ratingId, 'rateFinal', call, async (rating, terms, work) => {
      rating.final = departing(rating.first, given.scores, terms);
      return this.given(rating, given, terms, work);
    });
  }

  private async given(rating: Rating, { vetoes, note }: Omit<Given, 'ratingId'>, terms: Terms, work: Work): Promise<Rating> {
    const known = new Set(terms.rubric.vetoes.map(({ code }) => code));
    refuseUnknown((vetoes ?? []).map(({ code }) => code).filter((code) => !known.has(code)));
    if (vetoes) rating.vetoes = vetoes;
    rating.note = note ?? null;
    await reckonWithin(work, rating, terms);
    return work.update(rating, rating.status === 'firstRated' ? ratingFacts.first_rated : ratingFacts.final_rated);
  }

  private moving(
    id: string,
    move: RatingMove,
    call: Call,
    then: (rating: Rating, terms: Terms, work: Work) => Promise<Rating>,
  ): Promise<Rating> {
    return this.store.commit(call, async (work) => {
      const rating = await work.target(Rating, id, RatingNotFound);
      const terms = await termsWithin(work, rating.assessment);
      holdTo(move, rating, terms, call.caller, this.clock.now());
      rating.make(move);
      return then(rating, terms, work);
    });
  }
}

function refuseUnknown(codes: readonly string[]): void {
  const faults = codes.map((criterion): RatingFault => ({ criterion, rule: 'unknown', most: null }));
  if (faults.length > 0) throw refuse(RatingBrokenRules, { faults });
}
