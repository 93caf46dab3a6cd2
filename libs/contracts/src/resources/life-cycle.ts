import { LifeCycle } from '../life-cycle.js';
import type { Role } from '../roles.js';

export const resourceStates = ['draft', 'submitted', 'returned', 'published', 'rejected', 'withdrawn'] as const;
export type ResourceState = (typeof resourceStates)[number];

export const resourceMoves = ['submit', 'return', 'reject', 'publish', 'withdraw'] as const;

/** Who writes resources 作者. */
export const resourceAuthors = ['teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin'] as const satisfies readonly Role[];
export const resourceReviewers = ['resourceReviewer'] as const satisfies readonly Role[];

/** 草稿 → 待审 → (退回修改 → 待审)* → 已发布 → 已下架, or 不予通过. */
export const resourceLifeCycle = new LifeCycle<ResourceState, (typeof resourceMoves)[number]>({
  submit: { from: ['draft', 'returned'], to: 'submitted', by: resourceAuthors },
  return: { from: ['submitted'], to: 'returned', by: resourceReviewers },
  reject: { from: ['submitted'], to: 'rejected', by: resourceReviewers },
  publish: { from: ['submitted'], to: 'published', by: resourceReviewers },
  withdraw: { from: ['published'], to: 'withdrawn', by: [...resourceReviewers, ...resourceAuthors] },
});

/** The states in which the author may still write. */
export const editableStates: readonly ResourceState[] = ['draft', 'returned'];
