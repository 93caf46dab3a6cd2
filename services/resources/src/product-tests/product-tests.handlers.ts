import {
  inBeijing,
  ProductNotFound,
  ProductTestNotFound,
  resources,
  scoringLifeCycle,
  type Call,
  type Caller,
  type InputOf,
  type Product as ProductView,
  type ProductScoring as ProductScoringView,
  type ProductTest as ProductTestView,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { itemOf } from '../item.js';
import { PlanningTests } from './planning-tests.js';
import { ProductScoring } from './product-scoring.entity.js';
import { ProductTest } from './product-test.entity.js';
import { Product } from './product.entity.js';
import { PublishingComparisons } from './publishing-comparisons.js';
import { ScoringProducts } from './scoring-products.js';

const productView = (product: Product): ProductView => ({ ...product.fact(), ...itemOf(product) });

function testView(test: ProductTest): ProductTestView {
  const { organisation, name, method, criteria, least, replyDays, versions, status, experts, comparison, replies } = test;
  const published = { status, publishedAt: test.publishedAt && inBeijing(test.publishedAt), experts, comparison, replies };
  return { ...itemOf(test), organisation, name, method, criteria, least, replyDays, versions, ...published };
}

function scoringView(scoring: ProductScoring, caller: Caller): ProductScoringView {
  const { expert, scores, reason } = scoring;
  const moves = expert === caller.subject ? scoringLifeCycle.movesFor(scoring.status, caller) : [];
  return { ...scoring.fact(), ...itemOf(scoring), expert, scores, reason, moves };
}

@Controller()
export class ProductTestsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(PlanningTests) private readonly planning: PlanningTests,
    @Inject(ScoringProducts) private readonly scoring: ScoringProducts,
    @Inject(PublishingComparisons) private readonly publishing: PublishingComparisons,
  ) {}

  @Handles(resources.registerProduct)
  async registerProduct(input: InputOf<typeof resources.registerProduct>, call: Call) {
    return productView(await this.planning.register(input, call));
  }

  @Handles(resources.products)
  products({ kind, vendor, limit, cursor }: InputOf<typeof resources.products>, call: Call) {
    const where = allOf(kind !== undefined && sql`t.kind = ${kind}`, vendor !== undefined && sql`t.vendor = ${vendor}`);
    return this.store.page(Product, call, { where, limit, cursor }, productView);
  }

  @Handles(resources.product)
  async product({ productId }: InputOf<typeof resources.product>, call: Call) {
    return productView(await this.store.one(Product, productId, call, ProductNotFound));
  }

  @Handles(resources.addProductVersion)
  async addProductVersion(input: InputOf<typeof resources.addProductVersion>, call: Call) {
    return productView(await this.planning.addVersion(input, call));
  }

  @Handles(resources.planProductTest)
  async planProductTest(input: InputOf<typeof resources.planProductTest>, call: Call) {
    return testView(await this.planning.plan(input, call));
  }

  @Handles(resources.productTests)
  productTests({ limit, cursor }: InputOf<typeof resources.productTests>, call: Call) {
    return this.store.page(ProductTest, call, { limit, cursor }, testView);
  }

  @Handles(resources.productTest)
  async productTest({ testId }: InputOf<typeof resources.productTest>, call: Call) {
    return testView(await this.store.one(ProductTest, testId, call, ProductTestNotFound));
  }

  @Handles(resources.assignProductExpert)
  async assignProductExpert(input: InputOf<typeof resources.assignProductExpert>, call: Call) {
    return scoringView(await this.scoring.assign(input, call), call.caller);
  }

  @Handles(resources.productScorings)
  productScorings({ test, status, limit, cursor }: InputOf<typeof resources.productScorings>, call: Call) {
    // An expert also acts for an organisation, which may be the one that tests: they still see only what is theirs.
    const own = call.caller.role === 'expert' && sql`t.expert = ${call.caller.subject}`;
    const where = allOf(test !== undefined && sql`t.test = ${test}`, status !== undefined && sql`t.status = ${status}`, own);
    return this.store.page(ProductScoring, call, { where, limit, cursor }, (scoring) => scoringView(scoring, call.caller));
  }

  @Handles(resources.scoreProducts)
  async scoreProducts(input: InputOf<typeof resources.scoreProducts>, call: Call) {
    return scoringView(await this.scoring.score(input, call), call.caller);
  }

  @Handles(resources.declineProductScoring)
  async declineProductScoring(input: InputOf<typeof resources.declineProductScoring>, call: Call) {
    return scoringView(await this.scoring.decline(input, call), call.caller);
  }

  @Handles(resources.publishProductTest)
  async publishProductTest(input: InputOf<typeof resources.publishProductTest>, call: Call) {
    return testView(await this.publishing.publish(input, call));
  }

  @Handles(resources.productComparisons)
  productComparisons({ limit, cursor }: InputOf<typeof resources.productComparisons>, call: Call) {
    return this.store.page(ProductTest, call, { limit, cursor }, testView);
  }

  @Handles(resources.replyToProductTest)
  async replyToProductTest(input: InputOf<typeof resources.replyToProductTest>, call: Call) {
    return testView(await this.publishing.reply(input, call));
  }
}
