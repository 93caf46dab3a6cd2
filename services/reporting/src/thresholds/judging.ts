import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, isNumeric, type Call, type Clock, type Indicator, type OrganisationKind, type Watched } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { DataSet } from '../collecting/data-set.entity.js';
import { Period } from '../collecting/period.entity.js';
import { millionths } from '../figures/decimal.js';
import { PeriodReading } from '../figures/period-reading.js';
import { scopeOf } from '../figures/scope.js';
import { askedUnits, outcomeOf } from '../figures/targets.js';
import { authorityKinds } from '../submissions/chain.js';
import type { Threshold } from './threshold.entity.js';

/** What one organisation came to. */
export interface Judged {
  readonly organisation: string;
  /** Exact. */
  readonly value: string;
  readonly beyond: boolean;
  /** Null of a measure. */
  readonly period: string | null;
}

export interface Judgement {
  readonly judged: readonly Judged[];
  /** Organisations of which nothing can be said. */
  readonly silent: number;
}

/** A threshold of this kind. */
export type Watching<K extends Watched['kind']> = Threshold & { readonly watches: Extract<Watched, { kind: K }> };

export const watches = <K extends Watched['kind']>(threshold: Threshold, kind: K): threshold is Watching<K> =>
  threshold.watches.kind === kind;

/** The period that is being reported and the one before it: who has not reported yet is judged by what it last said. */
const periodsJudged = 2;

/** Whose own report is judged, and who is judged by what lies below them. */
export function watchedKinds(kinds: readonly OrganisationKind[], { filledBy }: Pick<DataSet, 'filledBy'>) {
  const units = kinds.filter((kind) => filledBy.includes(kind));
  return { units, authorities: kinds.filter((kind) => !filledBy.includes(kind) && authorityKinds.includes(kind)) };
}

export const isBeyond = ({ comparison, value: limit }: Pick<Threshold, 'comparison' | 'value'>, value: string): boolean =>
  comparisons[comparison](millionths(value), millionths(String(Number(limit))));

const comparisons: Readonly<Record<Threshold['comparison'], (value: bigint, limit: bigint) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/** Holds figures to a threshold. Figures are read where they are kept; nothing is counted here. */
@Injectable()
export class Judging {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(PeriodReading) private readonly reading: PeriodReading,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Each organisation by the latest period that says something of it. */
  async latest(threshold: Watching<'indicator'>, now: Date, call: Call): Promise<Judged[]> {
    const dataSet = await this.store.one(DataSet, threshold.watches.dataSet, call);
    const latest = await this.store.read<{ id: string }>(sql`
      select id from period where data_set = ${dataSet.id} and opens <= ${now} order by last_day desc, id desc limit ${periodsJudged}`);
    const judged = new Map<string, Judged>();
    for (const { id } of latest) {
      const period = await this.store.one(Period, id, call);
      for (const each of (await this.of(threshold, period, dataSet)).judged)
        if (!judged.has(each.organisation)) judged.set(each.organisation, each);
    }
    return [...judged.values()];
  }

  /** Everybody below the threshold’s authority by the figures of one period. */
  async of(threshold: Watching<'indicator'>, period: Period, dataSet: DataSet): Promise<Judgement> {
    const form = (await this.reading.formsOf([period.form])).get(period.form)!;
    const indicator = form.indicators.find(({ code }) => code === threshold.watches.indicator);
    // An earlier form may not have asked for it.
    if (!indicator || !isNumeric(indicator)) return { judged: [], silent: 0 };
    const { units, authorities } = watchedKinds(threshold.kinds, dataSet);
    const found = [await this.units(threshold, period, indicator, units)];
    const cities = authorities.filter((kind) => kind === 'city');
    const counties = authorities.filter((kind) => kind !== 'city');
    found.push(await this.authorities(threshold, period, dataSet, { kinds: cities, breakdown: 'child' }));
    found.push(await this.authorities(threshold, period, dataSet, { kinds: counties, breakdown: 'county' }));
    return { judged: found.flatMap(({ judged }) => judged), silent: found.reduce((sum, { silent }) => sum + silent, 0) };
  }

  /** Each by its own approved report. */
  private async units(threshold: Threshold, period: Period, indicator: Indicator, kinds: readonly string[]): Promise<Judgement> {
    if (kinds.length === 0) return { judged: [], silent: 0 };
    const scope = await scopeOf(threshold.organisation, { by: 'managed', breakdown: 'unit', teachingPoints: 'with' }, this.store);
    const { comparison, value } = threshold;
    const { from, where } = askedUnits(period, scope, indicator);
    const outcome = outcomeOf(indicator, { text: '', indicator, comparison, value: String(Number(value)) });
    const rows = await this.store.scan<{ organisation: string; value: string; outcome: string }>(sql`
      select x.unit as organisation, c.figures->>${indicator.code}::text as value, ${outcome} as outcome from ${from}
      where ${where} and x.kind = any(${kinds}::text[]) and not x.closed and x.unit <> ${threshold.organisation}`);
    const told = rows.filter(({ outcome: of }) => of === 'met' || of === 'notMet');
    const judged = told.map(({ organisation, value: own, outcome: of }) => ({
      organisation,
      value: own,
      beyond: of === 'met',
      period: period.id,
    }));
    return { judged, silent: rows.length - judged.length };
  }

  /** Each by the roll-up of those below it, once all of them are approved or nobody can approve any more: half a sum is no sum. */
  private async authorities(
    threshold: Watching<'indicator'>,
    period: Period,
    dataSet: DataSet,
    { kinds, breakdown }: { readonly kinds: readonly string[]; readonly breakdown: 'child' | 'county' },
  ): Promise<Judgement> {
    if (kinds.length === 0) return { judged: [], silent: 0 };
    const scope = await scopeOf(threshold.organisation, { by: 'managed', breakdown, teachingPoints: 'with' }, this.store);
    const code = threshold.watches.indicator;
    const { counts, values } = await this.reading.of(period, scope, { codes: [code], targets: [] }, dataSet);
    const lines = counts.filter(({ line }) => line !== null && line !== '');
    const ofKind = await this.store.read<{ id: string }>(sql`
      select id from organisation where id = any(${lines.map(({ line }) => line)}::uuid[]) and kind = any(${kinds}::text[])
        and id <> ${threshold.organisation} and not closed`);
    const known = new Set(ofKind.map(({ id }) => id));
    const over = (period.provinceDue ?? period.cityDue) < this.clock.now();
    const judged: Judged[] = [];
    let silent = 0;
    for (const { line, expected, approved } of lines) {
      if (!known.has(line!) || expected === 0) continue;
      const value = values.get(line)?.get(code);
      if (value === undefined || (approved < expected && !over)) silent += 1;
      else judged.push({ organisation: line!, value, beyond: isBeyond(threshold, value), period: period.id });
    }
    return { judged, silent };
  }
}
