import { FiguresUnknownIndicator, refuse, targetForm, type Indicator } from '@lianxue/contracts';
import { sql, type Sql } from '@lianxue/persistence';
import type { Period } from '../collecting/period.entity.js';
import { countsIn, lineOf, unitsIn, type Scope } from './scope.js';

/** A comparison that units meet or do not. */
export interface Target {
  readonly text: string;
  readonly indicator: Indicator;
  readonly comparison: string;
  readonly value: string;
}

export interface CoverageRow {
  readonly line: string | null;
  readonly expected: number;
  readonly met: number;
  readonly notMet: number;
  readonly notReported: number;
  readonly noValue: number;
}

/** A target as it is written, over an indicator of the form. */
export function targetFrom(text: string, indicators: readonly Indicator[]): Target {
  const [, code = '', comparison = '', value = ''] = targetForm.exec(text) ?? [];
  const indicator = indicators.find((each) => each.code === code);
  const fits = indicator && (indicator.type === 'choice' ? comparison === '=' : indicator.type !== 'text' && /^-?[0-9]/.test(value));
  if (!fits) throw refuse(FiguresUnknownIndicator, { codes: [text] });
  return { text, indicator, comparison, value };
}

const operators: Readonly<Record<string, Sql>> = { '<': sql`<`, '<=': sql`<=`, '=': sql`=`, '>=': sql`>=`, '>': sql`>` };

const valueIn = ({ code }: Indicator): Sql => sql`c.figures->>${code}::text`;

const isMet = ({ indicator, comparison, value }: Target): Sql =>
  indicator.type === 'choice'
    ? sql`${valueIn(indicator)} = ${value}`
    : sql`(${valueIn(indicator)})::numeric ${operators[comparison]} ${value}::numeric`;

/** What became of a unit `x` with contribution `c`: whether it meets a target or, without one, whether it has a value. */
export const outcomeOf = (indicator: Indicator, target?: Target): Sql => sql`
  case when c.seq is null then 'notReported' when ${valueIn(indicator)} is null then 'noValue' when ${target ? isMet(target) : sql`true`} then 'met' else 'notMet' end`;

/** Units that are asked for an indicator, with what counts of them. */
export const askedUnits = (period: Period, scope: Scope, { filledBy }: Indicator): { readonly from: Sql; readonly where: Sql } => ({
  from: sql`${unitsIn(period, scope)} left join contribution c on c.period = ${period.id} and c.organisation = x.unit and c.replaced_by is null
    left join submission s on s.period = ${period.id} and s.organisation = x.unit`,
  where: sql`(not x.closed or s.id is not null) and (${filledBy ?? null}::text[] is null or x.kind = any(${filledBy ?? null}::text[])) and ${countsIn(scope)}`,
});

/** How many units of each line, and of the whole, meet a target. */
export function coverageOf(period: Period, scope: Scope, target: Target): Sql {
  const { from, where } = askedUnits(period, scope, target.indicator);
  return sql`
    with unit as materialized (select ${lineOf(scope)} as line, ${outcomeOf(target.indicator, target)} as outcome from ${from} where ${where})
    select case when grouping(line) = 0 then line end as line, count(*)::int as expected, count(*) filter (where outcome = 'met')::int as met,
      count(*) filter (where outcome = 'notMet')::int as "notMet", count(*) filter (where outcome = 'notReported')::int as "notReported",
      count(*) filter (where outcome = 'noValue')::int as "noValue"
    from unit group by grouping sets ((line), ())`;
}
