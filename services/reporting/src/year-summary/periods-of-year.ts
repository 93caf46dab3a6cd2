import { refuse, YearSummaryTooMuch, type Call, type YearCollected } from '@lianxue/contracts';
import { allOf, sql, type Store } from '@lianxue/persistence';
import { Period } from '../collecting/period.entity.js';
import { countsOf, type CountRow } from '../figures/counting.js';
import { shareOf } from '../figures/decimal.js';
import type { Scope } from '../figures/scope.js';

/** Periods counted in one call: each is a read of all its units. */
const most = 120;
/** Periods counted side by side, and the milliseconds that are left for everything else when no more are begun. */
const atOnce = 4;
const reserve = 3_000;

/** A period with how far the units of a scope have come in it. */
export interface CountedPeriod {
  readonly period: Period;
  readonly counts: CountRow;
}

/** What is asked for: a year below an organisation, of these data sets or of all. */
export interface AskedYear {
  readonly year: number;
  readonly organisation: string;
  readonly dataSets: readonly string[] | undefined;
  readonly now: Date;
}

const nobody: CountRow = { line: null, expected: 0, filled: 0, reported: 0, waiting: 0, returned: 0, approved: 0, missing: 0, onTime: 0 };

/** The periods of a year and of the one before it that have begun, announced to this organisation; by data set and day, each counted. */
export async function periodsOf(
  { year, organisation, dataSets, now }: AskedYear,
  scope: Scope,
  store: Store,
  call: Call,
): Promise<CountedPeriod[]> {
  const where = allOf(
    sql`t.last_day between ${`${year - 1}-01-01`}::date and ${`${year}-12-31`}::date and t.opens <= ${now}`,
    sql`exists (select 1 from organisation owner join organisation o on o.id = ${organisation} and owner.path @> o.path where owner.id = t.organisation)`,
    dataSets !== undefined && sql`t.data_set = any(${dataSets}::uuid[])`,
  );
  const { items } = await store.page(Period, call, { where, limit: most + 1 }, (period) => period);
  if (items.length > most) throw refuse(YearSummaryTooMuch, { periods: items.length, limit: most });
  const periods = items.sort((one, other) => (one.lastDay < other.lastDay ? -1 : 1));
  const counted: CountedPeriod[] = [];
  for (let from = 0; from < periods.length; from += atOnce) {
    if (call.deadline - Date.now() < reserve) throw refuse(YearSummaryTooMuch, { periods: periods.length, limit: from });
    const some = await Promise.all(periods.slice(from, from + atOnce).map((period) => countedIn(period, scope, store)));
    // Of a data set that asks nobody here there is nothing to tell.
    counted.push(...some.filter(({ counts }) => counts.expected > 0));
  }
  return counted;
}

async function countedIn(period: Period, scope: Scope, store: Store): Promise<CountedPeriod> {
  const rows = await store.scan<CountRow>(countsOf(period, scope));
  return { period, counts: rows.find(({ line }) => line === null) ?? nobody };
}

export const isIn =
  (year: number) =>
  ({ period }: CountedPeriod): boolean =>
    period.lastDay.startsWith(String(year));

/** What was collected and reviewed in these periods. */
export function collectedIn(periods: readonly CountedPeriod[]): YearCollected {
  const sum = (of: 'expected' | 'reported' | 'approved' | 'missing' | 'onTime') => periods.reduce((all, { counts }) => all + counts[of], 0);
  const [expected, reported, approved, onTime] = [sum('expected'), sum('reported'), sum('approved'), sum('onTime')];
  return {
    periods: periods.length,
    expected,
    reported,
    approved,
    missing: sum('missing'),
    onTime,
    completeness: shareOf(reported, expected),
    timeliness: shareOf(onTime, expected),
    approval: shareOf(approved, expected),
  };
}
