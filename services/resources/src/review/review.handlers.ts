import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Showing } from '../catalogue/showing.js';
import { Comparing } from './comparing.js';
import { Queueing } from './queueing.js';
import { Reviewing } from './reviewing.js';
import { reviewerView, Ruling } from './ruling.js';
import { ReviewerEntity } from './reviewer.entity.js';

@Controller()
export class ReviewHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Reviewing) private readonly reviewing: Reviewing,
    @Inject(Comparing) private readonly comparing: Comparing,
    @Inject(Queueing) private readonly queueing: Queueing,
    @Inject(Ruling) private readonly ruling: Ruling,
    @Inject(Showing) private readonly showing: Showing,
  ) {}

  @Handles(resources.submit)
  async submit({ resourceId }: InputOf<typeof resources.submit>, call: Call) {
    return this.showing.one(await this.reviewing.submit(resourceId, call), call);
  }

  @Handles(resources.pass)
  async pass({ resourceId, checked, note }: InputOf<typeof resources.pass>, call: Call) {
    return this.showing.one(await this.reviewing.pass(resourceId, { checked, codes: [], reason: note ?? null }, call), call);
  }

  @Handles(resources.return)
  async return({ resourceId, reason, codes = [] }: InputOf<typeof resources.return>, call: Call) {
    return this.showing.one(await this.reviewing.refuse(resourceId, 'return', { checked: [], codes, reason }, call), call);
  }

  @Handles(resources.reject)
  async reject({ resourceId, reason, codes = [] }: InputOf<typeof resources.reject>, call: Call) {
    return this.showing.one(await this.reviewing.refuse(resourceId, 'reject', { checked: [], codes, reason }, call), call);
  }

  @Handles(resources.publish)
  async publish({ resourceId, note, checked = [] }: InputOf<typeof resources.publish>, call: Call) {
    return this.showing.one(await this.reviewing.publish(resourceId, { checked, codes: [], reason: note ?? null }, call), call);
  }

  @Handles(resources.changes)
  changes({ resourceId }: InputOf<typeof resources.changes>, call: Call) {
    return this.comparing.changes(resourceId, call);
  }

  @Handles(resources.submissions)
  async submissions({ resourceId }: InputOf<typeof resources.submissions>, call: Call) {
    return { submissions: await this.comparing.submissions(resourceId, call) };
  }

  @Handles(resources.reviewQueue)
  reviewQueue(input: InputOf<typeof resources.reviewQueue>, call: Call) {
    return this.queueing.page(input, call);
  }

  @Handles(resources.reviewRule)
  reviewRule({ organisationId }: InputOf<typeof resources.reviewRule>, call: Call) {
    return this.ruling.inForce(organisationId, call);
  }

  @Handles(resources.setReviewRule)
  setReviewRule(input: InputOf<typeof resources.setReviewRule>, call: Call) {
    return this.ruling.set(input, call);
  }

  @Handles(resources.nameReviewer)
  async nameReviewer(input: InputOf<typeof resources.nameReviewer>, call: Call) {
    return reviewerView(await this.ruling.name(input, call));
  }

  @Handles(resources.reviewers)
  reviewers({ organisation, limit, cursor }: InputOf<typeof resources.reviewers>, call: Call) {
    const where = allOf(organisation !== undefined && sql`t.organisation = ${organisation}`);
    return this.store.page(ReviewerEntity, call, { where, limit, cursor }, reviewerView);
  }

  @Handles(resources.releaseReviewer)
  async releaseReviewer({ reviewerId }: InputOf<typeof resources.releaseReviewer>, call: Call) {
    await this.ruling.release(reviewerId, call);
  }
}
