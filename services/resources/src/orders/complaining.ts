import { isDeepStrictEqual } from 'node:util';
import {
  CLOCK,
  orderComplaintFacts,
  OrderComplaintNotFound,
  OrderComplaintUnanswerable,
  OrderRoundNotFound,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { newId, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrderComplaint } from './order-complaint.entity.js';
import { OrderRound } from './order-round.entity.js';

/** Whoever is made to order, or overcharged, says so past their school; the authority above it answers. */
@Injectable()
export class Complaining {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  file({ roundId, id = newId(), school, about, words }: InputOf<typeof resources.fileOrderComplaint>, call: Call): Promise<OrderComplaint> {
    return this.store.commit(call, async (work) => {
      const round = await work.one(OrderRound, roundId, OrderRoundNotFound);
      await work.within(school);
      const organisation = await authorityAbove(school, work);
      const content = { round: round.id, school: school.toLowerCase(), about, words, complainant: call.caller.subject };
      const complaint = Object.assign(new OrderComplaint(), { id, organisation, ...content });
      const same = (existing: OrderComplaint) => isDeepStrictEqual(saidIn(existing), saidIn(complaint));
      const filed = await work.insert(complaint, orderComplaintFacts.filed, same);
      if (filed === complaint) await work.assign(filed, { person: call.caller.subject });
      return filed;
    });
  }

  answer({ complaintId, decision, answer }: InputOf<typeof resources.answerOrderComplaint>, call: Call): Promise<OrderComplaint> {
    return this.store.commit(call, async (work) => {
      const complaint = await work.target(OrderComplaint, complaintId, OrderComplaintNotFound);
      complaint.make(decision);
      Object.assign(complaint, { answer, answeredAt: this.clock.now() });
      return work.update(complaint, decision === 'uphold' ? orderComplaintFacts.upheld : orderComplaintFacts.dismissed);
    });
  }
}

const saidIn = ({ round, school, about, words, complainant }: OrderComplaint) => ({ round, school, about, words, complainant });

/** The nearest authority above a school: 教学点 and 校区 lie below a school first. */
async function authorityAbove(school: string, work: Work): Promise<string> {
  const [authority] = await work.query<{ id: string }>(
    `select above.id from organisation o join organisation above on above.path @> o.path
     where o.id = $1 and above.kind = any('{province,city,county,bureau}') order by nlevel(above.path) desc limit 1`,
    [school],
  );
  if (!authority) throw refuse(OrderComplaintUnanswerable);
  return authority.id;
}
