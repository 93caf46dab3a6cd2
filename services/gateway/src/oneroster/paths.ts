import { identity, rosterCollections, type AnyOperation, type RosterCollection, type RosterNarrowing } from '@lianxue/contracts';

type Operations = readonly [AnyOperation, ...AnyOperation[]];

/** One address of a OneRoster service that answers a part of a collection, or one row of it. */
export interface Path {
  readonly url: string;
  readonly collection: string;
  /** The name under which rows travel; the singular for one. */
  readonly key: string;
  readonly single: boolean;
  readonly fields: readonly string[];
  /** Things named in the path, outermost first. */
  readonly within: readonly { readonly kind: string; readonly parameter: string }[];
  /** The operations that answer, each under a scope; the first whose scope the app holds is asked. */
  readonly operations: Operations;
  /** Whether things go by names that apps gave them, instead of ids of ours. */
  readonly named?: true;
}

const keys: Readonly<Record<RosterCollection, readonly [many: string, one: string]>> = {
  academicSessions: ['academicSessions', 'academicSession'],
  terms: ['academicSessions', 'academicSession'],
  gradingPeriods: ['academicSessions', 'academicSession'],
  courses: ['courses', 'course'],
  classes: ['classes', 'class'],
  enrollments: ['enrollments', 'enrollment'],
  orgs: ['orgs', 'org'],
  schools: ['orgs', 'org'],
  users: ['users', 'user'],
  students: ['users', 'user'],
  teachers: ['users', 'user'],
  demographics: ['demographics', 'demographics'],
};

/** What a path names, with the parameter that holds its id. */
const things = {
  schools: { kind: 'school', parameter: 'school' },
  classes: { kind: 'class', parameter: 'class' },
  courses: { kind: 'course', parameter: 'course' },
  terms: { kind: 'term', parameter: 'term' },
  users: { kind: 'user', parameter: 'user' },
  students: { kind: 'student', parameter: 'student' },
  teachers: { kind: 'teacher', parameter: 'teacher' },
} as const satisfies Record<string, { kind: RosterNarrowing; parameter: string }>;

const nested: Readonly<Record<string, readonly RosterCollection[]>> = {
  classes: ['students', 'teachers'],
  courses: ['classes'],
  schools: ['classes', 'courses', 'enrollments', 'students', 'teachers', 'terms'],
  'schools/classes': ['enrollments', 'students', 'teachers'],
  students: ['classes'],
  teachers: ['classes'],
  users: ['classes'],
  terms: ['classes', 'gradingPeriods'],
};

const operationsOf = (collection: RosterCollection): Operations =>
  collection === 'demographics' ? [identity.queryDemographics] : [identity.queryRoster, identity.queryRosterCore];

const path = (collection: RosterCollection, url: string, within: Path['within'] = [], single = false): Path => ({
  ...{ url, collection, single, within },
  key: keys[collection][single ? 1 : 0],
  fields: rosterCollections[collection],
  operations: operationsOf(collection),
});

/** Every address of the rostering service of OneRoster 1.2. */
export const rosteringPaths: readonly Path[] = [
  ...(Object.keys(rosterCollections) as RosterCollection[]).flatMap((collection) => [
    path(collection, `/${collection}`),
    path(collection, `/${collection}/:id`, [], true),
  ]),
  ...Object.entries(nested).flatMap(([outer, collections]) => {
    const within = outer.split('/').map((name) => things[name as keyof typeof things]);
    const begin = outer
      .split('/')
      .map((name) => `/${name}/:${things[name as keyof typeof things].parameter}`)
      .join('');
    return collections.map((collection) => path(collection, `${begin}/${collection}`, within));
  }),
];
