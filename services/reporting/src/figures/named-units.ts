import { Inject, Injectable } from '@nestjs/common';
import {
  FiguresUnknownIndicator,
  PeriodNotFound,
  refuse,
  type Call,
  type FigureUnit,
  type Indicator,
  type InputOf,
  type Page,
  type reporting,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Period } from '../collecting/period.entity.js';
import { IndicatorFigures } from './indicator-figures.js';
import { PeriodReading } from './period-reading.js';
import { scopeOf } from './scope.js';
import { askedUnits, outcomeOf, targetFrom, type Target } from './targets.js';

type Query = InputOf<typeof reporting.figureUnits>;

/** Which units stand behind a figure, by name, and why each counts as it does. */
@Injectable()
export class NamedUnits {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(IndicatorFigures) private readonly figures: IndicatorFigures,
    @Inject(PeriodReading) private readonly reading: PeriodReading,
  ) {}

  async page(query: Query, call: Call): Promise<Page<FigureUnit>> {
    const organisation = await this.figures.asked(query.organisation, call);
    const period = await this.store.one(Period, query.period, call, PeriodNotFound);
    const scope = await scopeOf(organisation, { ...query, breakdown: 'unit' }, this.store);
    const form = (await this.reading.formsOf([period.form])).get(period.form)!;
    const { indicator, target } = wanted(query, form.indicators);
    const { from, where } = askedUnits(period, scope, indicator);
    const named = sql`select x.unit as id, o.name, x.kind, x.authority, nullif(x.division, '') as division, s.status, s.id as submission,
      c.figures->${indicator.code}::text as value, ${outcomeOf(indicator, target)} as outcome from ${from} join organisation o on o.id = x.unit where ${where}`;
    const ofOutcome = query.outcome === undefined ? sql`true` : sql`t.outcome = ${query.outcome}`;
    return this.store.pageOf<FigureUnit>(sql`select t.* from (${named}) t where ${ofOutcome}`, call, query);
  }
}

function wanted({ indicator: code, target: text }: Query, indicators: readonly Indicator[]): { indicator: Indicator; target?: Target } {
  if (text !== undefined) {
    const target = targetFrom(text, indicators);
    return { indicator: target.indicator, target };
  }
  const indicator = indicators.find((each) => each.code === code);
  if (!indicator || indicator.type === 'text') throw refuse(FiguresUnknownIndicator, { codes: [code ?? ''] });
  return { indicator };
}
