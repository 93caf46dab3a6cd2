import {
  CLOCK,
  dayInBeijing,
  deletionLife,
  deletionRequestFacts,
  DeletionRequestUnknown,
  inBeijing,
  refuse,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { allOf, sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { DeletionRequest } from './deletion-request.entity.js';

type Standing = InputOf<typeof identity.deletionRequests>['standing'];

/** Deletion requests: the app answers its own, also when nobody selects it any more; the school and the bureau see what is overdue. */
@Injectable()
export class Deletions {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  ofApp({ standing, ...paging }: InputOf<typeof identity.myDeletionRequests>, call: Call) {
    const where = allOf(sql`t.client = ${call.caller.client}`, this.standingIs(standing));
    return this.store.page(DeletionRequest, call, { where, ...paging }, (row) => this.view(row));
  }

  inReach({ standing, client, ...paging }: InputOf<typeof identity.deletionRequests>, call: Call) {
    const where = allOf(client !== undefined && sql`t.client = ${client}`, this.standingIs(standing));
    return this.store.page(DeletionRequest, call, { where, ...paging }, (row) => this.view(row));
  }

  async answer({ requestId, ...receipt }: InputOf<typeof identity.answerDeletionRequest>, call: Call) {
    const answered = await this.store.commit(call, async (work) => {
      const [request] = await work.all(DeletionRequest, sql`t.id = ${requestId} and t.client = ${call.caller.client}`, 1);
      if (!request) throw refuse(DeletionRequestUnknown);
      Object.assign(request, { state: deletionLife.after(request.state, 'answer'), receipt });
      return work.update(request, deletionRequestFacts.answered);
    });
    return this.view(answered);
  }

  private standingIs(standing: Standing): Sql | undefined {
    if (standing === undefined) return undefined;
    if (standing === 'answered') return sql`t.state = 'answered'`;
    const late = sql`t.due_on < ${this.today()}`;
    return standing === 'overdue' ? sql`t.state = 'asked' and ${late}` : sql`t.state = 'asked'`;
  }

  private view(row: DeletionRequest) {
    const { id, version, organisation, child, client, consent, why, dueOn, state, receipt } = row;
    return {
      id,
      version,
      createdAt: inBeijing(row.createdAt),
      updatedAt: inBeijing(row.updatedAt),
      organisation,
      child,
      client,
      consent,
      why,
      dueOn,
      state,
      overdue: state === 'asked' && dueOn < this.today(),
      receipt,
    };
  }

  private today(): string {
    return dayInBeijing(this.clock.now());
  }
}
