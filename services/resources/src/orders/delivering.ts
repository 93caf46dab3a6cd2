import { isDeepStrictEqual } from 'node:util';
import {
  CLOCK,
  orderDeliveryFacts,
  OrderDeliveryMiscounted,
  OrderDeliveryNotFound,
  OrderDeliveryReceived,
  OrderDeliveryTooMuch,
  OrderNotConfirmed,
  refuse,
  SchoolOrderNotFound,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { newId, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { stock } from '../holdings/stocking.js';
import { OrderDelivery } from './order-delivery.entity.js';
import { OrderRound } from './order-round.entity.js';
import { SchoolOrder } from './school-order.entity.js';

type Counted = InputOf<typeof resources.receiveOrderDelivery>['lines'];

/** What was ordered is sent and counted on arrival, which brings it into stock. What is short stays to be delivered. */
@Injectable()
export class Delivering {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  deliver({ orderId, id = newId(), number, day, lines }: InputOf<typeof resources.deliverOrder>, call: Call): Promise<OrderDelivery> {
    return this.store.commit(call, async (work) => {
      // The order's row stays locked until the commit ends, so that two deliveries never send the same copies.
      const order = await work.one(SchoolOrder, orderId, SchoolOrderNotFound);
      const [round] = await work.all(OrderRound, sql`t.id = ${order.round}`, 1);
      round!.holdClosed(this.clock.now());
      if (order.status !== 'confirmed') throw refuse(OrderNotConfirmed);
      const delivery = Object.assign(new OrderDelivery(), {
        ...{ id, organisation: order.organisation, round: order.round, order: order.id, number, day },
        lines: lines.map(({ title, copies }) => ({ title: title.toLowerCase(), copies, received: null, damaged: null })),
      });
      const before = await work.all(OrderDelivery, sql`t.school_order = ${order.id}`);
      const there = before.find((other) => other.id === id);
      if (!there) holdToOrder(delivery, order, before);
      return work.insert(delivery, orderDeliveryFacts.sent, (existing) => isDeepStrictEqual(sentOf(existing), sentOf(delivery)));
    });
  }

  receive({ deliveryId, lines, note }: InputOf<typeof resources.receiveOrderDelivery>, call: Call): Promise<OrderDelivery> {
    return this.store.commit(call, async (work) => {
      const delivery = await work.target(OrderDelivery, deliveryId, OrderDeliveryNotFound);
      if (delivery.status === 'received') throw refuse(OrderDeliveryReceived);
      holdToSent(lines, delivery);
      delivery.lines = delivery.lines.map((sent) => ({ ...sent, ...countOf(sent.title, lines)! }));
      delivery.short = delivery.lines.reduce((sum, { copies, received }) => sum + copies - received!, 0);
      Object.assign(delivery, { status: 'received', receivedAt: this.clock.now(), note: note ?? null });
      const received = await work.update(delivery, orderDeliveryFacts.received);
      await stock(received, delivery.receivedAt!, work);
      return received;
    });
  }
}

const sentOf = ({ order, number, day, lines }: OrderDelivery) => ({
  ...{ order, number, day },
  lines: lines.map(({ title, copies }) => ({ title, copies })),
});

/** No more of a title than was ordered and neither arrived in good order nor is on its way. */
function holdToOrder(delivery: OrderDelivery, order: SchoolOrder, before: readonly OrderDelivery[]): void {
  for (const { title, copies } of delivery.lines) {
    const come = before.flatMap(({ lines }) => lines).filter((line) => line.title === title);
    const left = order.copiesOf(title) - come.reduce((sum, line) => sum + (line.received ?? line.copies), 0);
    if (copies > left) throw refuse(OrderDeliveryTooMuch, { titleId: title, left });
  }
}

const countOf = (title: string, counted: Counted): { received: number; damaged: number } | undefined => {
  const found = counted.find((line) => line.title.toLowerCase() === title);
  return found && { received: found.received, damaged: found.damaged };
};

function holdToSent(counted: Counted, { lines }: OrderDelivery): void {
  const wrong = lines
    .filter(({ title, copies }) => {
      const count = countOf(title, counted);
      return !count || count.received + count.damaged > copies;
    })
    .map(({ title }) => title);
  const unknown = counted.map(({ title }) => title.toLowerCase()).filter((title) => !lines.some((line) => line.title === title));
  if (wrong.length + unknown.length > 0) throw refuse(OrderDeliveryMiscounted, { titles: [...wrong, ...unknown] });
}
