import { Controller, Inject } from '@nestjs/common';
import {
  activities,
  callLifeCycle,
  CallNotFound,
  type Call,
  type CallForWorks as CallView,
  type Caller,
  type InputOf,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { itemOf } from '../organising/activity.view.js';
import { Board } from './board.js';
import { CallForWorks } from './call-for-works.entity.js';
import { Calling } from './calling.js';
import { UrgingTasks } from './tasks/urging-tasks.js';
import { callTemplates } from './templates.js';

/** Only the people of the authority that calls are offered its moves. */
function callView(call: CallForWorks, caller: Caller): CallView {
  const { id, organisation, status, told } = call;
  const moves = caller.organisation === organisation ? callLifeCycle.movesFor(status, caller) : [];
  return { ...itemOf(call), id, organisation, ...told, status, moves };
}

@Controller()
export class CallsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Calling) private readonly calling: Calling,
    @Inject(Board) private readonly board: Board,
    @Inject(UrgingTasks) private readonly urging: UrgingTasks,
  ) {}

  @Handles(activities.callTemplates)
  async callTemplates() {
    return { items: callTemplates };
  }

  @Handles(activities.prepareCall)
  async prepareCall(input: InputOf<typeof activities.prepareCall>, call: Call) {
    return callView(await this.calling.prepare(input, call), call.caller);
  }

  @Handles(activities.calls)
  calls({ status, limit, cursor }: InputOf<typeof activities.calls>, call: Call) {
    const where = allOf(status !== undefined && sql`t.status = ${status}`);
    return this.store.page(CallForWorks, call, { where, limit, cursor }, (each) => callView(each, call.caller));
  }

  @Handles(activities.callForWorks)
  async callForWorks({ callId }: InputOf<typeof activities.callForWorks>, call: Call) {
    return callView(await this.store.one(CallForWorks, callId, call, CallNotFound), call.caller);
  }

  @Handles(activities.changeCall)
  async changeCall(input: InputOf<typeof activities.changeCall>, call: Call) {
    return callView(await this.calling.change(input, call), call.caller);
  }

  @Handles(activities.openCall)
  async openCall({ callId }: InputOf<typeof activities.openCall>, call: Call) {
    return callView(await this.calling.open(callId, call), call.caller);
  }

  @Handles(activities.extendCall)
  async extendCall(input: InputOf<typeof activities.extendCall>, call: Call) {
    return callView(await this.calling.extend(input, call), call.caller);
  }

  @Handles(activities.closeCall)
  async closeCall({ callId }: InputOf<typeof activities.closeCall>, call: Call) {
    return callView(await this.calling.close(callId, call), call.caller);
  }

  @Handles(activities.callBoard)
  callBoard(input: InputOf<typeof activities.callBoard>, call: Call) {
    return this.board.of(input, call);
  }

  @Handles(activities.urgeCall)
  urgeCall(input: InputOf<typeof activities.urgeCall>, call: Call) {
    return this.urging.urge(input, call);
  }
}
