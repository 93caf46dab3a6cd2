import { resourceCollectionFields, resources } from '@lianxue/contracts';
import type { Path } from './paths.js';

const path = (url: string, within: Path['within'] = [], single = false): Path => ({
  ...{ url, within, single, collection: 'resources', fields: resourceCollectionFields },
  key: single ? 'resource' : 'resources',
  operations: [resources.queryResources, resources.queryResourcesCore],
});

/** The addresses of the resources service of OneRoster 1.2. */
export const resourcePaths: readonly Path[] = [
  path('/resources'),
  path('/resources/:id', [], true),
  path('/classes/:class/resources', [{ kind: 'class', parameter: 'class' }]),
  path('/courses/:course/resources', [{ kind: 'course', parameter: 'course' }]),
  path('/users/:user/resources', [{ kind: 'user', parameter: 'user' }]),
];
