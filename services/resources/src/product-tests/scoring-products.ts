import {
  ProductExpertAssigned,
  ProductExpertConflict,
  ProductExpertUnknown,
  productScoringFacts,
  ProductScoringNotFound,
  ProductTestNotFound,
  refuse,
  type Call,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { newId, sql, Store, violates, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CurrentPosts, type CurrentPost } from '../posts/current-posts.js';
import { ProductScoring } from './product-scoring.entity.js';
import { ProductTest } from './product-test.entity.js';
import { holdToCriteria } from './score-rules.js';

/** Experts score who have no part in what is tested; who has one declines, and says in which vendors. */
@Injectable()
export class ScoringProducts {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CurrentPosts) private readonly posts: CurrentPosts,
  ) {}

  async assign({ testId, expert }: InputOf<typeof resources.assignProductExpert>, call: Call): Promise<ProductScoring> {
    const posts = await this.posts.of(expert);
    return this.store.commit(call, async (work) => {
      const test = await work.target(ProductTest, testId, ProductTestNotFound);
      test.holdRunning();
      if (!posts.some(({ role }) => role === 'expert')) throw refuse(ProductExpertUnknown);
      if (expert === call.caller.subject) throw refuse(ProductExpertConflict, { because: 'planner' });
      await refuseInterest(test, expert, posts, work);
      const scoring = Object.assign(new ProductScoring(), { id: newId(), organisation: test.organisation, test: test.id, expert });
      const assigned = await work.insert(scoring, productScoringFacts.assigned).catch((error: unknown) => {
        throw violates(error, 'product_scoring_once') ? refuse(ProductExpertAssigned) : error;
      });
      await work.assign(assigned, { person: expert });
      await work.assign(test, { person: expert });
      return assigned;
    });
  }

  /** Whoever has come to have a part in it since they were assigned declines. */
  async score({ scoringId, scores }: InputOf<typeof resources.scoreProducts>, call: Call): Promise<ProductScoring> {
    const posts = await this.posts.of(call.caller.subject);
    return this.store.commit(call, async (work) => {
      const scoring = await ownScoring(scoringId, call, work);
      const [test] = await work.all(ProductTest, sql`t.id = ${scoring.test}`, 1);
      test!.holdRunning();
      await refuseInterest(test!, scoring.expert, posts, work);
      scoring.make('score');
      scoring.scores = scores.map((each) => ({ ...each, version: each.version.toLowerCase() }));
      holdToCriteria(scoring.scores, test!);
      work.note('product_test.no_interest', scoring.id, { noInterest: true });
      return work.update(scoring, productScoringFacts.scored);
    });
  }

  decline({ scoringId, vendors, reason }: InputOf<typeof resources.declineProductScoring>, call: Call): Promise<ProductScoring> {
    return this.store.commit(call, async (work) => {
      const scoring = await ownScoring(scoringId, call, work);
      scoring.make('decline');
      Object.assign(scoring, { interests: vendors, reason });
      return work.update(scoring, productScoringFacts.declined);
    });
  }
}

/** An authority above meets the row too; only the expert it was assigned to scores or declines. */
async function ownScoring(id: string, { caller }: Call, work: Work): Promise<ProductScoring> {
  const scoring = await work.target(ProductScoring, id, ProductScoringNotFound);
  if (scoring.expert !== caller.subject) throw refuse(ProductScoringNotFound);
  return scoring;
}

/** Somebody with a post at one of the vendors or below it, or who declared an interest in one in any test before. */
export async function refuseInterest({ vendors }: ProductTest, expert: string, posts: readonly CurrentPost[], work: Work): Promise<void> {
  const [employed] = await work.query(
    'select 1 from organisation vendor join organisation own on own.path <@ vendor.path where vendor.id = any($1::uuid[]) and own.id = any($2::uuid[])',
    [vendors, posts.map(({ organisation }) => organisation)],
  );
  if (employed) throw refuse(ProductExpertConflict, { because: 'post' });
  const [declared] = await work.query('select 1 from product_scoring where expert = $1 and interests && $2::uuid[] limit 1', [
    expert,
    vendors,
  ]);
  if (declared) throw refuse(ProductExpertConflict, { because: 'declared' });
}
