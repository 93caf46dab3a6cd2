import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, value } from '../shapes/shapes.js';
import { collectionAnswer, CollectionFieldUnfit, collectionQuery } from '../shapes/collection-query.js';
import { rosterCollectionNames, rosterNarrowings, RosterRowUnknown } from './roster-query.js';

const query = {
  internal: true,
  permits: ['app'],
  body: z.strictObject({
    collection: z.enum(rosterCollectionNames),
    within: z
      .array(z.strictObject({ kind: z.enum(rosterNarrowings), id: Id }))
      .max(2)
      .default([]),
    ...collectionQuery,
  }),
  returns: value(z.object(collectionAnswer)),
  fails: [RosterRowUnknown, CollectionFieldUnfit],
} as const;

/** What the OneRoster façade asks with the app’s own token, once for each scope by which an app may have come. */
export const rosterQueryOperations = {
  queryRoster: operation('post', '/internal/roster-query', {
    ...query,
    summary: '按 OneRoster 查询名单 Query the roster',
    scope: 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly',
  }),
  queryRosterCore: operation('post', '/internal/roster-core-query', {
    ...query,
    summary: '按 OneRoster 核心查询名单 Query the core of the roster',
    scope: 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly',
  }),
  queryDemographics: operation('post', '/internal/demographics-query', {
    ...query,
    summary: '按 OneRoster 查询性别与出生信息 Query demographics of the roster',
    scope: 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-demographics.readonly',
  }),
};
