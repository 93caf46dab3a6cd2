import { sql, type Sql } from '@lianxue/persistence';
import { addends } from './summary.js';
import { authoritiesIn, countsIn, lineOf, unitsIn, type Scope } from './scope.js';
import type { Asking } from './units.js';

/** A period with the form it asks. */
export interface FormedPeriod extends Asking {
  readonly form: string;
}

export interface SumRow {
  /** Null in the row of the whole. */
  readonly line: string | null;
  readonly indicator: string;
  /** Exact, as PostgreSQL has it. */
  readonly total: string;
  readonly units: number;
}

/** Whether a scope needs the contributions themselves: single units are in no summary, nor are authorities that fill in for themselves. */
const inDetail = ({ isUnit, breakdown }: Scope, filledByAuthorities: boolean): boolean =>
  isUnit || breakdown === 'unit' || filledByAuthorities;

/** What these indicators, or all, come to in each line, and in the whole. */
export function sumsOf(period: FormedPeriod, scope: Scope, codes: readonly string[] | null, filledByAuthorities: boolean): Sql {
  const rows = inDetail(scope, filledByAuthorities) ? contributed(period, scope, codes) : summarized(period, scope, codes);
  return sql`
    select case when grouping(line) = 0 then line end as line, indicator, trim_scale(sum(total))::text as total, sum(units)::int as units
    from (${rows}) row group by grouping sets ((line, indicator), (indicator)) order by indicator`;
}

const summarized = (period: FormedPeriod, scope: Scope, codes: readonly string[] | null): Sql => sql`
  select ${lineOf(scope)} as line, x.indicator, x.total, x.units
  from (select organisation as authority, division_code as division, kind, indicator, total, units from summary
        where period = ${period.id} and (${codes}::text[] is null or indicator = any(${codes}::text[]))) x ${authoritiesIn(period, scope)} where ${countsIn(scope)}`;

const contributed = (period: FormedPeriod, scope: Scope, codes: readonly string[] | null): Sql => sql`
  select ${lineOf(scope)} as line, v.indicator, v.value as total, 1 as units
  from ${unitsIn(period, scope)} join (${addends(period.form, sql`c.period = ${period.id} and c.replaced_by is null`)}) v on v.unit = x.unit
  where (${codes}::text[] is null or v.indicator = any(${codes}::text[])) and ${countsIn(scope)}`;
