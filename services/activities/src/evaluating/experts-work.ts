import { Inject, Injectable } from '@nestjs/common';
import { activities, evaluationFacts, inBeijing, ownCallOf, Refusal, type PostWork } from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Entry } from '../works/entry.entity.js';
import { Posts } from '../works/posts.js';
import { refuseConflict } from './assigning.js';
import { Evaluation } from './evaluation.entity.js';

type Holder = Parameters<PostWork['of']>[0];

/** Entries an expert has not scored yet. Those in which the successor has an interest of their own stay for the organiser to assign. */
@Injectable()
export class ExpertsWork implements PostWork {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Posts) private readonly posts: Posts,
  ) {}

  async of({ person, role }: Holder): ReturnType<PostWork['of']> {
    if (role !== 'expert') return [];
    const rows = await this.store.read<{ id: string; title: string; at: Date }>(
      sql`select t.id, t.title, t.created_at as at from evaluation t where t.expert = ${person} and t.status = 'assigned' order by t.id limit 500`,
    );
    return rows.map(({ id, title, at }) => ({ service: 'activities', thing: 'evaluation', id, title, since: inBeijing(at) }));
  }

  async passOver({ person, role }: Holder, to: string): Promise<void> {
    if (role !== 'expert') return;
    const posts = await this.posts.of(to);
    await this.store.commit(ownCallOf(activities.postWork), async (work) => {
      const waiting = await work.all(Evaluation, sql`t.expert = ${person} and t.status = 'assigned'`);
      for (const evaluation of waiting) {
        if (!(await this.mayTake(evaluation, to, posts, work))) continue;
        await work.unassign(evaluation, { person });
        await work.assign(evaluation, { person: to });
        evaluation.expert = to;
        await work.update(evaluation, evaluationFacts.assigned);
        work.note('post.handed_over', evaluation.id, { from: person, to });
      }
    });
  }

  /** Nobody evaluates an entry twice, or one they have to do with. */
  private async mayTake(evaluation: Evaluation, to: string, posts: Awaited<ReturnType<Posts['of']>>, work: Work): Promise<boolean> {
    const [entry] = await work.all(Entry, sql`t.id = ${evaluation.entry}`, 1);
    const already = await work.all(Evaluation, sql`t.entry = ${evaluation.entry} and t.expert = ${to}`, 1);
    if (!entry || already.length > 0) return false;
    try {
      await refuseConflict(entry, to, posts, work);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}
