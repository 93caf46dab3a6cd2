import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  CLOCK,
  inBeijing,
  type Call,
  type Clock,
  type FundTotals,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';

type Totals = Omit<FundTotals['units'][number], 'organisation' | 'name'>;

interface Row {
  readonly organisation: string;
  readonly name: string;
  readonly depth: number;
  readonly budget: string;
  readonly allocated: string;
  readonly spent: string;
  readonly public_funds: string | null;
}

/** What funds come to below an organisation, and one level down; sums of lines, nothing kept beside them. */
@Injectable()
export class TotallingFunds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  totals({ year }: InputOf<typeof reporting.fundTotals>, call: Call): Promise<FundTotals> {
    return this.below(actingOrganisation(call.caller), year);
  }

  /** Below an organisation that the caller has been found to reach. */
  async below(organisation: string, year: number): Promise<FundTotals> {
    const rows = await this.store.scan<Row>(sql`
      with named as (
        select o.id, o.name, o.path, nlevel(o.path) - nlevel(top.path) as depth
        from organisation top join organisation o on o.id = top.id or o.parent = top.id where top.id = ${organisation}
      ), lines as (
        select e.kind, e.fen, o.path from fund_entry e join fund f on f.id = e.fund and f.year = ${year} join organisation o on o.id = e.organisation
      ), stated as (
        select p.fen, o.path from public_funds p join organisation o on o.id = p.organisation where p.year = ${year}
      )
      select n.id as organisation, n.name, n.depth,
        coalesce((select sum(fen) from lines where kind = 'budget' and path <@ n.path), 0)::text as budget,
        coalesce((select sum(fen) from lines where kind = 'allocation' and path <@ n.path), 0)::text as allocated,
        coalesce((select sum(fen) from lines where kind = 'spending' and path <@ n.path), 0)::text as spent,
        (select sum(fen) from stated where path <@ n.path)::text as public_funds
      from named n order by n.depth, n.name, n.id`);
    const units = rows.filter(
      ({ depth, ...row }) => depth > 0 && (row.budget !== '0' || row.allocated !== '0' || row.spent !== '0' || row.public_funds !== null),
    );
    return {
      organisation,
      year,
      asOf: inBeijing(this.clock.now()),
      ...totalsOf(rows[0]!),
      units: units.map((row) => ({ organisation: row.organisation, name: row.name, ...totalsOf(row) })),
    };
  }
}

/** The share is rounded for reading; whether ten per cent are reached is judged by the amounts. */
function totalsOf({ budget, allocated, spent, public_funds: stated }: Row): Totals {
  const [used, base] = [BigInt(spent), stated === null ? null : BigInt(stated)];
  const share = base === null || base === 0n ? null : (used * 20_000n + base) / (2n * base);
  return {
    budget: Number(budget),
    allocated: Number(allocated),
    spent: Number(spent),
    publicFunds: base === null ? null : Number(base),
    share: share === null ? null : `${share / 100n}.${String(share % 100n).padStart(2, '0')}`,
    reached: base === null ? null : used * 10n >= base,
  };
}
