import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  FundCodeTaken,
  fundEntryFacts,
  FundEntryNotFound,
  FundEntryReversed,
  fundFacts,
  FundNotFound,
  FundNotKeeper,
  FundOutside,
  FundOverdrawn,
  publicFundsFacts,
  refuse,
  type Call,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, sql, Store, takeTurn, violates, type Work } from '@lianxue/persistence';
import { FundEntry } from './fund-entry.entity.js';
import { Fund } from './fund.entity.js';
import { PublicFunds } from './public-funds.entity.js';

/** Lines come into a fund one after the other, and none that its balances do not allow. */
@Injectable()
export class Bookkeeping {
  constructor(@Inject(Store) private readonly store: Store) {}

  open({ id = newId(), ...content }: InputOf<typeof reporting.openFund>, call: Call): Promise<Fund> {
    return this.store.commit(call, async (work) => {
      await work.within(content.organisation);
      const fund = Object.assign(new Fund(), content, { id });
      return work
        .insert(fund, fundFacts.opened, (existing) => isDeepStrictEqual(existing.fact(), fund.fact()))
        .catch((error: unknown) => {
          throw violates(error, 'fund_code') ? refuse(FundCodeTaken) : error;
        });
    });
  }

  enter({ fundId, id = newId(), ...line }: InputOf<typeof reporting.enterIntoFund>, call: Call): Promise<FundEntry> {
    return this.store.commit(call, async (work) => {
      // The fund's row stays locked until the commit ends, so that two lines never share a balance.
      const fund = await work.one(Fund, fundId, FundNotFound);
      if (line.kind === 'spending') await work.within(line.organisation);
      else if (call.caller.organisation !== fund.organisation) throw refuse(FundNotKeeper);
      await holdInside(line, fund, work);
      const entry = Object.assign(new FundEntry(), line, { id, fund: fund.id });
      const kept = await work.insert(entry, fundEntryFacts.entered, (existing) => isDeepStrictEqual(existing.fact(), entry.fact()));
      if (kept === entry) await holdBalance(entry, fund, work);
      return kept;
    });
  }

  reverse({ entryId, ...said }: InputOf<typeof reporting.reverseFundEntry>, call: Call): Promise<FundEntry> {
    return this.store.commit(call, async (work) => {
      const { fund: of, id, organisation, kind, fen, reverses } = await work.target(FundEntry, entryId, FundEntryNotFound);
      const [fund] = await work.all(Fund, sql`t.id = ${of}`, 1);
      if (call.caller.organisation !== fund!.organisation) throw refuse(FundNotKeeper);
      if (reverses) throw refuse(FundEntryReversed);
      const line = { id: newId(), organisation, fund: of, kind, fen: -Number(fen), reverses: id };
      const entry = await work.insert(Object.assign(new FundEntry(), line, said), fundEntryFacts.reversed).catch((error: unknown) => {
        throw violates(error, 'fund_entry_reversed_once') ? refuse(FundEntryReversed) : error;
      });
      await holdBalance(entry, fund!, work);
      return entry;
    });
  }

  statePublicFunds({ organisation, year, fen }: InputOf<typeof reporting.statePublicFunds>, call: Call): Promise<PublicFunds> {
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      await takeTurn(work, `public funds ${organisation} ${year}`);
      const [there] = await work.all(PublicFunds, sql`t.organisation = ${organisation} and t.year = ${year}`, 1);
      const stated = Object.assign(there ?? new PublicFunds(), { organisation, year, fen });
      return there ? work.update(stated, publicFundsFacts.stated) : work.insert(stated, publicFundsFacts.stated);
    });
  }
}

/** A budget is the keeper's; everything else belongs to an organisation at or below it. */
async function holdInside({ kind, organisation }: Pick<FundEntry, 'kind' | 'organisation'>, fund: Fund, work: Work): Promise<void> {
  const [inside] = await work.query(
    'select 1 from organisation o join organisation keeper on o.path <@ keeper.path where o.id = $1 and keeper.id = $2',
    [organisation, fund.organisation],
  );
  if (!inside || (kind === 'budget' && organisation !== fund.organisation)) throw refuse(FundOutside);
}

/** After the line: no more allocated than budgeted, no more spent by the organisation than allocated to it. */
async function holdBalance({ fund: of, organisation }: FundEntry, { overdraft }: Fund, work: Work): Promise<void> {
  if (overdraft) return;
  const [left] = await work.query<{ fund: string; organisation: string }>(
    `select coalesce(sum(case kind when 'budget' then fen when 'allocation' then -fen else 0 end), 0)::text as fund,
       coalesce(sum(case kind when 'allocation' then fen when 'spending' then -fen else 0 end) filter (where organisation = $2), 0)::text as organisation
     from fund_entry where fund = $1`,
    [of, organisation],
  );
  const least = Math.min(Number(left!.fund), Number(left!.organisation));
  if (least < 0) throw refuse(FundOverdrawn, { fen: -least });
}
