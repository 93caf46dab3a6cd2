import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, inBeijing, type Call, type Clock, type InputOf, type reporting, type YearSummary } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { IndicatorFigures } from '../figures/indicator-figures.js';
import { PeriodReading } from '../figures/period-reading.js';
import { scopeOf } from '../figures/scope.js';
import { TotallingFunds } from '../funds/totalling.js';
import { Tallying } from '../surveys/tallying.js';
import { EvaluatingTargets } from '../targets/evaluating-targets.js';
import { figuresOf } from './figures-of-year.js';
import { assessedOf, bulletinsOf, lapsesOf, milestonesOf } from './happened.js';
import { collectedIn, isIn, periodsOf } from './periods-of-year.js';
import { sources } from './sources.js';
import { surveyedOf } from './surveyed.js';

/** A year in one call, with the year before beside it. What it tells is counted where it always is: here it is only put together. */
@Injectable()
export class Summarizing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(PeriodReading) private readonly periods: PeriodReading,
    @Inject(IndicatorFigures) private readonly figures: IndicatorFigures,
    @Inject(EvaluatingTargets) private readonly targets: EvaluatingTargets,
    @Inject(TotallingFunds) private readonly funds: TotallingFunds,
    @Inject(Tallying) private readonly tallying: Tallying,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read({ year, ...query }: InputOf<typeof reporting.yearSummary>, call: Call): Promise<YearSummary> {
    const organisation = await this.figures.asked(query.organisation, call);
    const now = this.clock.now();
    const asOf = inBeijing(now);
    const scope = await scopeOf(organisation, { by: 'managed', breakdown: 'none', teachingPoints: 'with' }, this.store);
    const counted = await periodsOf({ year, organisation, dataSets: query.dataSets?.split(','), now }, scope, this.store, call);
    const both = async <T>(part: keyof typeof sources, of: (year: number) => Promise<T>) => {
      const [thisYear, lastYear] = await Promise.all([of(year), of(year - 1)]);
      return { source: sources[part], asOf, thisYear, lastYear };
    };
    const within = (of: number) => ({ organisation, year: of, now });
    const [named] = await this.store.read<{ name: string }>(sql`select name from organisation where id = ${organisation}`);
    const reading = { store: this.store, periods: this.periods, figures: this.figures, targets: this.targets };
    return {
      organisation,
      name: named!.name,
      year,
      asOf,
      collected: await both('collected', async (of) => collectedIn(counted.filter(isIn(of)))),
      figures: { source: sources.figures, asOf, dataSets: await figuresOf(counted.filter(isIn(year)), organisation, reading, call) },
      bulletins: await both('bulletins', (of) => bulletinsOf(within(of), this.store)),
      assessments: await both('assessments', (of) => assessedOf(within(of), this.store)),
      funds: await both('funds', async (of) => fundsFrom(await this.funds.below(organisation, of))),
      milestones: await both('milestones', (of) => milestonesOf(within(of), this.store)),
      lapses: await both('lapses', (of) => lapsesOf(within(of), this.store)),
      surveys: await both('surveys', (of) => surveyedOf(within(of), this.tallying, this.store, call)),
    };
  }
}

const fundsFrom = ({ budget, allocated, spent, publicFunds, share, reached }: YearSummary['funds']['thisYear']) => ({
  budget,
  allocated,
  spent,
  publicFunds,
  share,
  reached,
});
