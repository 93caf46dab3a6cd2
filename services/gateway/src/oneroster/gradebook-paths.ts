import { classrooms, gradebookCollections, type GradebookCollection } from '@lianxue/contracts';
import type { Path } from './paths.js';

/** Singular names under which one row travels. */
export const gradebookKeys: Readonly<Record<GradebookCollection, string>> = {
  categories: 'category',
  scoreScales: 'scoreScale',
  lineItems: 'lineItem',
  results: 'result',
};

const path = (collection: GradebookCollection, url: string, single = false): Path => ({
  ...{ url, collection, single, named: true },
  key: single ? gradebookKeys[collection] : collection,
  fields: gradebookCollections[collection],
  within: [...url.matchAll(/:(class|school|lineItem|student)\b/g)].map(([, kind]) => ({ kind: kind!, parameter: kind! })),
  operations: [classrooms.queryGradebook],
});

const nested: readonly [GradebookCollection, string][] = [
  ['categories', '/classes/:class/categories'],
  ['scoreScales', '/classes/:class/scoreScales'],
  ['scoreScales', '/schools/:school/scoreScales'],
  ['lineItems', '/classes/:class/lineItems'],
  ['results', '/classes/:class/results'],
  ['results', '/classes/:class/lineItems/:lineItem/results'],
  ['results', '/classes/:class/students/:student/results'],
];

/** Every address of the gradebook service of OneRoster 1.2 that is read, assessments apart. */
export const gradebookPaths: readonly Path[] = [
  ...(Object.keys(gradebookCollections) as GradebookCollection[]).flatMap((collection) => [
    path(collection, `/${collection}`),
    path(collection, `/${collection}/:id`, true),
  ]),
  ...nested.map(([collection, url]) => path(collection, url)),
];

/** One address to which several entries are sent, and what it says of all of them. */
export interface Posted {
  readonly url: string;
  readonly collection: GradebookCollection;
  /** Said of each entry. */
  readonly each?: 'class' | 'lineItem';
  /** Checked of each entry. */
  readonly all?: readonly ('school' | 'class' | 'academicSession')[];
}

export const postedPaths: readonly Posted[] = [
  { url: '/classes/:class/lineItems', collection: 'lineItems', each: 'class' },
  { url: '/schools/:school/lineItems', collection: 'lineItems', all: ['school'] },
  { url: '/lineItems/:lineItem/results', collection: 'results', each: 'lineItem' },
  { url: '/classes/:class/academicSessions/:academicSession/results', collection: 'results', all: ['class', 'academicSession'] },
];
