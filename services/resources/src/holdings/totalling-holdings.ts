import {
  actingOrganisation,
  CLOCK,
  dayInBeijing,
  type Call,
  type Clock,
  type HoldingTotals,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';

type Asked = InputOf<typeof resources.holdingTotals>;
type Sums = Omit<HoldingTotals['units'][number], 'organisation' | 'name'>;
type SumsRow = { readonly [K in keyof Sums]: string } & { readonly organisation: string; readonly name: string; readonly depth: number };

/** What is held and how much it is used below an organisation: sums of the ledger, of uses and of loans, nothing kept beside them. */
@Injectable()
export class TotallingHoldings {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async totals(asked: Asked, call: Call): Promise<HoldingTotals> {
    const organisation = actingOrganisation(call.caller);
    const rows = await this.store.scan<SumsRow>(sumsBelow(organisation, asked, dayInBeijing(this.clock.now())));
    const units = rows.filter(({ depth, titles, received }) => depth > 0 && titles + received !== '00');
    const { from, until } = asked;
    return {
      ...{ organisation, from, until, ...sumsOf(rows[0]!) },
      units: units.map((row) => ({ organisation: row.organisation, name: row.name, ...sumsOf(row) })),
    };
  }
}

const sumsBelow = (organisation: string, { kind, from, until }: Asked, today: string): Sql => sql`
  with named as (
    select o.id, o.name, o.path, nlevel(o.path) - nlevel(top.path) as depth
    from organisation top join organisation o on o.id = top.id or o.parent = top.id where top.id = ${organisation}
  ), held as (
    select h.id, h.copies, h."out", o.path from holding h join organisation o on o.id = h.organisation
      join organisation top on top.id = ${organisation} and o.path <@ top.path
    where ${kind === undefined ? sql`true` : sql`h.kind = ${kind}`}
  ), used as (
    select u.holding, u.school_class, u.periods, h.path, u.day between ${from}::date and ${until}::date as counts,
      u.status = 'out' and u.due < ${today}::date as overdue
    from holding_use u join held h on h.id = u.holding
  ), lent as (
    select l.holding, l.copies, h.path, l.lent_on between ${from}::date and ${until}::date as counts,
      l.status = 'lent' and l.due < ${today}::date as overdue
    from loan l join held h on h.id = l.holding
  ), moved as (
    select m.kind, m.copies, h.path from holding_entry m join held h on h.id = m.holding
    where (m.at at time zone 'Asia/Shanghai')::date between ${from}::date and ${until}::date
  )
  select n.id as organisation, n.name, n.depth, h.*, m.*, u.*, l.lent, (select count(*)::text from (
      select holding from used where counts and path <@ n.path union select holding from lent where counts and path <@ n.path) once) as used,
    (u.late + l.late)::text as overdue
  from named n
    cross join lateral (select count(*) filter (where copies > 0)::text as titles, coalesce(sum(copies), 0)::text as copies,
      coalesce(sum("out"), 0)::text as "out" from held where path <@ n.path) h
    cross join lateral (select coalesce(sum(copies) filter (where kind in ('entered', 'received')), 0)::text as received,
      coalesce(sum(copies) filter (where kind = 'writtenOff'), 0)::text as "writtenOff",
      coalesce(sum(copies) filter (where kind = 'lost'), 0)::text as lost from moved where path <@ n.path) m
    cross join lateral (select count(*) filter (where counts)::text as uses, coalesce(sum(periods) filter (where counts), 0)::text as periods,
      count(distinct school_class) filter (where counts)::text as classes, count(*) filter (where overdue) as late
      from used where path <@ n.path) u
    cross join lateral (select coalesce(sum(copies) filter (where counts), 0)::text as lent, count(*) filter (where overdue) as late
      from lent where path <@ n.path) l
  order by n.depth, n.name, n.id`;

const sumsOf = (row: SumsRow): Sums => ({
  ...{ titles: Number(row.titles), copies: Number(row.copies), out: Number(row.out) },
  ...{ received: Number(row.received), writtenOff: Number(row.writtenOff), lost: Number(row.lost) },
  ...{ uses: Number(row.uses), periods: Number(row.periods), classes: Number(row.classes), used: Number(row.used) },
  ...{ lent: Number(row.lent), overdue: Number(row.overdue) },
});
