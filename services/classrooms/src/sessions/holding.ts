import { Inject, Injectable } from '@nestjs/common';
import {
  ClassSessionNotFound,
  classSessionFacts,
  CLOCK,
  type Call,
  type classrooms,
  type Clock,
  type FactKind,
  type ClassSessionFact,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import type { z } from 'zod';
import { ClassSessionEntity } from './class-session.entity.js';
import { seat, unseat } from './seating.js';

type Happened = FactKind<z.ZodType<ClassSessionFact>>;

/** The host holds its sessions; what falls out is cancelled beforehand or missed, and what was missed is made up. */
@Injectable()
export class Holding {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  start({ sessionId, at }: InputOf<typeof classrooms.start>, call: Call): Promise<ClassSessionEntity> {
    return this.change(sessionId, call, classSessionFacts.started, (row, now) => row.start(at === undefined ? now : new Date(at), now));
  }

  end({ sessionId, at }: InputOf<typeof classrooms.end>, call: Call): Promise<ClassSessionEntity> {
    return this.change(sessionId, call, classSessionFacts.held, (row, now) => row.end(at === undefined ? now : new Date(at), now));
  }

  cancel({ sessionId, reason }: InputOf<typeof classrooms.cancel>, call: Call): Promise<ClassSessionEntity> {
    return this.change(sessionId, call, classSessionFacts.cancelled, async (row, now, work) => {
      row.cancel(reason, now);
      await unseat(row, work);
    });
  }

  miss({ sessionId, reason }: InputOf<typeof classrooms.miss>, call: Call): Promise<ClassSessionEntity> {
    return this.change(sessionId, call, classSessionFacts.missed, (row, now) => row.miss(reason, now));
  }

  /** Answers the new session. */
  makeUp({ sessionId, startsAt, endsAt, id }: InputOf<typeof classrooms.makeUp>, call: Call): Promise<ClassSessionEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(ClassSessionEntity, sessionId, ClassSessionNotFound);
      const repeated = id !== undefined && row.madeUpBy === id;
      const [earlier] = row.madeUpBy === null || repeated ? [] : await work.all(ClassSessionEntity, sql`t.id = ${row.madeUpBy}`);
      const made = row.makeUp(new Date(startsAt), new Date(endsAt), earlier, this.clock.now());
      if (id) made.id = id;
      const seated = await seat(made, work);
      if (seated !== made) return seated;
      row.madeUpBy = made.id;
      await work.update(row, classSessionFacts.madeUp);
      return made;
    });
  }

  private change(
    id: string,
    call: Call,
    happened: Happened,
    rule: (row: ClassSessionEntity, now: Date, work: Work) => void | Promise<void>,
  ): Promise<ClassSessionEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(ClassSessionEntity, id, ClassSessionNotFound);
      await rule(row, this.clock.now(), work);
      return work.update(row, happened);
    });
  }
}
