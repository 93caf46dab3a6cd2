import { Controller, Inject } from '@nestjs/common';
import { activities, CallTaskNotFound, CLOCK, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { AssigningTasks } from './assigning-tasks.js';
import { CallTask } from './call-task.entity.js';
import { taskViews } from './call-task.view.js';
import { Shooting } from './shooting.js';
import { isOverdue } from './standing.js';

@Controller()
export class TasksHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(AssigningTasks) private readonly assigning: AssigningTasks,
    @Inject(Shooting) private readonly shooting: Shooting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(activities.assignTasks)
  async assignTasks(input: InputOf<typeof activities.assignTasks>, call: Call) {
    return { items: await this.views(await this.assigning.assign(input, call), call) };
  }

  @Handles(activities.callTasks)
  callTasks(
    { call: of, organisation, stage, subject, status, overdue, mine, limit, cursor }: InputOf<typeof activities.callTasks>,
    call: Call,
  ) {
    const where = allOf(
      of !== undefined && sql`t.call = ${of}`,
      organisation !== undefined && sql`t.organisation = ${organisation}`,
      stage !== undefined && sql`t.stage = ${stage}`,
      subject !== undefined && sql`t.subject = ${subject}`,
      status !== undefined && sql`t.status = ${status}`,
      overdue !== undefined && isOverdue(this.clock.now()),
      mine !== undefined && sql`t.person = ${call.caller.subject}`,
    );
    return this.store.pageTogether(CallTask, call, { where, limit, cursor }, (tasks) => this.views(tasks, call));
  }

  @Handles(activities.callTask)
  async callTask({ taskId }: InputOf<typeof activities.callTask>, call: Call) {
    return this.view(await this.store.one(CallTask, taskId, call, CallTaskNotFound), call);
  }

  @Handles(activities.handTask)
  async handTask(input: InputOf<typeof activities.handTask>, call: Call) {
    return this.view(await this.assigning.hand(input, call), call);
  }

  @Handles(activities.planShooting)
  async planShooting(input: InputOf<typeof activities.planShooting>, call: Call) {
    return this.view(await this.shooting.plan(input, call), call);
  }

  @Handles(activities.completeShooting)
  async completeShooting(input: InputOf<typeof activities.completeShooting>, call: Call) {
    return this.view(await this.shooting.complete(input, call), call);
  }

  @Handles(activities.postponeTask)
  async postponeTask(input: InputOf<typeof activities.postponeTask>, call: Call) {
    return this.view(await this.assigning.postpone(input, call), call);
  }

  @Handles(activities.cancelTask)
  async cancelTask(input: InputOf<typeof activities.cancelTask>, call: Call) {
    return this.view(await this.assigning.cancel(input, call), call);
  }

  private async view(task: CallTask, call: Call) {
    const [view] = await this.views([task], call);
    return view!;
  }

  private views(tasks: readonly CallTask[], { caller }: Call) {
    return taskViews(tasks, this.store, caller, this.clock.now());
  }
}
