import { LifeCycle } from '../life-cycle.js';
import type { Role } from '../roles.js';

export const resourceStates = ['draft', 'submitted', 'returned', 'published', 'rejected', 'withdrawn'] as const;
export type ResourceState = (typeof resourceStates)[number];

export const resourceMoves = [
  'submit',
  'return',
  'reject',
  'publish',
  'withdraw',
  'pass',
  'putForward',
  'takeDown',
  'restore',
  'confirm',
] as const;
export type ResourceMove = (typeof resourceMoves)[number];

/** Who writes resources 作者. */
export const resourceAuthors = ['teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin'] as const satisfies readonly Role[];
/** Who reviews for a tier 审核员; 教研员 where their tier has named them. */
export const resourceReviewers = ['resourceReviewer'] as const satisfies readonly Role[];
export const reviewingRoles = [...resourceReviewers, 'subjectResearcher'] as const satisfies readonly Role[];
/** Who answers for what a tier shows: takes down at once, hears reports, decides appeals. */
export const shelfKeepers = [...resourceReviewers, 'schoolAdmin', 'centreHead', 'systemAdmin'] as const satisfies readonly Role[];
/** Who brings resources from another platform 迁移: who answers for what their organisation shows. */
export const migrators = ['systemAdmin', 'centreHead', 'schoolAdmin', 'resourceReviewer'] as const satisfies readonly Role[];

/**
 * 草稿 → 待审 → (退回修改 → 待审)* → 已发布 → 已下架, or 不予通过. Published is what is published at any tier: what a tier above
 * reviews stays published below meanwhile. Whatever was published once can be taken down, also when it is withdrawn already: releases outlive that.
 */
export const resourceLifeCycle = new LifeCycle<ResourceState, ResourceMove>({
  submit: { from: ['draft', 'returned', 'withdrawn'], to: 'submitted', by: resourceAuthors },
  pass: { from: ['submitted'], to: 'submitted', by: reviewingRoles },
  return: { from: ['submitted'], to: 'returned', by: reviewingRoles },
  reject: { from: ['submitted'], to: 'rejected', by: reviewingRoles },
  publish: { from: ['submitted'], to: 'published', by: reviewingRoles },
  withdraw: { from: ['published'], to: 'withdrawn', by: [...resourceReviewers, ...resourceAuthors] },
  putForward: { from: ['published'], to: 'published', by: [...resourceAuthors, ...resourceReviewers, 'centreHead'] },
  takeDown: { from: ['published', 'withdrawn', 'submitted', 'returned', 'rejected'], to: 'withdrawn', by: shelfKeepers },
  restore: { from: ['withdrawn', 'published'], to: 'published', by: [...shelfKeepers, ...resourceAuthors] },
  confirm: { from: ['published'], to: 'published', by: reviewingRoles },
});

export const reviewStates = ['none', 'submitted', 'returned'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** A review at one tier 一次审核; of one resource there is one at a time. */
export const reviewLifeCycle = new LifeCycle<ReviewState, 'submit' | 'putForward' | 'pass' | 'return' | 'reject' | 'publish'>({
  submit: { from: ['none', 'returned'], to: 'submitted' },
  putForward: { from: ['none'], to: 'submitted' },
  pass: { from: ['submitted'], to: 'submitted' },
  return: { from: ['submitted'], to: 'returned' },
  reject: { from: ['submitted'], to: 'none' },
  publish: { from: ['submitted'], to: 'none' },
});

/** The states in which the author may write; once something was published, a revision 修订稿, unseen until it is reviewed. */
export const editableStates: readonly ResourceState[] = ['draft', 'returned', 'published', 'withdrawn'];
