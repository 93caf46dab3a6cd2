import {
  CLOCK,
  orderPublicationFacts,
  orderRoundFacts,
  OrderRoundNotFound,
  OrderRoundUnconfirmed,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { newId, render, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrderPublication } from './order-publication.entity.js';
import { OrderRound } from './order-round.entity.js';
import { SchoolOrder } from './school-order.entity.js';
import { TotallingOrders } from './totalling-orders.js';

/** What was ordered is for everybody to know. What was published once stays as it was. */
@Injectable()
export class PublishingTotals {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(TotallingOrders) private readonly totalling: TotallingOrders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  publish({ roundId, note }: InputOf<typeof resources.publishOrderTotals>, call: Call): Promise<OrderPublication> {
    return this.store.commit(call, async (work) => {
      // The round's row stays locked: no window is extended, and no second publication counted, while this one adds up.
      const round = await work.target(OrderRound, roundId, OrderRoundNotFound);
      round.holdKeeper(call.caller);
      round.holdClosed(this.clock.now());
      await holdDecided(round, work);
      round.publications += 1;
      await work.update(round, orderRoundFacts.published);
      const totals = await this.totalling.of(round, round.organisation, (piece) => {
        const { text, values } = render(piece);
        return work.query(text, values);
      });
      const { organisation, id, name: roundName, publications: nth } = round;
      const publication = Object.assign(new OrderPublication(), { id: newId(), organisation, round: id, roundName, nth, note, totals });
      return work.insert(publication, orderPublicationFacts.published);
    });
  }
}

/** Nothing is published of which part may still be returned. */
async function holdDecided({ id }: OrderRound, work: Work): Promise<void> {
  const waiting = await work.all(SchoolOrder, sql`t.round = ${id} and t.status = 'submitted'`);
  if (waiting.length > 0) throw refuse(OrderRoundUnconfirmed, { count: waiting.length });
}
