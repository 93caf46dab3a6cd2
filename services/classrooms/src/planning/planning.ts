import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  DeliveredClassBackwards,
  deliveredClassFacts,
  DeliveredClassNotFound,
  HostUnsuitable,
  NoSessions,
  ReceiverUnsuitable,
  refuse,
  TermTooLong,
  TooManySessions,
  type Call,
  type classrooms,
  type DeliveredClassInput,
  type InputOf,
  type Page,
  type RefusalKind,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { ClassSessionEntity } from '../sessions/class-session.entity.js';
import { seat } from '../sessions/seating.js';
import { DeliveredClassEntity } from './delivered-class.entity.js';
import { daysOf, timetable, type Times } from './timetable.js';

/** A school year: nobody knows a timetable further ahead. */
const mostDays = 366;

/** Sessions times receivers that one commit writes well within its two seconds; a term of two lessons a week for ten receivers. */
const mostSeats = 400;

/** A host plans a delivered class, and with it every session of the term. */
@Injectable()
export class Planning {
  constructor(@Inject(Store) private readonly store: Store) {}

  plan(input: DeliveredClassInput & { id?: string | undefined }, call: Call): Promise<DeliveredClassEntity> {
    const times = timesOf(input);
    return this.store.commit(call, async (work) => {
      const row = planOf(input, call, times.length);
      await work.within(row.organisation);
      await suits(row.organisation, ['school', 'centralSchool'], work, HostUnsuitable);
      for (const receiver of row.receivers) {
        await work.within(receiver, ReceiverUnsuitable);
        await suits(receiver, ['teachingPoint', 'campus', 'school', 'centralSchool'], work, ReceiverUnsuitable);
      }
      const planned = await work.insert(row, deliveredClassFacts.planned, (existing) =>
        isDeepStrictEqual(contentOf(existing), contentOf(row)),
      );
      if (planned !== row) return planned;
      for (const organisation of row.receivers) await work.assign(row, { organisation });
      for (const [index, each] of times.entries()) await seat(sessionOf(row, index + 1, each), work);
      return row;
    });
  }

  one(id: string, call: Call): Promise<DeliveredClassEntity> {
    return this.store.one(DeliveredClassEntity, id, call, DeliveredClassNotFound);
  }

  page<V>(
    { host, limit, cursor }: InputOf<typeof classrooms.deliveredClasses>,
    call: Call,
    view: (row: DeliveredClassEntity) => V,
  ): Promise<Page<V>> {
    const where = host === undefined ? sql`true` : sql`t.organisation = ${host}::uuid`;
    return this.store.page(DeliveredClassEntity, call, { where, limit, cursor }, view);
  }
}

function timesOf(input: DeliveredClassInput): Times[] {
  const days = daysOf(input);
  if (days < 1) throw refuse(DeliveredClassBackwards);
  if (days > mostDays) throw refuse(TermTooLong, { days: mostDays });
  const times = timetable(input);
  const most = Math.floor(mostSeats / input.receivers.length);
  if (times.length === 0) throw refuse(NoSessions);
  if (times.length > most) throw refuse(TooManySessions, { sessions: times.length, most });
  return times;
}

function planOf(
  { id, host, receivers, ...input }: DeliveredClassInput & { id?: string | undefined },
  { caller }: Call,
  sessions: number,
): DeliveredClassEntity {
  const row = new DeliveredClassEntity();
  if (id) row.id = id;
  row.organisation = host ?? actingOrganisation(caller);
  if (receivers.includes(row.organisation) || new Set(receivers).size !== receivers.length) throw refuse(ReceiverUnsuitable);
  return Object.assign(row, { ...input, receivers, sessions });
}

/** Refuses an organisation of another kind. */
async function suits(organisation: string, kinds: readonly string[], work: Work, unsuitable: RefusalKind): Promise<void> {
  const found = await work.query('select 1 from organisation where id = $1 and kind = any($2::text[])', [organisation, kinds]);
  if (found.length === 0) throw refuse(unsuitable);
}

function sessionOf({ id, organisation, receivers }: DeliveredClassEntity, number: number, times: Times): ClassSessionEntity {
  return Object.assign(new ClassSessionEntity(), { organisation, deliveredClass: id, number, receivers, ...times });
}

const contentOf = ({ organisation, subject, stage, grades, term, from, to, receivers, slots, exceptions }: DeliveredClassEntity) => ({
  organisation,
  subject,
  stage,
  grades,
  term,
  from,
  to,
  receivers,
  slots,
  exceptions,
});
