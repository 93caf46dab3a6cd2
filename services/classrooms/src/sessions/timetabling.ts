import { Inject, Injectable } from '@nestjs/common';
import {
  ClassSessionNotFound,
  CLOCK,
  type Call,
  type classrooms,
  type ClassSession,
  type ClassSessionState,
  type Clock,
  type InputOf,
  type Page,
} from '@lianxue/contracts';
import { allOf, sql, Store, type Sql } from '@lianxue/persistence';
import { ClassSessionEntity } from './class-session.entity.js';
import { classSessionView } from './class-session.view.js';

/** Hosts, receivers and authorities read their timetable. */
@Injectable()
export class Timetabling {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  view(row: ClassSessionEntity, { caller }: Call): ClassSession {
    return classSessionView(row, caller, this.clock.now());
  }

  async one(id: string, call: Call): Promise<ClassSession> {
    return this.view(await this.store.one(ClassSessionEntity, id, call, ClassSessionNotFound), call);
  }

  page(
    { deliveredClass, receiver, status, from, to, limit, cursor }: InputOf<typeof classrooms.sessions>,
    call: Call,
  ): Promise<Page<ClassSession>> {
    const where = allOf(
      deliveredClass !== undefined && sql`t.delivered_class = ${deliveredClass}::uuid`,
      receiver !== undefined && sql`${receiver}::uuid = any(t.receivers)`,
      status !== undefined && this.stands(status),
      from !== undefined && sql`t.starts_at >= ${new Date(`${from}T00:00:00+08:00`)}`,
      to !== undefined && sql`t.starts_at < ${new Date(`${to}T24:00:00+08:00`)}`,
    );
    const order = [{ column: 'starts_at' }, { column: 'id' }];
    return this.store.page(ClassSessionEntity, call, { where, order, limit, cursor }, (row) => this.view(row, call));
  }

  /** As {@link ClassSessionEntity.statusAt} sees it. */
  private stands(status: ClassSessionState): Sql {
    const over = sql`t.ends_at < ${this.clock.now()}`;
    if (status === 'planned') return sql`t.status = 'planned' and not ${over}`;
    if (status === 'missed') return sql`(t.status = 'missed' or t.status = 'planned' and ${over})`;
    return sql`t.status = ${status}`;
  }
}
