import { Inject, Injectable } from '@nestjs/common';
import {
  AssessmentNotFound,
  AssessmentOver,
  CLOCK,
  inBeijing,
  RatingBrokenRules,
  RatingExists,
  ratingFacts,
  RatingNotExpected,
  RatingNotFound,
  RatingSelfRunning,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
  type SelfScores,
} from '@lianxue/contracts';
import { newId, sql, Store, takeTurn, violates, type Work } from '@lianxue/persistence';
import { askingWithin } from '../submissions/asking.js';
import { reviewersAbove } from '../submissions/chain.js';
import { unitsOf } from './announcing.js';
import { Assessment } from './assessment.entity.js';
import { Rating } from './rating.entity.js';
import { criteriaOf, reckonWithin, turnOf } from './reckoning.js';
import { pointFaults, type RatingFault } from './score-rules.js';
import { termsWithin, type Terms } from './terms.js';
import { holdOpen, holdTo } from './turns.js';

/** A unit rates itself by the rubric, with evidence, and hands it in. */
@Injectable()
export class SelfRating {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async begin({ assessmentId, id = newId(), organisation }: InputOf<typeof reporting.beginRating>, call: Call): Promise<Rating> {
    const assessment = await this.store.one(Assessment, assessmentId, call, AssessmentNotFound);
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      const terms = await termsWithin(work, assessment.id, true);
      if (terms.published) throw refuse(AssessmentOver);
      const firstRater = await expectedUnder(assessment, organisation, work);
      this.holdBeginning(organisation, terms, call);
      await takeTurn(work, turnOf(assessment.id, organisation));
      const rating = Object.assign(new Rating(), { id, organisation, assessment: assessment.id, firstRater });
      await refuseSecond(rating, work);
      await reckonWithin(work, rating, terms);
      const same = (existing: Rating) => existing.assessment === assessment.id && existing.organisation === organisation;
      return work.insert(rating, ratingFacts.begun, same).catch((error: unknown) => {
        throw violates(error, 'rating_once') ? refuse(RatingExists, { rating: null }) : error;
      });
    });
  }

  rate({ ratingId, scores }: InputOf<typeof reporting.selfRate>, call: Call): Promise<Rating> {
    return this.store.commit(call, async (work) => {
      const rating = await work.target(Rating, ratingId, RatingNotFound);
      const terms = await termsWithin(work, rating.assessment);
      const move = rating.status === 'returned' ? 'revise' : 'selfRate';
      holdTo(move, rating, terms, call.caller, this.clock.now());
      hold(pointFaults(scores, terms));
      rating.make(move);
      rating.self = scores;
      return work.update(rating, ratingFacts.saved);
    });
  }

  submit({ ratingId }: InputOf<typeof reporting.submitRating>, call: Call): Promise<Rating> {
    return this.store.commit(call, async (work) => {
      const rating = await work.target(Rating, ratingId, RatingNotFound);
      const terms = await termsWithin(work, rating.assessment);
      holdTo('submit', rating, terms, call.caller, this.clock.now());
      hold(unready(rating.self, terms));
      rating.make('submit');
      Object.assign(rating, { reasons: [], submittedAt: this.clock.now() });
      return work.update(rating, ratingFacts.submitted);
    });
  }

  /** The unit itself while it may; an authority above once that time is over. */
  private holdBeginning(organisation: string, terms: Terms, { caller }: Call): void {
    const now = this.clock.now();
    if (caller.organisation === organisation) return holdOpen('self', terms, now);
    if (now <= terms.due.self) throw refuse(RatingSelfRunning, { until: inBeijing(terms.due.self) });
    holdOpen('final', terms, now);
  }
}

/** The authority that rates the unit first; refuses a unit that is not assessed. */
async function expectedUnder(assessment: Assessment, organisation: string, work: Work): Promise<string> {
  const ask = askingWithin(work);
  const [unit] = await ask(sql`select 1 from (${unitsOf(assessment)}) unit where unit.id = ${organisation} and not unit.closed`);
  const above = (await reviewersAbove([organisation], ask)).get(organisation)?.[0];
  if (!unit || !above) throw refuse(RatingNotExpected);
  return above.id;
}

/** One rating per unit and assessment; tells which it is, so that one can go on with it. */
async function refuseSecond({ id, assessment, organisation }: Rating, work: Work): Promise<void> {
  const [other] = await work.query<{ id: string }>('select id from rating where assessment = $1 and organisation = $2 and id <> $3', [
    assessment,
    organisation,
    id,
  ]);
  if (other) throw refuse(RatingExists, { rating: other.id });
}

/** Every criterion pointed, and evidence where it is asked for. */
function unready(self: SelfScores, terms: Terms): RatingFault[] {
  return criteriaOf(terms).flatMap(({ code: criterion, points: most, evidence }): RatingFault[] => {
    const score = self[criterion];
    if (!score) return [{ criterion, rule: 'missing', most }];
    const shown = score.evidence !== undefined || score.documents.length > 0;
    return evidence !== undefined && score.points > 0 && !shown ? [{ criterion, rule: 'evidence', most: null }] : [];
  });
}

function hold(faults: RatingFault[]): void {
  if (faults.length > 0) throw refuse(RatingBrokenRules, { faults });
}
