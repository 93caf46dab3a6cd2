import { isDeepStrictEqual } from 'node:util';
import {
  assertThat,
  CLOCK,
  holdingFacts,
  HoldingNotFound,
  HoldingOfferUnfit,
  HoldingTitleHeld,
  OrderTitleNotFound,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { newId, sql, Store, takeTurn, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrderTitle } from '../orders/order-title.entity.js';
import { Holding } from './holding.entity.js';
import { move, turnOf, write, type Entry } from './ledger.js';

/** What a school or an authority holds: it enters, comes and goes by the ledger alone, and may be shared. */
@Injectable()
export class KeepingHoldings {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  enter(
    { id = newId(), organisation, orderTitle, copies, ...description }: InputOf<typeof resources.enterHolding>,
    call: Call,
  ): Promise<Holding> {
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      if (orderTitle !== null) await holdNew({ id, organisation, orderTitle }, work);
      const entered = Object.assign(new Holding(), { id, organisation, orderTitle, copies, ...description });
      const said = ({ organisation: of, orderTitle: title, description: about }: Holding) => ({ of, title, about });
      const kept = await work.insert(entered, holdingFacts.entered, (existing) => isDeepStrictEqual(said(existing), said(entered)));
      if (kept === entered) await write(entered, { kind: 'entered', copies }, this.clock.now(), work);
      return kept;
    });
  }

  describe({ holdingId, ...description }: InputOf<typeof resources.describeHolding>, call: Call): Promise<Holding> {
    return this.store.commit(call, async (work) => {
      const holding = await work.target(Holding, holdingId, HoldingNotFound);
      Object.assign(holding, description);
      return work.update(holding, holdingFacts.described);
    });
  }

  receive({ holdingId, ...come }: InputOf<typeof resources.receiveCopies>, call: Call): Promise<Holding> {
    return this.move(holdingId, { kind: 'received', ...come }, call);
  }

  writeOff({ holdingId, ...gone }: InputOf<typeof resources.writeOffCopies>, call: Call): Promise<Holding> {
    return this.move(holdingId, { kind: 'writtenOff', ...gone }, call);
  }

  share({ holdingId, ...offer }: InputOf<typeof resources.shareHolding>, call: Call): Promise<Holding> {
    return this.store.commit(call, async (work) => {
      const holding = await work.target(Holding, holdingId, HoldingNotFound);
      const above = await work.query(
        `select 1 from organisation o join organisation top on top.path @> o.path and top.id <> o.id
         where o.id = $1 and top.id = $2 and top.kind = any('{province,city,county,bureau}')`,
        [holding.organisation, offer.within],
      );
      assertThat(above.length > 0 && offer.copies <= holding.copies, HoldingOfferUnfit, { copies: holding.copies });
      Object.assign(holding, { offer, sharedBy: [offer.within] });
      return work.update(holding, holdingFacts.shared);
    });
  }

  keep({ holdingId }: InputOf<typeof resources.keepHolding>, call: Call): Promise<Holding> {
    return this.store.commit(call, async (work) => {
      const holding = await work.target(Holding, holdingId, HoldingNotFound);
      if (holding.offer === null) return holding;
      Object.assign(holding, { offer: null, sharedBy: [] });
      return work.update(holding, holdingFacts.kept);
    });
  }

  private move(holdingId: string, entry: Entry, call: Call): Promise<Holding> {
    return this.store.commit(call, async (work) => {
      const holding = await work.target(Holding, holdingId, HoldingNotFound);
      await move(holding, [entry], this.clock.now(), work);
      return holding;
    });
  }
}

/** A title of the order catalogue that the caller meets, and of which the organisation has no holding yet. */
async function holdNew({ id, organisation, orderTitle }: Pick<Holding, 'id' | 'organisation' | 'orderTitle'>, work: Work): Promise<void> {
  await work.one(OrderTitle, orderTitle!, OrderTitleNotFound);
  await takeTurn(work, turnOf(organisation));
  const held = await work.all(Holding, sql`t.organisation = ${organisation} and t.order_title = ${orderTitle} and t.id <> ${id}`, 1);
  assertThat(held.length === 0, HoldingTitleHeld);
}
