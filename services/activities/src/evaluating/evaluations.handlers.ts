import { Controller, Inject } from '@nestjs/common';
import { activities, EvaluationNotFound, refuse, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Assigning } from './assigning.js';
import { Evaluation } from './evaluation.entity.js';
import { evaluationView } from './evaluation.view.js';
import { Scoring } from './scoring.js';

@Controller()
export class EvaluationsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Assigning) private readonly assigning: Assigning,
    @Inject(Scoring) private readonly scoring: Scoring,
  ) {}

  @Handles(activities.assignExpert)
  async assignExpert(input: InputOf<typeof activities.assignExpert>, call: Call) {
    return evaluationView(await this.assigning.assign(input, call), call.caller);
  }

  @Handles(activities.evaluations)
  evaluations({ entry, status, limit, cursor }: InputOf<typeof activities.evaluations>, call: Call) {
    const { caller } = call;
    const where = allOf(
      caller.role === 'expert' && sql`t.expert = ${caller.subject}`,
      entry !== undefined && sql`t.entry = ${entry}`,
      status !== undefined && sql`t.status = ${status}`,
    );
    return this.store.page(Evaluation, call, { where, limit, cursor }, (evaluation) => evaluationView(evaluation, caller));
  }

  @Handles(activities.evaluation)
  async evaluation({ evaluationId }: InputOf<typeof activities.evaluation>, call: Call) {
    const evaluation = await this.store.one(Evaluation, evaluationId, call, EvaluationNotFound);
    if (call.caller.role === 'expert' && evaluation.expert !== call.caller.subject) throw refuse(EvaluationNotFound);
    return evaluationView(evaluation, call.caller);
  }

  @Handles(activities.scoreEntry)
  async scoreEntry(input: InputOf<typeof activities.scoreEntry>, call: Call) {
    return evaluationView(await this.scoring.score(input, call), call.caller);
  }

  @Handles(activities.declineEvaluation)
  async declineEvaluation(input: InputOf<typeof activities.declineEvaluation>, call: Call) {
    return evaluationView(await this.scoring.decline(input, call), call.caller);
  }
}
