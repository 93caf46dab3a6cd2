import type { ReviewRule, ReviewRuleFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 审核规则: how one tier reviews, set by its administrators. */
@Entity('review_rule')
export class ReviewRuleEntity extends Aggregate<ReviewRuleFact> {
  static readonly reach: ReachColumns = {};

  @Column('text', { array: true })
  steps!: string[];

  @Column('jsonb')
  checklist!: ReviewRule['checklist'];

  @Column('int', { name: 'review_days', nullable: true })
  reviewDays!: number | null;

  @Column('boolean', { name: 'stand_in' })
  standIn!: boolean;

  @Column('int', { name: 'recheck_months', nullable: true })
  recheckMonths!: number | null;

  @Column('int', { name: 'grace_days' })
  graceDays!: number;

  @Column('jsonb')
  credits!: ReviewRule['credits'];

  fact(): ReviewRuleFact {
    const { id, organisation, steps, checklist, reviewDays, standIn, recheckMonths, graceDays, credits } = this;
    return { id, organisation, steps, checklist, reviewDays, standIn, recheckMonths, graceDays, credits };
  }
}
