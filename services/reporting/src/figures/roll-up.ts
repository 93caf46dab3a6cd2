import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, inBeijing, PeriodNotFound, type Call, type Clock, type RollUp } from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Period } from '../collecting/period.entity.js';
import { authorityKinds } from '../submissions/chain.js';
import { recount } from './summary.js';

interface Counts {
  readonly expected: number;
  readonly filled: number;
  readonly waiting: number;
  readonly returned: number;
  readonly approved: number;
  readonly missing: number;
}

interface CountRow extends Counts {
  readonly organisation: string;
  readonly name: string;
}

interface FigureRow {
  /** Null in the line of the whole. */
  readonly organisation: string | null;
  readonly indicator: string;
  readonly total: string;
  readonly units: number;
}

/** What a period has come to, below one organisation, by the authority that reviews. */
@Injectable()
export class RollingUp {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `period` has been met by the caller; `organisation` is the one it acts for. */
  async read(period: Period, organisation: string): Promise<RollUp> {
    const scope = scopeOf(period, organisation);
    const [counts, figures] = await Promise.all([
      this.store.read<CountRow>(countsOf(period, scope)),
      this.store.read<FigureRow>(figuresOf(period, scope)),
    ]);
    const figuresOfLine = (line: string | null) =>
      figures.filter((row) => row.organisation === line).map(({ indicator, total, units }) => ({ indicator, total: Number(total), units }));
    return {
      period: period.id,
      organisation,
      asOf: inBeijing(this.clock.now()),
      lines: counts.map((line) => ({ ...line, figures: figuresOfLine(line.organisation) })),
      total: { ...totalOf(counts), figures: figuresOfLine(null) },
    };
  }

  /** From the submissions themselves, one reviewing organisation after the other; its approvals wait meanwhile. */
  async recount(periodId: string, call: Call): Promise<Period> {
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    for (const { organisation } of await this.store.read<{ organisation: string }>(counted(period))) {
      await this.store.commit(call, async (work) => {
        await work.one(Period, period.id, PeriodNotFound);
        await recount(period, organisation, work);
        work.note('recounted', period.id, { organisation });
      });
    }
    return period;
  }
}

/** Reviewing organisations that have figures in a period, or should have. */
const counted = (period: Period): Sql => sql`
  select organisation from summary where period = ${period.id}
  union select nearest from submission where period = ${period.id} and status = 'approved' and nearest is not null`;

/** Organisations that count: below the one asked about, and below the authority that announced the period. */
const scopeOf = (period: Period, organisation: string): Sql =>
  sql`select o.id, o.parent, o.path, o.kind, o.closed from organisation o
      where o.path <@ (select path from organisation where id = ${organisation}) and o.path <@ (select path from organisation where id = ${period.organisation})`;

/**
 * Each unit that should report counts at the nearest authority above: that of the day it was submitted or, before
 * that, the one above it now, which for nearly every school is its parent. Nothing is expected of one that has closed; what it filled
 * in before counts.
 */
const countsOf = (period: Period, scope: Sql): Sql => sql`
  with scope as materialized (${scope}), units as (
    select u.id, u.closed, case when p.kind = any(${authorityKinds}) then p.id else (
      select a.id from organisation a where a.path @> u.path and a.id <> u.id and a.kind = any(${authorityKinds}) order by nlevel(a.path) desc limit 1
    ) end as reviewer
    from scope u left join organisation p on p.id = u.parent join data_set d on d.id = ${period.dataSet} where u.kind = any(d.filled_by)
  ), lines as (
    select coalesce(s.nearest, u.reviewer) as organisation, count(*)::int as expected, count(s.id)::int as filled,
      count(*) filter (where s.status = 'submitted')::int as waiting, count(*) filter (where s.status = 'returned')::int as returned,
      count(*) filter (where s.status = 'approved')::int as approved, count(*) filter (where s.id is null)::int as missing
    from units u left join submission s on s.period = ${period.id} and s.organisation = u.id where not u.closed or s.id is not null group by 1
  )
  select lines.*, o.name from lines join organisation o on o.id = lines.organisation order by o.division_code nulls last, o.name, o.id`;

const figuresOf = (period: Period, scope: Sql): Sql => sql`
  select s.organisation, s.indicator, sum(s.total)::text as total, sum(s.units)::int as units
  from summary s join (${scope}) scope on scope.id = s.organisation where s.period = ${period.id}
  group by grouping sets ((s.organisation, s.indicator), (s.indicator)) order by s.indicator`;

const totalOf = (counts: readonly CountRow[]): Counts => {
  const sum = (of: keyof Counts) => counts.reduce((all, line) => all + line[of], 0);
  return {
    expected: sum('expected'),
    filled: sum('filled'),
    waiting: sum('waiting'),
    returned: sum('returned'),
    approved: sum('approved'),
    missing: sum('missing'),
  };
};
