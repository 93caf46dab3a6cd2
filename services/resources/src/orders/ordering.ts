import { isDeepStrictEqual } from 'node:util';
import {
  CLOCK,
  OrderRoundNotFound,
  refuse,
  schoolOrderFacts,
  SchoolOrderNoSchool,
  SchoolOrderNotFound,
  SchoolOrderOwn,
  SchoolOrderPlaced,
  SchoolOrderUnchanged,
  type Call,
  type Clock,
  type InputOf,
  type OrderLine,
  type resources,
} from '@lianxue/contracts';
import { newId, sql, Store, violates, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { enterIntoLedger } from './ledger.js';
import { holdToRules, sumsOf } from './order-rules.js';
import { OrderRound } from './order-round.entity.js';
import { SchoolOrder } from './school-order.entity.js';

/** A school orders by class while the round is open; an authority above it confirms. */
@Injectable()
export class Ordering {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  place({ roundId, id = newId(), organisation, lines }: InputOf<typeof resources.placeSchoolOrder>, call: Call): Promise<SchoolOrder> {
    return this.store.commit(call, async (work) => {
      const round = await work.one(OrderRound, roundId, OrderRoundNotFound);
      round.holdOpen(this.clock.now());
      await work.within(organisation);
      await holdSchoolOf(round, organisation, work);
      const wanted = lines.map(withSmallIds);
      holdToRules(wanted, round);
      const order = Object.assign(new SchoolOrder(), { id, organisation, round: round.id, lines: wanted, ...sumsOf(wanted, round) });
      const same = (existing: SchoolOrder) => isDeepStrictEqual([existing.fact(), existing.lines], [order.fact(), order.lines]);
      return work.insert(order, schoolOrderFacts.placed, same).catch((error: unknown) => {
        throw violates(error, 'school_order_once') ? refuse(SchoolOrderPlaced) : error;
      });
    });
  }

  fill({ orderId, lines }: InputOf<typeof resources.fillSchoolOrder>, call: Call): Promise<SchoolOrder> {
    return this.store.commit(call, async (work) => {
      const { order, round } = await this.open(orderId, work);
      order.make('fill');
      this.want(lines.map(withSmallIds), order, round);
      return work.update(order, schoolOrderFacts.filled);
    });
  }

  submit({ orderId }: InputOf<typeof resources.submitSchoolOrder>, call: Call): Promise<SchoolOrder> {
    return this.store.commit(call, async (work) => {
      const { order, round } = await this.open(orderId, work);
      order.make('submit');
      this.submitted(order, call);
      order.reason = null;
      await enterIntoLedger(order, round, { reason: null, at: this.clock.now() }, work);
      work.note('order.voluntary', order.id, { voluntary: true });
      return work.update(order, schoolOrderFacts.submitted);
    });
  }

  /** 补订、退订: each line says how many copies a class wants of a title from now on. */
  adjust({ orderId, lines, reason }: InputOf<typeof resources.adjustSchoolOrder>, call: Call): Promise<SchoolOrder> {
    return this.store.commit(call, async (work) => {
      const { order, round } = await this.open(orderId, work);
      order.make('adjust');
      this.want(adjusted(order.lines, lines.map(withSmallIds)), order, round);
      this.submitted(order, call);
      const entered = await enterIntoLedger(order, round, { reason, at: this.clock.now() }, work);
      if (entered === 0) throw refuse(SchoolOrderUnchanged);
      return work.update(order, schoolOrderFacts.adjusted);
    });
  }

  confirm({ orderId }: InputOf<typeof resources.confirmSchoolOrder>, call: Call): Promise<SchoolOrder> {
    return this.store.commit(call, async (work) => {
      const order = await work.target(SchoolOrder, orderId, SchoolOrderNotFound);
      if (order.submittedBy === call.caller.subject) throw refuse(SchoolOrderOwn);
      order.make('confirm');
      return work.update(order, schoolOrderFacts.confirmed);
    });
  }

  giveBack({ orderId, reason }: InputOf<typeof resources.returnSchoolOrder>, call: Call): Promise<SchoolOrder> {
    return this.store.commit(call, async (work) => {
      const order = await work.target(SchoolOrder, orderId, SchoolOrderNotFound);
      order.make('return');
      order.reason = reason;
      return work.update(order, schoolOrderFacts.returned);
    });
  }

  /** The order, and its round while schools may order. */
  private async open(orderId: string, work: Work) {
    const order = await work.target(SchoolOrder, orderId, SchoolOrderNotFound);
    const [round] = await work.all(OrderRound, sql`t.id = ${order.round}`, 1);
    round!.holdOpen(this.clock.now());
    return { order, round: round! };
  }

  private want(lines: OrderLine[], order: SchoolOrder, round: OrderRound): void {
    holdToRules(lines, round);
    Object.assign(order, { lines, ...sumsOf(lines, round) });
  }

  private submitted(order: SchoolOrder, { caller }: Call): void {
    order.submittedAt = this.clock.now();
    order.submittedBy = caller.subject;
  }
}

/** Ids are the same in whatever case they are written; the rules compare them as texts. */
const withSmallIds = <L extends OrderLine>(line: L): L => ({
  ...line,
  schoolClass: line.schoolClass.toLowerCase(),
  title: line.title.toLowerCase(),
});

/** The lines with these in place of those of the same class and title; what is wanted no more is left out. */
function adjusted(lines: readonly OrderLine[], changes: readonly OrderLine[]): OrderLine[] {
  const isSame = (one: OrderLine) => (other: OrderLine) => one.schoolClass === other.schoolClass && one.title === other.title;
  const kept = lines.map((line) => changes.find(isSame(line)) ?? line);
  const added = changes.filter((change, index) => !lines.some(isSame(change)) || changes.findIndex(isSame(change)) < index);
  return [...kept, ...added].filter(({ copies }) => copies > 0);
}

/** Orders are a school's, of those below who announced the round. */
async function holdSchoolOf(round: OrderRound, organisation: string, work: Work): Promise<void> {
  const [school] = await work.query(
    `select 1 from organisation o join organisation keeper on o.path <@ keeper.path
     where o.id = $1 and keeper.id = $2 and o.kind = any('{school,centralSchool,campus,teachingPoint}')`,
    [organisation, round.organisation],
  );
  if (!school) throw refuse(SchoolOrderNoSchool);
}
