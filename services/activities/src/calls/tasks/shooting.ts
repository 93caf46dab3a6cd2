import { Inject, Injectable } from '@nestjs/common';
import {
  assertThat,
  CallTaskPersonUnknown,
  callTaskFacts,
  CallTaskNotFound,
  CallTaskPlanTooLate,
  CallTaskPlanUnasked,
  CallTaskShotAhead,
  CLOCK,
  dayInBeijing,
  refuse,
  type activities,
  type Call,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Posts } from '../../works/posts.js';
import { runningTermsOf } from '../terms.js';
import { CallTask } from './call-task.entity.js';

/** 拍摄计划 → 拍摄: when, where and by whom a lesson is shot, and that it was. */
@Injectable()
export class Shooting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Posts) private readonly posts: Posts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async plan({ taskId, ...plan }: InputOf<typeof activities.planShooting>, call: Call): Promise<CallTask> {
    // Asked before the commit, which must not wait for the wire: whoever teaches the lesson may come from another school.
    if ((await this.posts.of(plan.presenter)).length === 0) throw refuse(CallTaskPersonUnknown, { person: plan.presenter });
    return this.store.commit(call, async (work) => {
      const task = await work.target(CallTask, taskId, CallTaskNotFound);
      task.make('plan');
      const { settings } = await runningTermsOf(task, work);
      assertThat(settings.plan, CallTaskPlanUnasked);
      const due = dayInBeijing(task.due);
      if (plan.day > due) throw refuse(CallTaskPlanTooLate, { due });
      task.plan = plan;
      return work.update(task, callTaskFacts.planned);
    });
  }

  complete({ taskId, day }: InputOf<typeof activities.completeShooting>, call: Call): Promise<CallTask> {
    return this.store.commit(call, async (work) => {
      const task = await work.target(CallTask, taskId, CallTaskNotFound);
      task.make('shoot');
      await runningTermsOf(task, work);
      assertThat(day <= dayInBeijing(this.clock.now()), CallTaskShotAhead);
      task.shotOn = day;
      return work.update(task, callTaskFacts.shot);
    });
  }
}
