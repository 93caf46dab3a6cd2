import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  attendanceFacts,
  AtOutside,
  ClassSessionNotFound,
  CLOCK,
  NotAReceiver,
  refuse,
  SessionNotStarted,
  type AttendanceEntry,
  type Call,
  type Caller,
  type classrooms,
  type Clock,
  type InputOf,
  type Page,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { ClassSessionEntity } from '../sessions/class-session.entity.js';
import { AttendanceEntryEntity } from './attendance-entry.entity.js';
import { attendanceEntryView } from './attendance-entry.view.js';

/** Who is early switches on before the bell, and who signs in last does so while the class packs up. */
const graceMs = 30 * 60_000;

type Input = InputOf<typeof classrooms.attend>;

/** Receivers sign in; apps report who joined and left. */
@Injectable()
export class Attending {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record(input: Input, call: Call): Promise<AttendanceEntryEntity> {
    // Read without a lock: all receivers sign in within the same minute.
    const session = await this.store.one(ClassSessionEntity, input.sessionId, call, ClassSessionNotFound);
    const receiver = input.receiver ?? actingOrganisation(call.caller);
    if (!session.receivers.includes(receiver)) throw refuse(NotAReceiver);
    const at = input.at === undefined ? this.clock.now() : new Date(input.at);
    within(session, at, this.clock.now());
    return this.store.commit(call, async (work) => {
      await work.within(receiver, NotAReceiver);
      const row = entryOf(input, session, receiver, at, call.caller);
      const recorded = await work.insert(
        row,
        attendanceFacts.recorded,
        (existing) => existing.session === row.session && existing.receiver === receiver && existing.kind === row.kind,
      );
      if (recorded === row) await work.assign(row, { organisation: receiver });
      return recorded;
    });
  }

  async page({ sessionId, limit, cursor }: InputOf<typeof classrooms.attendance>, call: Call): Promise<Page<AttendanceEntry>> {
    await this.store.one(ClassSessionEntity, sessionId, call, ClassSessionNotFound);
    const order = [{ column: 'at' }, { column: 'id' }];
    return this.store.page(
      AttendanceEntryEntity,
      call,
      { where: sql`t.session = ${sessionId}::uuid`, order, limit, cursor },
      attendanceEntryView,
    );
  }
}

/** Refuses a time before the session began, after it ended, or to come. */
function within({ startedAt, endedAt }: ClassSessionEntity, at: Date, now: Date): void {
  if (startedAt === null) throw refuse(SessionNotStarted);
  const tooEarly = at.getTime() < startedAt.getTime() - graceMs;
  const tooLate = at > now || (endedAt !== null && at.getTime() > endedAt.getTime() + graceMs);
  if (tooEarly || tooLate) throw refuse(AtOutside);
}

function entryOf(
  { id, kind, pupils, evidence, polled, at: given }: Input,
  session: ClassSessionEntity,
  receiver: string,
  at: Date,
  caller: Caller,
): AttendanceEntryEntity {
  const row = new AttendanceEntryEntity();
  if (id) row.id = id;
  row.organisation = session.organisation;
  row.session = session.id;
  row.receiver = receiver;
  row.kind = kind;
  row.at = at;
  row.source = caller.kind === 'app' ? (polled ? 'polling' : 'webhook') : given === undefined ? 'signIn' : 'afterwards';
  row.pupils = pupils ?? null;
  row.evidenceKind = evidence.kind;
  row.evidenceReference = evidence.reference;
  return row;
}
