import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { collectionAnswer, CollectionFieldUnfit, collectionQuery } from '../shapes/collection-query.js';
import { Id, value } from '../shapes/shapes.js';
import { ResourceNotFound } from './refusals.js';

const query = {
  internal: true,
  permits: ['app'],
  body: z.strictObject({
    collection: z.literal('resources'),
    within: z
      .array(z.strictObject({ kind: z.enum(['class', 'course', 'user']), id: Id }))
      .max(1)
      .default([]),
    ...collectionQuery,
  }),
  returns: value(z.object(collectionAnswer)),
  fails: [ResourceNotFound, CollectionFieldUnfit],
} as const;

const scope = 'https://purl.imsglobal.org/spec/or/v1p2/scope';

/** What the OneRoster façade asks with the app’s own token. */
export const resourceQueryOperations = {
  queryResources: operation('post', '/internal/resource-query', {
    ...query,
    summary: '按 OneRoster 查询资源 Query the resources',
    scope: `${scope}/resource.readonly`,
  }),
  queryResourcesCore: operation('post', '/internal/resource-core-query', {
    ...query,
    summary: '按 OneRoster 核心查询资源 Query the core of the resources',
    scope: `${scope}/resource-core.readonly`,
  }),
};
