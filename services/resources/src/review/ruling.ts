import { Inject, Injectable } from '@nestjs/common';
import {
  inBeijing,
  refuse,
  reviewerFacts,
  ReviewerNotFound,
  ReviewerWithoutPost,
  reviewRuleFacts,
  ReviewRuleUnknownStep,
  TierNotFound,
  type Call,
  type InputOf,
  type OrganisationKind,
  type resources,
  type Reviewer,
  type ReviewRule,
} from '@lianxue/contracts';
import { askingOf, askingWithin, sql, Store } from '@lianxue/persistence';
import { CurrentPosts } from '../posts/current-posts.js';
import { ReviewerEntity } from './reviewer.entity.js';
import { ReviewRuleEntity } from './review-rule.entity.js';
import { reviewsAt } from './reviewers-work.js';
import { creditsAt, ruleAt } from './rules.js';

/** Administrators say how their tier reviews, and name who does. */
@Injectable()
export class Ruling {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CurrentPosts) private readonly posts: CurrentPosts,
  ) {}

  /** Of the caller's organisation, those below, and those above, to which resources are put forward. */
  async inForce(organisation: string, call: Call): Promise<ReviewRule> {
    const reach = await this.store.reachOf({ reach: { organisation: 'id', handedDown: 'true' } }, call);
    const known = await this.store.read(sql`select 1 from organisation t where t.id = ${organisation}::uuid and ${reach}`);
    if (known.length === 0) throw refuse(TierNotFound);
    return ruleAt(organisation, askingOf(this.store));
  }

  set({ organisationId: organisation, credits, ...rules }: InputOf<typeof resources.setReviewRule>, call: Call): Promise<ReviewRule> {
    return this.store.commit(call, async (work) => {
      await work.within(organisation, TierNotFound);
      const [{ kind } = { kind: 'school' as const }] = await work.query<{ kind: OrganisationKind }>(
        'select kind from organisation where id = $1',
        [organisation],
      );
      const [kept] = await work.all(ReviewRuleEntity, sql`t.organisation = ${organisation}`, 1);
      const rule = Object.assign(kept ?? new ReviewRuleEntity(), {
        organisation,
        ...rules,
        credits: credits ?? kept?.credits ?? creditsAt(kind),
      });
      await (kept ? work.update(rule, reviewRuleFacts.set) : work.insert(rule, reviewRuleFacts.set));
      const { id: _, ...said } = rule.fact();
      return { ...said, isSet: true };
    });
  }

  async name(input: InputOf<typeof resources.nameReviewer>, call: Call): Promise<ReviewerEntity> {
    const { person, organisation } = input;
    const posts = await this.posts.of(person);
    return this.store.commit(call, async (work) => {
      await work.within(organisation, TierNotFound);
      const { steps } = await ruleAt(organisation, askingWithin(work));
      if (input.steps.some((step) => step > steps.length)) throw refuse(ReviewRuleUnknownStep, { steps: steps.length });
      if (!reviewsAt(organisation, posts)) throw refuse(ReviewerWithoutPost, { person, organisation });
      return work.insert(Object.assign(new ReviewerEntity(), input), reviewerFacts.named);
    });
  }

  release(id: string, call: Call): Promise<void> {
    return this.store.commit(call, async (work) => {
      await work.remove(await work.target(ReviewerEntity, id, ReviewerNotFound), reviewerFacts.released);
    });
  }
}

export const reviewerView = (reviewer: ReviewerEntity): Reviewer => ({
  ...reviewer.fact(),
  person: reviewer.person,
  version: reviewer.version,
  createdAt: inBeijing(reviewer.createdAt),
  updatedAt: inBeijing(reviewer.updatedAt),
});
