import { isDeepStrictEqual } from 'node:util';
import {
  CLOCK,
  orderRoundFacts,
  OrderRoundNotFound,
  OrderRoundPast,
  OrderRoundSettled,
  OrderTitleNotVetted,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type OfferedTitle,
  type resources,
} from '@lianxue/contracts';
import { newId, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrderDelivery } from './order-delivery.entity.js';
import { OrderRound } from './order-round.entity.js';
import { OrderTitle } from './order-title.entity.js';

type Announced = InputOf<typeof resources.announceOrderRound>;
type Vetted = Pick<OfferedTitle, 'title' | 'code' | 'name' | 'grades'> & { readonly fen: string };

/** An authority says what can be ordered, from when until when. Names and prices are those of that moment. */
@Injectable()
export class AnnouncingRounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async announce({ id = newId(), titles, opens, closes, ...settings }: Announced, call: Call): Promise<OrderRound> {
    const offered = await this.offered(titles, call);
    return this.store.commit(call, async (work) => {
      const window = { opens: new Date(opens), closes: new Date(closes) };
      const { organisation } = call.caller;
      const round = Object.assign(new OrderRound(), { id, organisation, ...settings, ...window, titles: offered });
      return work.insert(round, orderRoundFacts.announced, (existing) =>
        isDeepStrictEqual([existing.fact(), existing.titles], [round.fact(), round.titles]),
      );
    });
  }

  moveEnd({ roundId, closes }: InputOf<typeof resources.moveOrderRound>, call: Call): Promise<OrderRound> {
    return this.store.commit(call, async (work) => {
      const round = await work.target(OrderRound, roundId, OrderRoundNotFound);
      round.holdKeeper(call.caller);
      const until = new Date(closes);
      if (until < this.clock.now() || until <= round.opens) throw refuse(OrderRoundPast);
      const delivered = await work.all(OrderDelivery, sql`t.round = ${round.id}`, 1);
      if (round.publications > 0 || delivered.length > 0) throw refuse(OrderRoundSettled);
      round.closes = until;
      return work.update(round, orderRoundFacts.moved);
    });
  }

  /** The titles with name, code and price of now; all of them vetted and in a catalogue the caller orders from. */
  private async offered(titles: Announced['titles'], call: Call): Promise<OfferedTitle[]> {
    const ids = titles.map(({ title }) => title.toLowerCase());
    const reach = await this.store.reachOf(OrderTitle, call);
    const rows = await this.store.read<Vetted>(
      sql`select t.id as title, t.code, t.name, t.grades, t.fen from order_title t where t.id = any(${ids}::uuid[]) and t.status = 'vetted' and ${reach}`,
    );
    const vetted = new Map(rows.map((row) => [row.title, row]));
    const unknown = ids.filter((id) => !vetted.has(id));
    if (unknown.length > 0) throw refuse(OrderTitleNotVetted, { count: unknown.length, titles: unknown });
    return titles.map(({ title, per, most }) => {
      const { code, name, grades, fen } = vetted.get(title.toLowerCase())!;
      return { title: title.toLowerCase(), code, name, fen: Number(fen), grades, per, most };
    });
  }
}
