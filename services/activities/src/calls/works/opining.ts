import { Inject, Injectable } from '@nestjs/common';
import {
  callWorkLifeCycle,
  CallWorkNotFound,
  ExpertAssigned,
  ExpertUnknown,
  refuse,
  workOpinionFacts,
  WorkOpinionNotFound,
  type activities,
  type Call,
  type InputOf,
} from '@lianxue/contracts';
import { newId, sql, Store, violates, type Work } from '@lianxue/persistence';
import { refuseConflict } from '../../evaluating/assigning.js';
import { Posts, type Post } from '../../works/posts.js';
import { holdToIssuer } from '../tasks/assigning-tasks.js';
import { runningTermsOf } from '../terms.js';
import { CallWork } from './call-work.entity.js';
import { WorkOpinion } from './work-opinion.entity.js';

/** The authority asks experts who have nothing to do with a work; they say what they think of it, or step back. */
@Injectable()
export class Opining {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Posts) private readonly posts: Posts,
  ) {}

  async ask({ id = newId(), workId, expert }: InputOf<typeof activities.askOpinion>, call: Call): Promise<WorkOpinion> {
    const posts = await this.posts.of(expert);
    return this.store.commit(call, async (work) => {
      const judged = await work.one(CallWork, workId, CallWorkNotFound);
      holdToIssuer(judged, call.caller);
      await runningTermsOf(judged, work);
      callWorkLifeCycle.after(judged.status, 'accept');
      if (!posts.some(({ role }) => role === 'expert')) throw refuse(ExpertUnknown);
      await refuseInterest(judged, expert, posts, work);
      const { issuer: organisation, call: of, round } = judged;
      const opinion = Object.assign(new WorkOpinion(), { id, organisation, call: of, work: workId, round, expert });
      const same = (existing: WorkOpinion) => existing.work === workId && existing.expert === expert;
      const kept = await work.insert(opinion, workOpinionFacts.assigned, same).catch((error: unknown) => {
        throw violates(error, 'work_opinion_once') ? refuse(ExpertAssigned) : error;
      });
      await entrust(kept, judged, work);
      return kept;
    });
  }

  async give({ opinionId, verdict, comment }: InputOf<typeof activities.giveOpinion>, call: Call): Promise<WorkOpinion> {
    const posts = await this.posts.of(call.caller.subject);
    return this.store.commit(call, async (work) => {
      const opinion = await ownOpinion(opinionId, call, work);
      opinion.make('give');
      await runningTermsOf(opinion, work);
      // Since they were asked they may have come to the school.
      await refuseInterest(await holdToRound(opinion, work), opinion.expert, posts, work);
      Object.assign(opinion, { verdict, comment });
      return work.update(opinion, workOpinionFacts.given);
    });
  }

  decline({ opinionId, reason }: InputOf<typeof activities.declineOpinion>, call: Call): Promise<WorkOpinion> {
    return this.store.commit(call, async (work) => {
      const opinion = await ownOpinion(opinionId, call, work);
      opinion.make('decline');
      opinion.comment = reason;
      return work.update(opinion, workOpinionFacts.declined);
    });
  }
}

/** An expert with a post at the work's organisation, or who made it or contributed to it. */
export const refuseInterest = (judged: CallWork, expert: string, posts: readonly Post[], work: Work): Promise<void> =>
  refuseConflict({ organisation: judged.organisation, author: judged.author, contributors: judged.contributors }, expert, posts, work);

/** The expert meets the opinion, and the work with its files. */
export async function entrust(opinion: WorkOpinion, judged: CallWork, work: Work): Promise<void> {
  await work.assign(opinion, { person: opinion.expert });
  await work.assign(judged, { person: opinion.expert });
}

async function ownOpinion(id: string, { caller }: Call, work: Work): Promise<WorkOpinion> {
  const opinion = await work.target(WorkOpinion, id, WorkOpinionNotFound);
  if (opinion.expert !== caller.subject) throw refuse(WorkOpinionNotFound);
  return opinion;
}

/** Once the round is decided an opinion comes too late. Locked, so that it is not decided beside it. */
async function holdToRound({ work: id, round }: WorkOpinion, work: Work): Promise<CallWork> {
  const [judged] = await work.all(CallWork, sql`t.id = ${id}`, 1);
  callWorkLifeCycle.after(judged!.round === round ? judged!.status : 'returned', 'accept');
  return judged!;
}
