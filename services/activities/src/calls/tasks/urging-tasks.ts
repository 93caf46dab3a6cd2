import { Inject, Injectable } from '@nestjs/common';
import {
  activities,
  assertThat,
  CallNotFound,
  CallNothingOverdue,
  callTaskFacts,
  CLOCK,
  ownCallOf,
  type Call,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { allOf, Rounds, sql, Store } from '@lianxue/persistence';
import { CallForWorks } from '../call-for-works.entity.js';
import { holdRunning } from '../terms.js';
import { holdToIssuer } from './assigning-tasks.js';
import { CallTask } from './call-task.entity.js';
import { isOverdue, owes } from './standing.js';

const dayMs = 24 * 3600_000;
/** As many as one transaction writes in time. */
const most = 500;

/** The authority tells those whose tasks are overdue 催报. */
@Injectable()
export class UrgingTasks {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  urge({ callId, note, organisations }: InputOf<typeof activities.urgeCall>, call: Call): Promise<{ urged: number; urgedToday: number }> {
    const now = this.clock.now();
    return this.store.commit(call, async (work) => {
      // Locked, so that two who urge at the same moment come one after the other and nobody is urged twice.
      const terms = await work.one(CallForWorks, callId, CallNotFound);
      holdToIssuer({ issuer: terms.organisation }, call.caller);
      holdRunning(terms);
      const which = organisations !== undefined && sql`t.organisation = any(${organisations}::uuid[])`;
      const overdue = await work.all(CallTask, allOf(sql`t.call = ${callId}`, isOverdue(now), which), 5000);
      assertThat(overdue.length > 0, CallNothingOverdue);
      const before = new Date(now.getTime() - dayMs);
      const open = overdue.filter(({ urgedAt }) => urgedAt === null || urgedAt <= before);
      for (const task of open) Object.assign(task, { urgedAt: now, note });
      await work.updateAll(open, callTaskFacts.urged);
      return { urged: open.length, urgedToday: overdue.length - open.length };
    });
  }
}

const everyMs = 60_000;

/** Some days before a task is due, who owes it is reminded once 提醒. */
@Injectable()
export class Reminding extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  /** Answers how many it reminded of. */
  round(): Promise<number> {
    return this.inBatches(most, () => this.remindOfSome());
  }

  private remindOfSome(): Promise<number> {
    const now = this.clock.now();
    return this.store.commit(ownCallOf(activities.urgeCall), async (work) => {
      const soon = await work.all(CallTask, sql`t.remind_at <= ${now} and t.due > ${now} and ${owes}`, most);
      for (const task of soon) Object.assign(task, { remindAt: null, remindedAt: now });
      await work.updateAll(soon, callTaskFacts.reminded);
      return soon.length;
    });
  }
}
