import { refusal } from '../machinery/refusal.js';

const base = ['sourcedId', 'status', 'dateLastModified', 'metadata'] as const;
const session = [...base, 'title', 'startDate', 'endDate', 'type', 'parent', 'schoolYear'] as const;
const org = [...base, 'name', 'type', 'identifier', 'parent'] as const;
const user = [
  ...base,
  ...['username', 'userIds', 'enabledUser', 'givenName', 'familyName', 'roles', 'agents', 'primaryOrg', 'grades'],
] as const;

/** The collections of a roster as OneRoster 1.2 names them, with the fields that may be selected. */
export const rosterCollections = {
  academicSessions: session,
  terms: session,
  gradingPeriods: session,
  courses: [...base, 'title', 'courseCode', 'grades', 'subjects', 'subjectCodes', 'org'],
  classes: [...base, 'title', 'classType', 'grades', 'subjects', 'subjectCodes', 'course', 'school', 'terms'],
  enrollments: [...base, 'user', 'class', 'school', 'role', 'primary', 'beginDate', 'endDate'],
  orgs: org,
  schools: org,
  users: user,
  students: user,
  teachers: user,
  demographics: [...base, 'birthDate', 'sex'],
} as const satisfies Record<string, readonly string[]>;

export type RosterCollection = keyof typeof rosterCollections;
export const rosterCollectionNames = Object.keys(rosterCollections) as [RosterCollection, ...RosterCollection[]];

/** Things in which a collection may be narrowed: the students of a class, the classes of a course. */
export const rosterNarrowings = ['school', 'class', 'course', 'term', 'user', 'student', 'teacher'] as const;
export type RosterNarrowing = (typeof rosterNarrowings)[number];

export const RosterRowUnknown = refusal('roster.row_unknown', 404, { zh: '名单中没有该条目', en: 'No such entry of the roster' });
