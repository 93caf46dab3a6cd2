import {
  CLOCK,
  inBeijing,
  orderComplaintFacts,
  orderDeliveryFacts,
  orderPublicationFacts,
  orderRoundFacts,
  OrderRoundKept,
  OrderRoundNotFound,
  refuse,
  schoolOrderFacts,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { sql, Store, takeTurn, type Aggregate, type AggregateClass, type FactOf, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrderComplaint } from './order-complaint.entity.js';
import { OrderDelivery } from './order-delivery.entity.js';
import { OrderPublication } from './order-publication.entity.js';
import { OrderRound } from './order-round.entity.js';
import { SchoolOrder } from './school-order.entity.js';

/** What one transaction takes along; a round of a city has thousands of orders. */
const batch = 200;

/** What the service forbids itself otherwise; of the ledger also to update, without which PostgreSQL does not check what refers to an order. */
const forbidden = [
  'delete on order_round, school_order, order_delivery, order_publication, order_complaint',
  'update, delete on order_entry',
] as const;

/** 保存三年: what was ordered is evidence. Three years after the last thing that happened in it a round may go, with all that belongs to it. */
@Injectable()
export class ErasingRounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async erase({ roundId }: InputOf<typeof resources.eraseOrderRound>, call: Call): Promise<void> {
    await this.eraseAll(OrderComplaint, orderComplaintFacts.erased, roundId, call);
    await this.eraseAll(OrderDelivery, orderDeliveryFacts.erased, roundId, call);
    await this.eraseAll(SchoolOrder, schoolOrderFacts.erased, roundId, call);
    await this.eraseAll(OrderPublication, orderPublicationFacts.erased, roundId, call);
    await this.allowed(roundId, call, (round, work) => work.remove(round, orderRoundFacts.erased));
  }

  /** Cut short, it goes on where it was when it is asked again. */
  private async eraseAll<E extends Aggregate>(type: AggregateClass<E>, erased: FactOf<E>, roundId: string, call: Call): Promise<void> {
    for (let went = batch; went === batch;)
      went = await this.allowed(roundId, call, async (round, work) => {
        const rows = await work.all(type, sql`t.round = ${round.id}`, batch);
        await work.query('delete from order_entry where school_order = any($1::uuid[])', [rows.map(({ id }) => id)]);
        for (const row of rows) await work.remove(row, erased);
        return rows.length;
      });
  }

  /** With the right to delete, for this one transaction and a round that has been kept long enough. */
  private allowed<T>(roundId: string, call: Call, erase: (round: OrderRound, work: Work) => Promise<T>): Promise<T> {
    return this.store.commit(call, async (work) => {
      const round = await work.target(OrderRound, roundId, OrderRoundNotFound);
      round.holdKeeper(call.caller);
      const until = await keptUntil(round, work);
      if (this.clock.now() < until) throw refuse(OrderRoundKept, { until: inBeijing(until) });
      await takeTurn(work, 'erasing rounds of ordering');
      for (const rights of forbidden) await work.query(`grant ${rights} to current_user`);
      const answer = await erase(round, work);
      for (const rights of forbidden) await work.query(`revoke ${rights} from current_user`);
      return answer;
    });
  }
}

/** Three years after it closed, or after whatever happened in it last. */
async function keptUntil({ id, closes }: OrderRound, work: Work): Promise<Date> {
  const [kept] = await work.query<{ until: Date }>(
    `select greatest($2::timestamptz, (select max(updated_at) from school_order where round = $1),
       (select max(updated_at) from order_delivery where round = $1), (select max(updated_at) from order_publication where round = $1),
       (select max(updated_at) from order_complaint where round = $1)) + interval '3 years' as until`,
    [id, closes],
  );
  return kept!.until;
}
