import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { creatable, Id, item } from '../shapes/shapes.js';
import { ResourceEdit, ResourceInput } from './content.js';
import { CurriculumNodesUnknown } from './curriculum.js';
import { resourceAuthors } from './life-cycle.js';
import { ResourceContributorsUnknown, ResourceLocked, ResourceNotFound, ResourceNotYours } from './refusals.js';
import { Resource } from './shapes.js';

const params = z.object({ resourceId: Id.describe('资源标识 id of the resource') });
const readers = [...postRoles, 'app'] as const;

/** The catalogue: authors keep their resources, readers find them. */
export const catalogueOperations = {
  register: operation('post', '/resources', {
    summary: '登记资源 Register a resource',
    description: 'It begins as a draft of the acting organisation. 使用方法、应用场景、典型案例 may wait until it is submitted.',
    scope: 'resources.write',
    permits: resourceAuthors,
    creates: true,
    body: ResourceInput.extend(creatable),
    returns: item(Resource),
    fails: [CurriculumNodesUnknown, ResourceContributorsUnknown],
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
    description:
      'Its author edits a draft or a returned resource. Of a published one it writes the revision, which readers do not see until it is reviewed. A field left out stays, null empties it.',
    scope: 'resources.write',
    permits: resourceAuthors,
    guarded: true,
    params,
    body: ResourceEdit,
    returns: item(Resource),
    fails: [ResourceNotFound, ResourceNotYours, ResourceLocked, CurriculumNodesUnknown, ResourceContributorsUnknown],
  }),
  discard: operation('delete', '/resources/:resourceId', {
    summary: '删除草稿 Discard a draft',
    description: 'Only what was never submitted can be discarded; what was once published is withdrawn instead.',
    scope: 'resources.write',
    permits: resourceAuthors,
    params,
    fails: [ResourceNotFound, ResourceNotYours, ResourceLocked],
  }),
};
