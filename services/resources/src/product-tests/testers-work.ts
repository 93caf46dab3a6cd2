import { inBeijing, ownCallOf, productScoringFacts, Refusal, resources, type PostWork } from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CurrentPosts, type CurrentPost } from '../posts/current-posts.js';
import { ProductScoring } from './product-scoring.entity.js';
import { ProductTest } from './product-test.entity.js';
import { refuseInterest } from './scoring-products.js';

/** Product tests an expert has not scored yet. Those in which the successor has an interest stay for the authority to assign. */
@Injectable()
export class TestersWork implements PostWork {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CurrentPosts) private readonly posts: CurrentPosts,
  ) {}

  async of({ person, role }: Parameters<PostWork['of']>[0]): ReturnType<PostWork['of']> {
    if (role !== 'expert') return [];
    const rows = await this.store.read<{ id: string; title: string; at: Date }>(
      sql`select t.id, p.name as title, t.created_at as at from product_scoring t join product_test p on p.id = t.test and p.status = 'running'
          where t.expert = ${person} and t.status = 'assigned' order by t.id limit 500`,
    );
    return rows.map(({ id, title, at }) => ({ service: 'resources', thing: 'productScoring', id, title, since: inBeijing(at) }));
  }

  async passOver({ person, role }: Parameters<PostWork['passOver']>[0], to: string): Promise<void> {
    if (role !== 'expert') return;
    const posts = await this.posts.of(to);
    if (!posts.some((post) => post.role === 'expert')) return;
    await this.store.commit(ownCallOf(resources.postWork), async (work) => {
      for (const scoring of await work.all(ProductScoring, sql`t.expert = ${person} and t.status = 'assigned'`)) {
        const test = await testFor(scoring, to, posts, work);
        if (!test) continue;
        for (const row of [scoring, test]) {
          await work.unassign(row, { person });
          await work.assign(row, { person: to });
        }
        scoring.expert = to;
        await work.update(scoring, productScoringFacts.assigned);
        work.note('post.handed_over', scoring.id, { from: person, to });
      }
    });
  }
}

/** The running test, unless the successor scores it already or has a part in what is tested. */
async function testFor(scoring: ProductScoring, to: string, posts: readonly CurrentPost[], work: Work): Promise<ProductTest | undefined> {
  const [test] = await work.all(ProductTest, sql`t.id = ${scoring.test} and t.status = 'running'`, 1);
  const already = await work.all(ProductScoring, sql`t.test = ${scoring.test} and t.expert = ${to}`, 1);
  if (!test || already.length > 0) return undefined;
  try {
    await refuseInterest(test, to, posts, work);
    return test;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
