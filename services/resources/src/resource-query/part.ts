import type { Part } from '@lianxue/persistence';
import { QueryingResources } from './querying-resources.js';
import { ResourceQueryHandlers } from './resource-query.handlers.js';
import { ResourceStamps } from './resource-stamps.js';

/** The catalogue as OneRoster names its fields, and when everything in it was last modified. */
export const resourceQuery: Part = { entities: [], rules: [ResourceStamps, QueryingResources], handlers: [ResourceQueryHandlers] };
