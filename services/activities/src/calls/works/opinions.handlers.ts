import { Controller, Inject } from '@nestjs/common';
import { activities, opinionLifeCycle, type Call, type Caller, type InputOf, type WorkOpinion as OpinionView } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { itemOf } from '../../organising/activity.view.js';
import { Opining } from './opining.js';
import { WorkOpinion } from './work-opinion.entity.js';

function opinionView(opinion: WorkOpinion, caller: Caller): OpinionView {
  const { expert, verdict, comment, status } = opinion;
  const moves = caller.subject === expert ? opinionLifeCycle.movesFor(status, caller) : [];
  return { ...opinion.fact(), ...itemOf(opinion), expert, verdict, comment, moves };
}

@Controller()
export class OpinionsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Opining) private readonly opining: Opining,
  ) {}

  @Handles(activities.askOpinion)
  async askOpinion(input: InputOf<typeof activities.askOpinion>, call: Call) {
    return opinionView(await this.opining.ask(input, call), call.caller);
  }

  @Handles(activities.workOpinions)
  workOpinions({ work, status, limit, cursor }: InputOf<typeof activities.workOpinions>, call: Call) {
    const { caller } = call;
    const where = allOf(
      caller.role === 'expert' && sql`t.expert = ${caller.subject}`,
      work !== undefined && sql`t.work = ${work}`,
      status !== undefined && sql`t.status = ${status}`,
    );
    return this.store.page(WorkOpinion, call, { where, limit, cursor }, (opinion) => opinionView(opinion, caller));
  }

  @Handles(activities.giveOpinion)
  async giveOpinion(input: InputOf<typeof activities.giveOpinion>, call: Call) {
    return opinionView(await this.opining.give(input, call), call.caller);
  }

  @Handles(activities.declineOpinion)
  async declineOpinion(input: InputOf<typeof activities.declineOpinion>, call: Call) {
    return opinionView(await this.opining.decline(input, call), call.caller);
  }
}
