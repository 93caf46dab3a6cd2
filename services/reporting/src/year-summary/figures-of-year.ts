import type { Call, YearDataSet, YearTarget } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import type { Period } from '../collecting/period.entity.js';
import type { IndicatorFigures } from '../figures/indicator-figures.js';
import type { PeriodReading } from '../figures/period-reading.js';
import type { EvaluatingTargets } from '../targets/evaluating-targets.js';
import type { CountedPeriod } from './periods-of-year.js';

/** The rooms that know figures and targets. */
export interface Reading {
  readonly store: Store;
  readonly periods: PeriodReading;
  readonly figures: IndicatorFigures;
  readonly targets: EvaluatingTargets;
}

const whole = { by: 'managed', teachingPoints: 'with', breakdown: 'none' } as const;

/** Of each data set, the year's last period that is settled or has approved figures, and the same period a year before beside it. */
export async function figuresOf(
  counted: readonly CountedPeriod[],
  organisation: string,
  reading: Reading,
  call: Call,
): Promise<YearDataSet[]> {
  const latest = await latestOf(counted, reading.periods);
  const dataSets = await reading.store.read<{ id: string; code: string; name: string }>(
    sql`select id, code, name from data_set where id = any(${latest.map(({ dataSet }) => dataSet)}::uuid[])`,
  );
  const named = new Map(dataSets.map((dataSet) => [dataSet.id, dataSet]));
  const all: YearDataSet[] = [];
  for (const { id, dataSet } of latest) {
    const { indicators, periods } = await reading.figures.read({ ...whole, dataSet, periods: id, organisation }, call);
    const [{ name: periodName, units, unitsAsOf, lastYear, total }] = periods as [(typeof periods)[number]];
    const terms = new Map(indicators.map((each) => [each.code, each]));
    const { code, name } = named.get(dataSet)!;
    all.push({
      ...{ dataSet, code, name, period: id, periodName, units, unitsAsOf, lastYear },
      expected: total.expected,
      approved: total.approved,
      figures: total.figures.map(({ indicator, value, lastYear: before }) => {
        const { name: title, nameEn, unit, definition } = terms.get(indicator)!;
        const change = { change: before?.change ?? null, changePercent: before?.changePercent ?? null };
        return { indicator, name: title, nameEn, unit, definition, thisYear: value, lastYear: before?.value ?? null, ...change };
      }),
      targets: await targetsOf({ id, lastYear }, organisation, reading, call),
    });
  }
  return all.sort((one, other) => (one.code < other.code ? -1 : 1));
}

async function latestOf(counted: readonly CountedPeriod[], reading: PeriodReading): Promise<Period[]> {
  const places = await reading.placesOf(counted.map(({ period }) => period));
  // They come by their last day, so that of each data set the latest stays.
  const latest = new Map<string, Period>();
  for (const { period, counts } of counted)
    if (counts.approved > 0 || places.get(period.id)!.settledAsOf !== null) latest.set(period.dataSet, period);
  return [...latest.values()];
}

async function targetsOf(
  { id, lastYear }: { id: string; lastYear: string | null },
  organisation: string,
  { targets }: Reading,
  call: Call,
): Promise<YearTarget[]> {
  const now = await targets.evaluate({ ...whole, periodId: id, organisation }, call);
  const before = lastYear === null ? undefined : await targets.evaluate({ ...whole, periodId: lastYear, organisation }, call);
  const then = new Map(before?.targets.map(({ target, total }) => [target.id, total]));
  return now.targets.map(({ target, total }) => ({
    ...{ target: target.id, name: target.name, comparison: target.comparison, asked: target.share },
    ...{ met: total.met, share: total.share, reached: total.reached },
    lastYearShare: then.get(target.id)?.share ?? null,
    lastYearReached: then.get(target.id)?.reached ?? null,
  }));
}
