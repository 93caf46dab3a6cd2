import { Inject, Injectable } from '@nestjs/common';
import type { Indicator } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import type { DataSet } from '../collecting/data-set.entity.js';
import type { Period } from '../collecting/period.entity.js';
import { authorityKinds } from '../submissions/chain.js';
import { countsOf, type CountRow } from './counting.js';
import { figuresIn, valuesFrom, type Asked, type FormOfPeriod } from './form-figures.js';
import type { Scope } from './scope.js';
import { sumsOf, type FormedPeriod, type SumRow } from './sums.js';
import { coverageOf, type CoverageRow } from './targets.js';

/** A period among the others of its data set. */
export interface PeriodPlace {
  readonly previous: FormedPeriod | null;
  readonly lastYear: FormedPeriod | null;
  /** The day whose tree its units are told by; null while that is today's. */
  readonly settledAsOf: string | null;
}

/** The values of each line, and of the whole under null; each indicator exact, with the units in it. */
export interface LineValues {
  readonly values: ReadonlyMap<string | null, ReadonlyMap<string, string>>;
  readonly units: ReadonlyMap<string | null, ReadonlyMap<string, number>>;
}

export interface PeriodRead extends LineValues {
  readonly form: FormOfPeriod;
  readonly counts: readonly CountRow[];
  readonly coverage: readonly (readonly [target: string, rows: readonly CoverageRow[]])[];
}

/** How far apart the same terms of two years may begin. */
const sameSeason = 45;

/** What one period has come to in a scope. */
@Injectable()
export class PeriodReading {
  constructor(@Inject(Store) private readonly store: Store) {}

  async of(period: Period, scope: Scope, asked: Asked, dataSet: DataSet): Promise<PeriodRead> {
    const form = (await this.formsOf([period.form])).get(period.form)!;
    const { added, targets } = figuresIn(form, asked);
    const [counts, values, coverage] = await Promise.all([
      this.store.scan<CountRow>(countsOf(period, scope)),
      this.values(period, form, scope, added, dataSet),
      Promise.all(
        targets.map(async (target) => [target.text, await this.store.scan<CoverageRow>(coverageOf(period, scope, target))] as const),
      ),
    ]);
    return { form, counts, coverage, ...values };
  }

  /** The values of an earlier period, by its own form; what that did not ask is not among them. */
  async valuesOf(period: FormedPeriod, scope: Scope, { codes }: Asked, dataSet: DataSet): Promise<LineValues> {
    const form = (await this.formsOf([period.form])).get(period.form)!;
    const known = new Set(form.indicators.map(({ code }) => code));
    const { added } = figuresIn(form, { codes: codes?.filter((code) => known.has(code)), targets: [] });
    return this.values(period, form, scope, added, dataSet);
  }

  async formsOf(ids: readonly string[]): Promise<ReadonlyMap<string, FormOfPeriod>> {
    const rows = await this.store.read<{ id: string; number: number; indicators: Indicator[] }>(
      sql`select id, number, indicators from form where id = any(${[...new Set(ids)]}::uuid[])`,
    );
    return new Map(rows.map((form) => [form.id, form]));
  }

  /** What came before each: the period just before of the same kind, and the one that began a year earlier. */
  async placesOf(periods: readonly Period[]): Promise<ReadonlyMap<string, PeriodPlace>> {
    const rows = await this.store.read<PeriodPlace & { id: string }>(sql`
      select p.id, t.as_of::text as "settledAsOf", to_jsonb(b) as previous, to_jsonb(y) as "lastYear"
      from period p left join settlement t on t.period = p.id
      left join lateral (select e.id, e.organisation, e.data_set as "dataSet", e.form from period e where e.data_set = p.data_set and e.kind = p.kind
        and e.last_day < p.first_day order by e.last_day desc, e.id limit 1) b on true
      left join lateral (select e.id, e.organisation, e.data_set as "dataSet", e.form from period e where e.data_set = p.data_set and e.kind = p.kind
        and abs(e.first_day - (p.first_day - interval '1 year')::date) <= ${sameSeason}::int
        order by abs(e.first_day - (p.first_day - interval '1 year')::date), e.id limit 1) y on true
      where p.id = any(${periods.map(({ id }) => id)}::uuid[])`);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async values(
    period: FormedPeriod,
    form: FormOfPeriod,
    scope: Scope,
    added: readonly string[],
    dataSet: DataSet,
  ): Promise<LineValues> {
    const byAuthorities = dataSet.filledBy.some((kind) => authorityKinds.includes(kind));
    const rows = await this.store.scan<SumRow>(sumsOf(period, scope, added, byAuthorities));
    const sums = grouped(rows, ({ indicator, total }) => [indicator, total] as const);
    const units = grouped(rows, ({ indicator, units: many }) => [indicator, many] as const);
    return { values: new Map([...sums].map(([line, of]) => [line, valuesFrom(form, of)])), units };
  }
}

function grouped<V>(
  rows: readonly SumRow[],
  entry: (row: SumRow) => readonly [string, V],
): ReadonlyMap<string | null, ReadonlyMap<string, V>> {
  const lines = new Map<string | null, Map<string, V>>();
  for (const row of rows) {
    const line = lines.get(row.line) ?? new Map<string, V>();
    lines.set(row.line, line.set(...entry(row)));
  }
  return lines;
}
