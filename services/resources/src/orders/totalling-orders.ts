import {
  actingOrganisation,
  CLOCK,
  inBeijing,
  OrderRoundNotFound,
  type Call,
  type Clock,
  type InputOf,
  type OrderTotals,
  type resources,
} from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrderRound } from './order-round.entity.js';

type Sums = Omit<OrderTotals['units'][number], 'organisation' | 'name'>;
type SumsRow = { readonly [K in keyof Sums]: string } & { readonly organisation: string; readonly name: string; readonly depth: number };

interface EntryRow {
  readonly title: string;
  readonly grade: number;
  readonly copies: string;
  readonly fen: string;
}

interface DeliveredRow {
  readonly title: string;
  readonly sent: string;
  readonly received: string;
  readonly short: string;
}

/** How the sums are read: on any connection, or inside the commit that publishes them. */
type Reading = <R>(piece: Sql) => Promise<R[]>;

/** What a round comes to below an organisation: sums of the ledger and of what was counted on arrival, nothing kept beside them. */
@Injectable()
export class TotallingOrders {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async totals({ roundId }: InputOf<typeof resources.orderTotals>, call: Call): Promise<OrderTotals> {
    return this.of(await this.store.one(OrderRound, roundId, call, OrderRoundNotFound), actingOrganisation(call.caller));
  }

  /** Below an organisation that the caller has been found to reach. */
  async of(round: OrderRound, organisation: string, read: Reading = (piece) => this.store.scan(piece)): Promise<OrderTotals> {
    const sums = await read<SumsRow>(sumsBelow(round.id, organisation));
    const entries = await read<EntryRow>(entriesBelow(round.id, organisation));
    const delivered = await read<DeliveredRow>(deliveredBelow(round.id, organisation));
    const [complaints] = await read<{ filed: string; answered: string }>(complaintsBelow(round.id, organisation));
    const units = sums.filter(({ depth, schools }) => depth > 0 && schools !== '0');
    return {
      round: round.id,
      organisation,
      asOf: inBeijing(this.clock.now()),
      ...sumsOf(sums[0]!),
      complaints: { filed: Number(complaints!.filed), answered: Number(complaints!.answered) },
      titles: titlesOf(round, entries, delivered),
      units: units.map((row) => ({ organisation: row.organisation, name: row.name, ...sumsOf(row) })),
    };
  }
}

const sumsBelow = (round: string, organisation: string): Sql => sql`
  with named as (
    select o.id, o.name, o.path, nlevel(o.path) - nlevel(top.path) as depth
    from organisation top join organisation o on o.id = top.id or o.parent = top.id where top.id = ${organisation}
  ), ordered as (
    select s.status, s.copies, s.fen, o.path from school_order s join organisation o on o.id = s.organisation
    where s.round = ${round} and s.status in ('submitted', 'confirmed')
  ), come as (
    select l.copies as sent, l.received, l.copies - l.received as short, o.path
    from order_delivery d join organisation o on o.id = d.organisation
      cross join lateral jsonb_to_recordset(d.lines) l(copies int, received int) where d.round = ${round}
  )
  select n.id as organisation, n.name, n.depth, x.schools, x.confirmed, x.copies, x.fen, y.sent, y.received, y.short from named n
    cross join lateral (select count(*)::text as schools, (count(*) filter (where status = 'confirmed'))::text as confirmed,
      coalesce(sum(copies), 0)::text as copies, coalesce(sum(fen), 0)::text as fen from ordered where path <@ n.path) x
    cross join lateral (select coalesce(sum(sent), 0)::text as sent, coalesce(sum(received), 0)::text as received,
      coalesce(sum(short), 0)::text as short from come where path <@ n.path) y
  order by n.depth, n.name, n.id`;

const entriesBelow = (round: string, organisation: string): Sql => sql`
  select e.title, e.grade, sum(e.copies)::text as copies, sum(e.copies * e.fen)::text as fen
  from order_entry e join school_order s on s.id = e.school_order and s.round = ${round} and s.status in ('submitted', 'confirmed')
    join organisation o on o.id = s.organisation join organisation top on top.id = ${organisation} and o.path <@ top.path
  group by e.title, e.grade having sum(e.copies) <> 0 order by e.title, e.grade`;

const deliveredBelow = (round: string, organisation: string): Sql => sql`
  select l.title, sum(l.copies)::text as sent, coalesce(sum(l.received), 0)::text as received,
    coalesce(sum(l.copies - l.received), 0)::text as short
  from order_delivery d cross join lateral jsonb_to_recordset(d.lines) l(title uuid, copies int, received int)
    join organisation o on o.id = d.organisation join organisation top on top.id = ${organisation} and o.path <@ top.path
  where d.round = ${round} group by l.title`;

const complaintsBelow = (round: string, organisation: string): Sql => sql`
  select count(*)::text as filed, (count(*) filter (where c.status <> 'filed'))::text as answered
  from order_complaint c join organisation o on o.id = c.organisation join organisation top on top.id = ${organisation} and o.path <@ top.path
  where c.round = ${round}`;

const sumsOf = ({ schools, confirmed, copies, fen, sent, received, short }: SumsRow): Sums => ({
  ...{ schools: Number(schools), confirmed: Number(confirmed), copies: Number(copies), fen: Number(fen) },
  ...{ sent: Number(sent), received: Number(received), short: Number(short) },
});

/** Each title of the round that was ordered or sent, in the round's order. */
function titlesOf({ titles }: OrderRound, entries: readonly EntryRow[], delivered: readonly DeliveredRow[]): OrderTotals['titles'] {
  return titles.flatMap(({ title, code, name }) => {
    const grades = entries
      .filter((entry) => entry.title === title)
      .map(({ grade, copies, fen }) => ({ grade, copies: Number(copies), fen: Number(fen) }));
    const come = delivered.find((row) => row.title === title);
    if (grades.length === 0 && !come) return [];
    const [copies, fen] = [grades.reduce((sum, row) => sum + row.copies, 0), grades.reduce((sum, row) => sum + row.fen, 0)];
    const moved = { sent: Number(come?.sent ?? 0), received: Number(come?.received ?? 0), short: Number(come?.short ?? 0) };
    return [{ title, code, name, copies, fen, grades, ...moved }];
  });
}
