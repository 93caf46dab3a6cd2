import { z } from 'zod';
import { MoveNotAllowed } from '../life-cycle.js';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { Id, item, text, value } from '../shapes/shapes.js';
import { resourceAuthors, resourceReviewers, reviewingRoles, shelfKeepers } from './life-cycle.js';
import {
  ReleaseNotFound,
  ResourceChecklistIncomplete,
  ResourceCodeUnknown,
  ResourceHeld,
  ResourceNotFound,
  ResourceNothingChanged,
  ResourceNotNextTier,
  ResourceNotReady,
  ResourceNotStanding,
  ResourceNotYours,
  ResourceOtherTier,
  ResourceOwn,
  ResourceOwnReview,
  ResourceReviewerNotNamed,
} from './refusals.js';
import { LearningObjectMetadata, ProvenanceLine, Release, ReleaseLine, releaseNumber, releaseOn } from './releases.js';
import { ReviewCode } from './review-rules.js';
import { Resource } from './shapes.js';

const params = z.object({ resourceId: Id.describe('资源标识 id of the resource') });
const readers = [...postRoles, 'app'] as const;
const reason = text(500).describe('理由 reason, shown to the author');

/** Where a resource stands: put forward from tier to tier, withdrawn, taken down, restored, checked again; and what it said before. */
export const standingOperations = {
  putForward: operation('post', '/resources/:resourceId/put-forward', {
    summary: '报送上级 Put a resource forward to the tier above',
    description:
      '个人 → 校 → 县 → 市 → 省: the same resource under the same id, reviewed by the reviewers of the next organisation above; it stays published below meanwhile. By its author, or by the tier that shows it.',
    scope: 'resources.write',
    permits: [...resourceAuthors, ...resourceReviewers, 'centreHead'],
    params,
    body: z.strictObject({ organisation: Id.describe('上级单位 organisation above to which it goes') }),
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceNotYours, ResourceNotNextTier, ResourceNotReady, ResourceNothingChanged, MoveNotAllowed],
  }),
  withdraw: operation('post', '/resources/:resourceId/withdraw', {
    summary: '资源下架 Withdraw a published resource',
    description:
      'By its author, then at every tier; or by a reviewer, at the acting tier, or where it does not stand there, at those below. Other tiers go on showing it.',
    scope: 'resources.write',
    permits: [...resourceReviewers, ...resourceAuthors],
    params,
    body: z.strictObject({ reason }),
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceNotYours, MoveNotAllowed],
  }),
  takeDown: operation('post', '/resources/:resourceId/take-down', {
    summary: '资源紧急下架 Take a resource down everywhere at once',
    description:
      'Effective at every tier in the same moment, with its former releases and the review under way, also when it is withdrawn or expired already; its credits no longer count. Only who took it down, or an authority above, restores it.',
    scope: 'resources.write',
    permits: shelfKeepers,
    params,
    body: z.strictObject({ reason, codes: z.array(ReviewCode).min(1).max(20).describe('原因代码 reason codes') }),
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceNotStanding, MoveNotAllowed],
  }),
  restore: operation('post', '/resources/:resourceId/restore', {
    summary: '资源重新上架 Restore a withdrawn resource',
    description:
      'A tier restores what it withdrew or what had expired there, an author what they withdrew; what was taken down everywhere is restored everywhere. What a tier took off is put back by somebody who neither made it nor contributed to it.',
    scope: 'resources.write',
    permits: [...shelfKeepers, ...resourceAuthors],
    params,
    body: z.strictObject({ reason }),
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceHeld, ResourceNotStanding, ResourceNotYours, ResourceOwn, MoveNotAllowed],
  }),
  confirm: operation('post', '/resources/:resourceId/confirm', {
    summary: '资源复查通过 Check a published resource again',
    description: 'By the reviewers of the tier that shows it, against its checklist; the next re-check is counted from today.',
    scope: 'resources.write',
    permits: reviewingRoles,
    params,
    body: z.strictObject({ checked: z.array(ReviewCode).max(20).describe('已逐项核对的检查项 items of the checklist that were checked') }),
    returns: item(Resource),
    fails: [
      ResourceNotFound,
      ResourceNotStanding,
      ResourceOwnReview,
      ResourceOtherTier,
      ResourceReviewerNotNamed,
      ResourceChecklistIncomplete,
      ResourceCodeUnknown,
    ],
  }),
  releases: operation('get', '/resources/:resourceId/releases', {
    summary: '列出发布版 List the releases of a resource',
    description:
      'Newest first; for whoever could read them when they were published, also after it was withdrawn, not after it was taken down.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params,
    query: z.object({ on: releaseOn.optional() }),
    returns: value(z.object({ releases: z.array(ReleaseLine).describe('发布版 releases, newest first') })),
    fails: [ResourceNotFound],
  }),
  release: operation('get', '/resources/:resourceId/releases/:number', {
    summary: '读取发布版 Read a release of a resource',
    description: 'What a class used last year stays readable.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params: params.extend({ number: releaseNumber }),
    returns: value(Release),
    fails: [ReleaseNotFound],
  }),
  provenance: operation('get', '/resources/:resourceId/provenance', {
    summary: '资源来历 Where a resource has been',
    description: 'Its registration, rounds, tiers, withdrawals and returns to the shelf, oldest first.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params,
    returns: value(z.object({ lines: z.array(ProvenanceLine).describe('来历，由先到后 lines, oldest first') })),
    fails: [ResourceNotFound],
  }),
  learningObjectMetadata: operation('get', '/resources/:resourceId/lom', {
    summary: '学习对象元数据 Read the learning object metadata of a resource',
    description: 'GB/T 21365 (IEEE 1484.12.1 LOM): the same resource in the nine categories of the standard.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params,
    returns: value(LearningObjectMetadata),
    fails: [ResourceNotFound],
  }),
};
