import { Inject, Injectable } from '@nestjs/common';
import {
  activities,
  callTaskFacts,
  callWorkers,
  callWorkFacts,
  inBeijing,
  ownCallOf,
  Refusal,
  workOpinionFacts,
  type PostWork,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Posts } from '../works/posts.js';
import { CallTask } from './tasks/call-task.entity.js';
import { openStates } from './tasks/standing.js';
import { CallWork } from './works/call-work.entity.js';
import { entrust, refuseInterest } from './works/opining.js';
import { WorkOpinion } from './works/work-opinion.entity.js';

type Holder = Parameters<PostWork['of']>[0];

interface Waiting {
  readonly thing: string;
  readonly id: string;
  readonly title: string;
  readonly at: Date;
}

const makes = ({ role }: Holder) => callWorkers.some((worker) => worker === role);

/** States in which a work waits for its author. */
const begun = ['draft', 'returned'];

/** What calls ask of people: tasks they owe, works they have begun, opinions they have not given. */
@Injectable()
export class CallsWork implements PostWork {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Posts) private readonly posts: Posts,
  ) {}

  async of(holder: Holder): ReturnType<PostWork['of']> {
    const rows = makes(holder) ? await this.ofWorker(holder) : holder.role === 'expert' ? await this.ofExpert(holder) : [];
    return rows.map(({ thing, id, title, at }) => ({ service: 'activities', thing, id, title, since: inBeijing(at) }));
  }

  async passOver(holder: Holder, to: string): Promise<void> {
    if (makes(holder)) await this.passMaking(holder, to);
    else if (holder.role === 'expert') await this.passOpinions(holder, to);
  }

  private ofWorker({ person, organisation }: Holder): Promise<Waiting[]> {
    return this.store.read(
      sql`select 'callTask' as thing, t.id, t.title, t.created_at as at from call_task t
            where t.person = ${person} and t.organisation = ${organisation} and t.status = any(${openStates})
          union all
          select 'callWork', t.id, t.content ->> 'title', t.updated_at from call_work t
            where t.author = ${person} and t.organisation = ${organisation} and t.status = any(${begun})
          order by at limit 500`,
    );
  }

  /** Only while the round is undecided for which it was asked. */
  private ofExpert({ person }: Holder): Promise<Waiting[]> {
    return this.store.read(
      sql`select 'workOpinion' as thing, t.id, w.content ->> 'title' as title, t.created_at as at from work_opinion t
            join call_work w on w.id = t.work and w.status = 'submitted' and w.round = t.round
            where t.expert = ${person} and t.status = 'assigned' order by at limit 500`,
    );
  }

  private passMaking({ person, organisation }: Holder, to: string): Promise<void> {
    return this.store.commit(ownCallOf(activities.postWork), async (work) => {
      const own = sql`t.organisation = ${organisation}`;
      for (const task of await work.all(CallTask, sql`t.person = ${person} and ${own} and t.status = any(${openStates})`)) {
        task.person = to;
        await work.update(task, callTaskFacts.handed);
        work.note('post.handed_over', task.id, { from: person, to });
      }
      for (const made of await work.all(CallWork, sql`t.author = ${person} and ${own} and t.status = any(${begun})`)) {
        made.author = to;
        await work.update(made, callWorkFacts.changed);
        work.note('post.handed_over', made.id, { from: person, to });
      }
    });
  }

  private async passOpinions({ person }: Holder, to: string): Promise<void> {
    const posts = await this.posts.of(to);
    await this.store.commit(ownCallOf(activities.postWork), async (work) => {
      for (const opinion of await work.all(WorkOpinion, sql`t.expert = ${person} and t.status = 'assigned'`)) {
        const judged = await this.mayJudge(opinion, to, posts, work);
        if (!judged) continue;
        await work.unassign(opinion, { person });
        opinion.expert = to;
        await entrust(opinion, judged, work);
        await work.update(opinion, workOpinionFacts.assigned);
        work.note('post.handed_over', opinion.id, { from: person, to });
      }
    });
  }

  /** The work, unless the successor was asked about it already or has to do with it. */
  private async mayJudge(
    { work: id, round }: WorkOpinion,
    to: string,
    posts: Awaited<ReturnType<Posts['of']>>,
    work: Work,
  ): Promise<CallWork | undefined> {
    const already = await work.all(WorkOpinion, sql`t.work = ${id} and t.round = ${round} and t.expert = ${to}`, 1);
    const [judged] = await work.all(CallWork, sql`t.id = ${id}`, 1);
    if (already.length > 0) return undefined;
    try {
      await refuseInterest(judged!, to, posts, work);
      return judged;
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}
