import { z } from 'zod';
import { MoveNotAllowed } from '../life-cycle.js';
import { operation } from '../machinery/operation.js';
import { Id, item, page, paging, text, value } from '../shapes/shapes.js';
import { Stage, Subject } from '../shapes/teaching.js';
import { resourceAuthors, reviewingRoles, shelfKeepers } from './life-cycle.js';
import {
  ResourceChecklistIncomplete,
  ResourceCodesNeeded,
  ResourceCodeUnknown,
  ResourceHeld,
  ResourceLastStep,
  ResourceLocked,
  ResourceNoRevision,
  ResourceNotFound,
  ResourceNothingChanged,
  ResourceNotReady,
  ResourceNotYours,
  ResourceOtherTier,
  ResourceOwnReview,
  ResourceReviewedAlready,
  ResourceReviewerNotNamed,
  ResourceStepsRemain,
} from './refusals.js';
import {
  ReviewCode,
  Reviewer,
  ReviewerInput,
  ReviewerNotFound,
  ReviewerWithoutPost,
  ReviewRule,
  ReviewRuleInput,
  ReviewRuleUnknownStep,
  TierNotFound,
} from './review-rules.js';
import { Resource, ResourceChanges, ResourceSubmission } from './shapes.js';

const params = z.object({ resourceId: Id.describe('资源标识 id of the resource') });
const organisationId = z.object({ organisationId: Id.describe('单位标识 id of the organisation') });
const involved = [...resourceAuthors, 'resourceReviewer', 'centreHead'] as const;
const administering = ['systemAdmin', 'schoolAdmin', 'centreHead'] as const;

const reason = text(500).describe('理由 reason, shown to the author');
const codes = z.array(ReviewCode).max(20).optional().describe('原因代码，取自本级检查单 reason codes of the tier’s checklist');
const checked = z.array(ReviewCode).max(20).describe('已逐项核对的检查项 items of the checklist that were checked');
const mayNot = [
  ResourceNotFound,
  ResourceOwnReview,
  MoveNotAllowed,
  ResourceOtherTier,
  ResourceReviewerNotNamed,
  ResourceReviewedAlready,
] as const;

/** What becomes of a resource between its author and its readers: 初审、复审、终审, at each tier by that tier's rule. */
export const reviewOperations = {
  submit: operation('post', '/resources/:resourceId/submit', {
    summary: '资源送审 Submit a resource for review',
    description:
      'Refused while 使用方法、应用场景、典型案例 or the grades are missing, and after a return while nothing was changed. After a return it goes back to the tier that returned it; a revision of a published resource goes to the highest tier that shows it.',
    scope: 'resources.write',
    permits: resourceAuthors,
    params,
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceNotYours, ResourceNotReady, ResourceNothingChanged, ResourceHeld, MoveNotAllowed],
  }),
  pass: operation('post', '/resources/:resourceId/pass', {
    summary: '通过本审 Pass a resource on to the next step of its review',
    description: 'Every item of the tier’s checklist must have been checked; the next step takes another person.',
    scope: 'resources.write',
    permits: reviewingRoles,
    params,
    body: z.strictObject({ checked, note: text(500).optional().describe('审核意见 reviewer’s note') }),
    returns: item(Resource),
    fails: [...mayNot, ResourceChecklistIncomplete, ResourceCodeUnknown, ResourceLastStep],
  }),
  return: operation('post', '/resources/:resourceId/return', {
    summary: '退回修改 Return a resource for changes',
    description: 'From any step; the next round begins at the first again.',
    scope: 'resources.write',
    permits: reviewingRoles,
    params,
    body: z.strictObject({ reason, codes }),
    returns: item(Resource),
    fails: [...mayNot, ResourceCodeUnknown, ResourceCodesNeeded],
  }),
  reject: operation('post', '/resources/:resourceId/reject', {
    summary: '资源不予通过 Reject a resource',
    description: 'What is published at a tier below stays published there.',
    scope: 'resources.write',
    permits: reviewingRoles,
    params,
    body: z.strictObject({ reason, codes }),
    returns: item(Resource),
    fails: [...mayNot, ResourceCodeUnknown, ResourceCodesNeeded],
  }),
  publish: operation('post', '/resources/:resourceId/publish', {
    summary: '发布资源 Publish a resource',
    description: 'The last step of a review. From then on every organisation below the one that reviewed it may read it.',
    scope: 'resources.write',
    permits: reviewingRoles,
    params,
    body: z.strictObject({ note: text(500).optional().describe('审核意见 reviewer’s note'), checked: checked.optional() }),
    returns: item(Resource),
    fails: [...mayNot, ResourceChecklistIncomplete, ResourceCodeUnknown, ResourceStepsRemain],
  }),
  dropRevision: operation('delete', '/resources/:resourceId/revision', {
    summary: '放弃修订稿 Drop the revision of a resource',
    description: 'Readers keep what is published. Refused while it is under review.',
    scope: 'resources.write',
    permits: resourceAuthors,
    params,
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceNotYours, ResourceLocked, ResourceNoRevision],
  }),
  changes: operation('get', '/resources/:resourceId/changes', {
    summary: '退回后的改动 What changed since the return',
    description:
      'Old and new value of each field that differs from what was last returned, its files included; for a revision, from what is published.',
    scope: 'resources.read',
    permits: involved,
    params,
    returns: value(ResourceChanges),
    fails: [ResourceNotFound],
  }),
  submissions: operation('get', '/resources/:resourceId/submissions', {
    summary: '送审记录 Rounds of review',
    description: 'Every version that was submitted, at each tier, and what each step decided, newest first.',
    scope: 'resources.read',
    permits: involved,
    params,
    returns: value(z.object({ submissions: z.array(ResourceSubmission).describe('送审记录 rounds, newest first') })),
    fails: [ResourceNotFound],
  }),
  reviewQueue: operation('get', '/resource-reviews', {
    summary: '待审资源 Resources that wait for review',
    description: 'Resources that wait for a step at the acting organisation or below, or that should be checked again.',
    scope: 'resources.read',
    permits: [...reviewingRoles, 'centreHead', 'schoolAdmin'],
    query: z.object({
      what: z.enum(['review', 'recheck']).default('review').describe('待审或应复查 waiting for review, or due to be checked again'),
      mine: z.enum(['true', 'false']).default('false').describe('只列本人可办理的 only what the caller may decide now'),
      overdue: z.enum(['true', 'false']).default('false').describe('只列已过期限的 only what is past its time'),
      stage: Stage.optional(),
      subject: Subject.optional(),
      ...paging,
    }),
    returns: page(Resource),
  }),
  reviewRule: operation('get', '/review-rules/:organisationId', {
    summary: '读取审核规则 Read the rule of a tier’s review',
    description: 'Also of the organisations above, to which a resource is put forward.',
    scope: 'resources.read',
    permits: [...involved, 'systemAdmin'],
    reach: 'handedDown',
    params: organisationId,
    returns: value(ReviewRule),
    fails: [TierNotFound],
  }),
  setReviewRule: operation('post', '/review-rules/:organisationId', {
    summary: '制定审核规则 Set the rule of a tier’s review',
    description: 'Number of steps, checklist, days, re-checks and credits. A round under way goes on by the steps it began with.',
    scope: 'resources.write',
    permits: administering,
    params: organisationId,
    body: ReviewRuleInput,
    returns: value(ReviewRule),
    fails: [TierNotFound],
  }),
  nameReviewer: operation('post', '/reviewers', {
    summary: '指定审核人 Name a reviewer',
    description:
      '教研员 by subject and stage: where somebody is named for a step, nobody else decides it. A naming goes with the post: to whoever takes it over, or with it when it ends.',
    scope: 'resources.write',
    permits: administering,
    creates: true,
    body: ReviewerInput,
    returns: item(Reviewer),
    fails: [TierNotFound, ReviewRuleUnknownStep, ReviewerWithoutPost],
  }),
  reviewers: operation('get', '/reviewers', {
    summary: '列出指定的审核人 List the reviewers who are named',
    scope: 'resources.read',
    permits: [...shelfKeepers, 'subjectResearcher'],
    query: z.object({ organisation: Id.optional().describe('只列该单位的 only of this organisation'), ...paging }),
    returns: page(Reviewer),
  }),
  releaseReviewer: operation('delete', '/reviewers/:reviewerId', {
    summary: '撤销审核人 Name a reviewer no longer',
    scope: 'resources.write',
    permits: administering,
    params: z.object({ reviewerId: Id.describe('审核人标识 id of the reviewer') }),
    fails: [ReviewerNotFound],
  }),
};
