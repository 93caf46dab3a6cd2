import {
  CLOCK,
  inBeijing,
  ProductReplied,
  ProductReplyNotYours,
  ProductReplyOver,
  productTestFacts,
  ProductTestNotFound,
  ProductTestRunning,
  ProductTestTooFew,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ProductScoring } from './product-scoring.entity.js';
import { ProductTest } from './product-test.entity.js';
import { compare } from './score-rules.js';

const day = 24 * 3600_000;

/** What a test came to is published once; then the vendors have their say beside it. */
@Injectable()
export class PublishingComparisons {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  publish({ testId }: InputOf<typeof resources.publishProductTest>, call: Call): Promise<ProductTest> {
    return this.store.commit(call, async (work) => {
      const test = await work.target(ProductTest, testId, ProductTestNotFound);
      test.holdRunning();
      const scored = await work.all(ProductScoring, sql`t.test = ${test.id} and t.status = 'scored'`);
      if (scored.length < test.least) throw refuse(ProductTestTooFew, { least: test.least, scored: scored.length });
      const comparison = compare(
        test,
        scored.map(({ scores }) => scores),
      );
      Object.assign(test, { status: 'published', publishedAt: this.clock.now(), experts: scored.length, comparison });
      for (const vendor of test.vendors) await work.assign(test, { organisation: vendor });
      return work.update(test, productTestFacts.published);
    });
  }

  reply({ testId, product, words }: InputOf<typeof resources.replyToProductTest>, call: Call): Promise<ProductTest> {
    return this.store.commit(call, async (work) => {
      const test = await work.target(ProductTest, testId, ProductTestNotFound);
      if (!test.publishedAt) throw refuse(ProductTestRunning);
      const tested = test.versions.find((version) => version.product === product.toLowerCase());
      if (!tested || tested.vendor !== call.caller.organisation) throw refuse(ProductReplyNotYours);
      if (test.replies.some((reply) => reply.product === tested.product)) throw refuse(ProductReplied);
      const until = new Date(test.publishedAt.getTime() + test.replyDays * day);
      const now = this.clock.now();
      if (now > until) throw refuse(ProductReplyOver, { until: inBeijing(until) });
      test.replies = [...test.replies, { product: tested.product, words, at: inBeijing(now) }];
      return work.update(test, productTestFacts.replied);
    });
  }
}
