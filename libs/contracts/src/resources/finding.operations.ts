import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { Id, page, paging, value } from '../shapes/shapes.js';
import { ResourceFacets, resourceFilters, resourceSorts, SimilarResource } from './finding.js';
import { ResourceNotFound } from './refusals.js';
import { Resource } from './shapes.js';

const finding = { scope: 'resources.read', permits: [...postRoles, 'app'], reach: 'handedDown' } as const;

/** Resources are found: by what they say, by what they are, by what they are like. */
export const findingOperations = {
  list: operation('get', '/resources', {
    summary: '查找资源 Find resources',
    description:
      '`q` finds any piece of title, keywords, knowledge points and description, from one character on; several pieces separated by spaces must all occur, and no sign has a meaning of its own. Newest first unless `sort` says otherwise: by relevance, what says it in its title before what says it elsewhere, and the most used of each first; or the most used altogether, as counted the minute before.',
    ...finding,
    query: z.object({
      ...resourceFilters,
      sort: z.enum(resourceSorts).default('newest').describe('排序：最新、相关、最常用 newest, by relevance, most used'),
      ...paging,
    }),
    returns: page(Resource),
  }),
  facets: operation('get', '/resources/facets', {
    summary: '资源分面计数 Count resources by facet',
    description:
      'How many resources the same filters find in the list, and how many by each facet. A facet counts what the other filters leave, so that another of its values can be chosen. Only what the caller may read is counted.',
    ...finding,
    query: z.object(resourceFilters),
    returns: value(ResourceFacets),
  }),
  similar: operation('get', '/resources/:resourceId/similar', {
    summary: '相似资源 Find resources like this one',
    description:
      'Published resources about the same knowledge points, as their authors wrote them or as nodes of the knowledge graph: those that share the most first, of these the same subject and stage, then the most used. None where it names no knowledge point.',
    ...finding,
    params: z.object({ resourceId: Id.describe('资源标识 id of the resource') }),
    query: z.object({ limit: z.coerce.number().int().min(1).max(20).default(10).describe('条数 how many, at most 20') }),
    returns: value(z.object({ items: z.array(SimilarResource).describe('相似资源 similar resources') })),
    fails: [ResourceNotFound],
  }),
};
