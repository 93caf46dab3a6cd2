import { auditOf } from '../machinery/audit-trail.js';
import { changesAfter } from '../machinery/changes.js';
import { postWork } from '../machinery/post-work.js';
import { z } from 'zod';
import { MoveNotAllowed } from '../life-cycle.js';
import { contract, operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { creatable, Id, item, page, paging, text, value } from '../shapes/shapes.js';
import { Grade, Stage, Subject } from '../shapes/teaching.js';
import { curriculumOperations } from './curriculum.operations.js';
import { resourceQueryOperations } from './resource-query.operations.js';
import { orderOperations } from './orders/orders.operations.js';
import { productTestOperations } from './product-tests/product-tests.operations.js';
import { resourceAuthors, resourceReviewers } from './life-cycle.js';
import {
  ResourceLocked,
  ResourceNotFound,
  ResourceNothingChanged,
  ResourceNotReady,
  ResourceNotYours,
  ResourceOwnReview,
} from './refusals.js';
import { Resource, ResourceChanges, ResourceEdit, ResourceInput, ResourceStatus, ResourceType, ResourceSubmission } from './shapes.js';

const params = z.object({ resourceId: Id.describe('资源标识 id of the resource') });
const readers = [...postRoles, 'app'] as const;
const involved = [...resourceAuthors, ...resourceReviewers, 'centreHead'] as const;
const reason = text(500).describe('理由 reason, shown to the author');

/** What is taught with: the catalogue and its review. */
export const resources = contract('resources', {
  changesAfter: changesAfter('resources'),
  ...auditOf('resources'),
  ...resourceQueryOperations,
  ...curriculumOperations,
  postWork: postWork('resources'),
  ...orderOperations,
  ...productTestOperations,
  register: operation('post', '/resources', {
    summary: '登记资源 Register a resource',
    description: 'It begins as a draft of the acting organisation. 使用方法、应用场景、典型案例 may wait until it is submitted.',
    scope: 'resources.write',
    permits: resourceAuthors,
    creates: true,
    body: ResourceInput.extend(creatable),
    returns: item(Resource),
  }),
  list: operation('get', '/resources', {
    summary: '查找资源 Find resources',
    description:
      'Newest first. `q` finds any piece of title, keywords, knowledge points and description, from one character on; several pieces separated by spaces must all occur.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({
      q: text(100).optional().describe('检索词 what to look for'),
      stage: Stage.optional(),
      subject: Subject.optional(),
      grade: z.coerce.number().pipe(Grade).optional().describe('年级 grade'),
      type: ResourceType.optional(),
      status: ResourceStatus.optional(),
      organisation: Id.optional().describe('所属组织 organisation it belongs to'),
      ...paging,
    }),
    returns: page(Resource),
  }),
  resource: operation('get', '/resources/:resourceId', {
    summary: '查看资源 Read a resource',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params,
    returns: item(Resource),
    fails: [ResourceNotFound],
  }),
  edit: operation('patch', '/resources/:resourceId', {
    summary: '修改资源 Edit a resource',
    description: 'Its author edits a draft or a returned resource. A field left out stays, null empties it.',
    scope: 'resources.write',
    permits: resourceAuthors,
    guarded: true,
    params,
    body: ResourceEdit,
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceNotYours, ResourceLocked],
  }),
  discard: operation('delete', '/resources/:resourceId', {
    summary: '删除草稿 Discard a draft',
    description: 'Only what was never submitted can be discarded; what was once published is withdrawn instead.',
    scope: 'resources.write',
    permits: resourceAuthors,
    params,
    fails: [ResourceNotFound, ResourceNotYours, ResourceLocked],
  }),
  submit: operation('post', '/resources/:resourceId/submit', {
    summary: '资源送审 Submit a resource for review',
    description: 'Refused while 使用方法、应用场景、典型案例 or the grades are missing, and after a return while nothing was changed.',
    scope: 'resources.write',
    permits: resourceAuthors,
    params,
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceNotYours, ResourceNotReady, ResourceNothingChanged, MoveNotAllowed],
  }),
  return: operation('post', '/resources/:resourceId/return', {
    summary: '退回修改 Return a resource for changes',
    scope: 'resources.write',
    permits: resourceReviewers,
    params,
    body: z.strictObject({ reason }),
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceOwnReview, MoveNotAllowed],
  }),
  reject: operation('post', '/resources/:resourceId/reject', {
    summary: '资源不予通过 Reject a resource',
    scope: 'resources.write',
    permits: resourceReviewers,
    params,
    body: z.strictObject({ reason }),
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceOwnReview, MoveNotAllowed],
  }),
  publish: operation('post', '/resources/:resourceId/publish', {
    summary: '发布资源 Publish a resource',
    description: 'From then on every organisation below the one it belongs to may read it.',
    scope: 'resources.write',
    permits: resourceReviewers,
    params,
    body: z.strictObject({ note: text(500).optional().describe('审核意见 reviewer’s note') }),
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceOwnReview, MoveNotAllowed],
  }),
  withdraw: operation('post', '/resources/:resourceId/withdraw', {
    summary: '资源下架 Withdraw a published resource',
    description: 'By its author or by a reviewer.',
    scope: 'resources.write',
    permits: [...resourceReviewers, ...resourceAuthors],
    params,
    body: z.strictObject({ reason }),
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceNotYours, MoveNotAllowed],
  }),
  changes: operation('get', '/resources/:resourceId/changes', {
    summary: '退回后的改动 What changed since the return',
    description: 'Old and new value of each field that differs from what was last returned.',
    scope: 'resources.read',
    permits: involved,
    params,
    returns: value(ResourceChanges),
    fails: [ResourceNotFound],
  }),
  submissions: operation('get', '/resources/:resourceId/submissions', {
    summary: '送审记录 Rounds of review',
    description: 'Every version that was submitted and what the reviewer decided, newest first.',
    scope: 'resources.read',
    permits: involved,
    params,
    returns: value(z.object({ submissions: z.array(ResourceSubmission).describe('送审记录 rounds, newest first') })),
    fails: [ResourceNotFound],
  }),
});
