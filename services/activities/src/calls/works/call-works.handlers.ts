import { Controller, Inject } from '@nestjs/common';
import { activities, CallWorkNotFound, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { CallWork } from './call-work.entity.js';
import { callWorkView } from './call-work.view.js';
import { FilesOfWorks } from './files-of-works.js';
import { HandingIn } from './handing-in.js';
import { Judging } from './judging.js';
import { meetWork, metBy } from './meeting.js';

@Controller()
export class CallWorksHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(HandingIn) private readonly handingIn: HandingIn,
    @Inject(FilesOfWorks) private readonly files: FilesOfWorks,
    @Inject(Judging) private readonly judging: Judging,
  ) {}

  @Handles(activities.beginWork)
  async beginWork(input: InputOf<typeof activities.beginWork>, call: Call) {
    return callWorkView(await this.handingIn.begin(input, call), call.caller);
  }

  @Handles(activities.callWorks)
  callWorks({ call: of, task, organisation, status, mine, limit, cursor }: InputOf<typeof activities.callWorks>, call: Call) {
    const where = allOf(
      of !== undefined && sql`t.call = ${of}`,
      task !== undefined && sql`t.task = ${task}`,
      organisation !== undefined && sql`t.organisation = ${organisation}`,
      status !== undefined && sql`t.status = ${status}`,
      mine !== undefined && sql`t.author = ${call.caller.subject}`,
      metBy(call.caller),
    );
    return this.store.page(CallWork, call, { where, limit, cursor }, (work) => callWorkView(work, call.caller));
  }

  @Handles(activities.callWork)
  async callWork({ workId }: InputOf<typeof activities.callWork>, call: Call) {
    return callWorkView(await meetWork(workId, call, this.store, CallWorkNotFound), call.caller);
  }

  @Handles(activities.changeWork)
  async changeWork(input: InputOf<typeof activities.changeWork>, call: Call) {
    return callWorkView(await this.handingIn.change(input, call), call.caller);
  }

  @Handles(activities.addWorkFile)
  async addWorkFile(input: InputOf<typeof activities.addWorkFile>, call: Call) {
    return callWorkView(await this.files.add(input, call), call.caller);
  }

  @Handles(activities.dropWorkFile)
  async dropWorkFile(input: InputOf<typeof activities.dropWorkFile>, call: Call) {
    return callWorkView(await this.files.drop(input, call), call.caller);
  }

  @Handles(activities.workFile)
  workFile(input: InputOf<typeof activities.workFile>, call: Call) {
    return this.files.give(input, call);
  }

  @Handles(activities.submitWork)
  async submitWork({ workId }: InputOf<typeof activities.submitWork>, call: Call) {
    return callWorkView(await this.handingIn.submit(workId, call), call.caller);
  }

  @Handles(activities.withdrawWork)
  async withdrawWork({ workId }: InputOf<typeof activities.withdrawWork>, call: Call) {
    return callWorkView(await this.handingIn.withdraw(workId, call), call.caller);
  }

  @Handles(activities.returnWork)
  async returnWork(input: InputOf<typeof activities.returnWork>, call: Call) {
    return callWorkView(await this.judging.return(input, call), call.caller);
  }

  @Handles(activities.rejectWork)
  async rejectWork(input: InputOf<typeof activities.rejectWork>, call: Call) {
    return callWorkView(await this.judging.reject(input, call), call.caller);
  }

  @Handles(activities.acceptWork)
  async acceptWork(input: InputOf<typeof activities.acceptWork>, call: Call) {
    return callWorkView(await this.judging.accept(input, call), call.caller);
  }

  @Handles(activities.revokeRecognition)
  async revokeRecognition(input: InputOf<typeof activities.revokeRecognition>, call: Call) {
    return callWorkView(await this.judging.revoke(input, call), call.caller);
  }

  @Handles(activities.acceptedWork)
  acceptedWork(input: InputOf<typeof activities.acceptedWork>, call: Call) {
    return this.judging.accepted(input, call);
  }
}
