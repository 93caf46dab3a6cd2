import { Inject, Injectable } from '@nestjs/common';
import {
  AcceptedWork,
  assertThat,
  callTaskFacts,
  callWorkFacts,
  CallWorkNotFound,
  CallWorkNotRecognised,
  CallWorkOpinionsMissing,
  CallWorkOwn,
  CLOCK,
  inBeijing,
  refuse,
  type activities,
  type Call,
  type CallSettings,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { CallForWorks } from '../call-for-works.entity.js';
import { holdToIssuer, moveDue } from '../tasks/assigning-tasks.js';
import { CallTask } from '../tasks/call-task.entity.js';
import { runningTermsOf } from '../terms.js';
import { CallWork } from './call-work.entity.js';

const happened = { return: callWorkFacts.returned, reject: callWorkFacts.rejected, accept: callWorkFacts.accepted } as const;

/** The catalogue hears of what is accepted; an application is recognised, and stays where it is. */
const factOf = (move: keyof typeof happened, { catalogued }: CallSettings) =>
  move === 'accept' && !catalogued ? callWorkFacts.recognised : happened[move];

/** The authority that called returns, rejects or accepts; what is accepted may be asked for by the catalogue. */
@Injectable()
export class Judging {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  return({ workId, reason, due }: InputOf<typeof activities.returnWork>, call: Call): Promise<CallWork> {
    return this.decide(workId, 'return', reason, call, async (returned, work) => {
      returned.touched = false;
      const task = due === undefined ? undefined : await taskOf(returned, work);
      if (task) await moveDue(task, due!, work);
    });
  }

  reject({ workId, reason }: InputOf<typeof activities.rejectWork>, call: Call): Promise<CallWork> {
    return this.decide(workId, 'reject', reason, call);
  }

  accept({ workId, note }: InputOf<typeof activities.acceptWork>, call: Call): Promise<CallWork> {
    return this.decide(workId, 'accept', note, call, fulfil);
  }

  /** Whoever recognised takes it back, whether its call goes on or not; what fulfilled a task has done so. */
  revoke({ workId, reason }: InputOf<typeof activities.revokeRecognition>, call: Call): Promise<CallWork> {
    return this.store.commit(call, async (work) => {
      const recognised = await this.ownToDecide(workId, call, work);
      assertThat(recognised.recognised || recognised.status !== 'accepted', CallWorkNotRecognised);
      recognised.make('revoke');
      Object.assign(recognised, { reason, revokedAt: this.clock.now() });
      return work.update(recognised, callWorkFacts.revoked);
    });
  }

  /** What enters the catalogue. */
  async accepted({ work: id }: InputOf<typeof activities.acceptedWork>, call: Call): Promise<AcceptedWork> {
    const work = await this.store.one(CallWork, id, call, CallWorkNotFound);
    assertThat(work.status === 'accepted', CallWorkNotFound);
    const { organisation, issuer, author, type, content, files, decidedAt } = work;
    const { settings } = await this.store.one(CallForWorks, work.call, call, CallWorkNotFound);
    assertThat(settings.catalogued, CallWorkNotFound);
    const keywords = [...new Set([...content.keywords, ...settings.keywords])].slice(0, 20);
    return {
      ...{ work: id, call: work.call, callName: settings.name, organisation, issuer, author, files },
      content: { ...content, type, keywords },
      acceptedAt: inBeijing(decidedAt!),
    };
  }

  /** The authority that called decides, and nobody on a work they made or contributed to. */
  private async ownToDecide(workId: string, { caller }: Call, work: Work): Promise<CallWork> {
    const row = await work.target(CallWork, workId, CallWorkNotFound);
    holdToIssuer(row, caller);
    assertThat(!row.isMadeBy(caller.subject), CallWorkOwn);
    return row;
  }

  private decide(
    workId: string,
    move: keyof typeof happened,
    reason: string,
    call: Call,
    then?: (decided: CallWork, work: Work) => Promise<void>,
  ): Promise<CallWork> {
    return this.store.commit(call, async (work) => {
      const decided = await this.ownToDecide(workId, call, work);
      decided.make(move);
      const { settings } = await runningTermsOf(decided, work);
      // What is formally wrong may be returned before experts have looked at it.
      if (move !== 'return') await holdToOpinions(decided, settings.experts, work);
      Object.assign(decided, { reason, decidedAt: this.clock.now(), recognised: move === 'accept' && !settings.catalogued });
      await then?.(decided, work);
      return work.update(decided, factOf(move, settings));
    });
  }
}

async function holdToOpinions({ id, round }: CallWork, needed: number, work: Work): Promise<void> {
  const [row] = await work.query<{ given: number }>(
    `select count(*)::int as given from work_opinion where work = $1 and round = $2 and status = 'given'`,
    [id, round],
  );
  if (row!.given < needed) throw refuse(CallWorkOpinionsMissing, { needed, given: row!.given });
}

const taskOf = async ({ task }: CallWork, work: Work): Promise<CallTask | undefined> =>
  task === null ? undefined : (await work.all(CallTask, sql`t.id = ${task}`, 1))[0];

/** The task is fulfilled by the last work it owed. */
async function fulfil(accepted: CallWork, work: Work): Promise<void> {
  const task = await taskOf(accepted, work);
  if (!task?.isOpen) return;
  const [row] = await work.query<{ count: number }>(
    `select count(*)::int as count from call_work where task = $1 and status = 'accepted' and id <> $2`,
    [task.id, accepted.id],
  );
  if (row!.count + 1 < task.owed) return;
  task.make('fulfil');
  task.remindAt = null;
  await work.update(task, callTaskFacts.fulfilled);
}
