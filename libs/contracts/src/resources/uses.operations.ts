import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { Id, page, paging, value } from '../shapes/shapes.js';
import { Subject } from '../shapes/teaching.js';
import { ResourceNotFound } from './refusals.js';
import { Resource } from './shapes.js';
import { ResourceNotShown, ResourceOwnRating, ResourceUse, ResourceUseKind, ResourceUseOutOfTime, UseTaken, useTold } from './uses.js';

const params = z.object({ resourceId: Id.describe('资源标识 id of the resource') });
const people = { scope: 'resources.read', permits: postRoles, reach: 'handedDown' } as const;
const anybody = { ...people, permits: [...postRoles, 'app'] } as const;

/** Resources are used, and people say what they think of them. */
export const useOperations = {
  noteUse: operation('post', '/resources/:resourceId/uses', {
    summary: '登记资源使用 Note a use of a resource',
    description:
      'Whoever shows a resource tells of each use once it happened, at once or when it is online again; sent twice, it counts once. A person’s views of a day count as one, and so do downloads; each use in class counts.',
    ...anybody,
    params,
    body: z.strictObject({ ...useTold, kind: ResourceUseKind }),
    returns: value(UseTaken),
    fails: [ResourceNotFound, ResourceNotShown, ResourceUseOutOfTime],
  }),
  noteUseOfOther: operation('post', '/other-resource-uses', {
    summary: '登记课堂使用平台以外的资源 Note the use in class of a resource from elsewhere',
    description:
      'What was taught with and is not on the platform: without it nobody could say which share of resources used in class the platform provides (资源平台提供率).',
    scope: 'resources.read',
    permits: ['teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin', 'app'],
    body: z.strictObject({ ...useTold, subject: Subject }),
    returns: value(UseTaken),
    fails: [ResourceUseOutOfTime],
  }),
  use: operation('get', '/resources/:resourceId/use', {
    summary: '资源使用情况 Read how much a resource is used',
    description: 'Exact at the moment it is read.',
    ...anybody,
    params,
    returns: value(ResourceUse),
    fails: [ResourceNotFound],
  }),
  favour: operation('post', '/resources/:resourceId/favourite', {
    summary: '收藏资源 Keep a resource as a favourite',
    description: 'Or give it up again. Said twice, it is so once.',
    ...people,
    params,
    body: z.strictObject({ favourite: z.boolean().describe('是否收藏 whether it is a favourite from now on') }),
    returns: value(ResourceUse),
    fails: [ResourceNotFound, ResourceNotShown],
  }),
  favourites: operation('get', '/favourite-resources', {
    summary: '我的收藏 List one’s favourite resources',
    description: 'The caller’s own, as far as they may still be read; newest resources first.',
    ...people,
    query: z.object(paging),
    returns: page(Resource),
  }),
  rate: operation('post', '/resources/:resourceId/ratings', {
    summary: '给资源评分 Rate a resource',
    description: 'One to five stars; a person’s latest rating holds, and null takes it back.',
    ...people,
    params,
    body: z.strictObject({ stars: z.int().min(1).max(5).nullable().describe('星级，空为撤回 stars; null takes them back') }),
    returns: value(ResourceUse),
    fails: [ResourceNotFound, ResourceNotShown, ResourceOwnRating],
  }),
};
