import { Controller, Inject } from '@nestjs/common';
import { CLOCK, RatingNotFound, reporting, type Call, type Clock, type InputOf, type Rating as RatingView } from '@lianxue/contracts';
import { allOf, sql, Store, type Aggregate, type AggregateClass, type Sql } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { askingOf } from '../submissions/asking.js';
import { deductionView, objectionView, ratingView } from './assessment.view.js';
import { Correcting } from './correcting.js';
import { Deduction } from './deduction.entity.js';
import { RatingObjection } from './rating-objection.entity.js';
import { RatingUnits } from './rating-units.js';
import { Rating } from './rating.entity.js';
import { SelfRating } from './self-rating.js';
import { termsOf, type Terms } from './terms.js';

type Listed = InputOf<typeof reporting.deductions>;

@Controller()
export class RatingsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(SelfRating) private readonly self: SelfRating,
    @Inject(RatingUnits) private readonly units: RatingUnits,
    @Inject(Correcting) private readonly correcting: Correcting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(reporting.beginRating)
  async beginRating(input: InputOf<typeof reporting.beginRating>, call: Call) {
    return this.ratingOf(await this.self.begin(input, call), call);
  }

  @Handles(reporting.ratings)
  ratings({ status, ...input }: InputOf<typeof reporting.ratings>, call: Call) {
    return this.list(Rating, input, call, (rating, terms) => ratingView(rating, terms, call, this.clock.now()), inState(status));
  }

  @Handles(reporting.rating)
  async rating({ ratingId }: InputOf<typeof reporting.rating>, call: Call) {
    return this.ratingOf(await this.store.one(Rating, ratingId, call, RatingNotFound), call);
  }

  @Handles(reporting.selfRate)
  async selfRate(input: InputOf<typeof reporting.selfRate>, call: Call) {
    return this.ratingOf(await this.self.rate(input, call), call);
  }

  @Handles(reporting.submitRating)
  async submitRating(input: InputOf<typeof reporting.submitRating>, call: Call) {
    return this.ratingOf(await this.self.submit(input, call), call);
  }

  @Handles(reporting.returnRating)
  async returnRating(input: InputOf<typeof reporting.returnRating>, call: Call) {
    return this.ratingOf(await this.units.return(input, call), call);
  }

  @Handles(reporting.rateFirst)
  async rateFirst(input: InputOf<typeof reporting.rateFirst>, call: Call) {
    return this.ratingOf(await this.units.first(input, call), call);
  }

  @Handles(reporting.rateFinal)
  async rateFinal(input: InputOf<typeof reporting.rateFinal>, call: Call) {
    return this.ratingOf(await this.units.final(input, call), call);
  }

  @Handles(reporting.deductions)
  deductions(input: Listed, call: Call) {
    return this.list(Deduction, input, call, (deduction, terms) => deductionView(deduction, terms, call.caller));
  }

  @Handles(reporting.contestDeduction)
  async contestDeduction(input: InputOf<typeof reporting.contestDeduction>, call: Call) {
    const deduction = await this.correcting.contest(input, call);
    return deductionView(deduction, await this.terms(deduction), call.caller);
  }

  @Handles(reporting.decideDeduction)
  async decideDeduction(input: InputOf<typeof reporting.decideDeduction>, call: Call) {
    const deduction = await this.correcting.decideDeduction(input, call);
    return deductionView(deduction, await this.terms(deduction), call.caller);
  }

  @Handles(reporting.objectToRating)
  async objectToRating(input: InputOf<typeof reporting.objectToRating>, call: Call) {
    const objection = await this.correcting.object(input, call);
    return objectionView(objection, await this.terms(objection), call.caller);
  }

  @Handles(reporting.ratingObjections)
  ratingObjections(input: Listed, call: Call) {
    return this.list(RatingObjection, input, call, (objection, terms) => objectionView(objection, terms, call.caller));
  }

  @Handles(reporting.decideRatingObjection)
  async decideRatingObjection(input: InputOf<typeof reporting.decideRatingObjection>, call: Call) {
    const objection = await this.correcting.decideObjection(input, call);
    return objectionView(objection, await this.terms(objection), call.caller);
  }

  private async ratingOf(rating: Rating, call: Call): Promise<RatingView> {
    return ratingView(rating, await this.terms(rating), call, this.clock.now());
  }

  private async terms({ assessment }: { assessment: string }): Promise<Terms> {
    return (await termsOf(askingOf(this.store), [assessment])).get(assessment)!;
  }

  /** A page of what belongs to assessments, each with the terms of its own. */
  private async list<E extends Aggregate & { assessment: string }, V>(
    type: AggregateClass<E>,
    { assessment, organisation, limit, cursor }: Listed,
    call: Call,
    view: (row: E, terms: Terms) => V,
    more?: Sql | false,
  ) {
    const where = allOf(
      assessment !== undefined && sql`t.assessment = ${assessment}`,
      organisation !== undefined && sql`t.organisation = ${organisation}`,
      more,
    );
    const { items, next } = await this.store.page(type, call, { where, limit, cursor }, (row) => row);
    const terms = await termsOf(
      askingOf(this.store),
      items.map((row) => row.assessment),
    );
    return { items: items.map((row) => view(row, terms.get(row.assessment)!)), ...(next !== undefined && { next }) };
  }
}

/** Published is what was finally rated, once its assessment is published. */
function inState(status: RatingView['status'] | undefined): Sql | false {
  if (status === undefined) return false;
  if (status !== 'published' && status !== 'finalRated') return sql`t.status = ${status}`;
  return sql`t.status = 'finalRated' and exists (select 1 from assessment a where a.id = t.assessment and (a.status = 'published') = ${status === 'published'})`;
}
