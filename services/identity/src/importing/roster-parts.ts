import { identity, type Caller } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import type { Revoked } from '../signing-in/revocations.js';
import { importCourses, importSessions } from './importing-calendar.js';
import { importClasses } from './importing-classes.js';
import { importEnrolments } from './importing-enrolments.js';
import type { ImportingPeople, Into } from './importing-people.js';
import { rememberSchool } from './known-schools.js';
import type { Roster } from './roster.js';
import type { Tally } from './tally.js';

type Revoke = (one: Revoked) => void;

/** Rows of one kind, to be brought a few at a time. */
export interface RosterPart {
  readonly length: number;
  bring(from: number, until: number, work: Work, revoke: Revoke): Promise<Tally>;
}

export const partOf = <R>(rows: readonly R[], bring: (rows: readonly R[], work: Work, revoke: Revoke) => Promise<Tally>): RosterPart => ({
  length: rows.length,
  bring: (from, until, work, revoke) => bring(rows.slice(from, until), work, revoke),
});

/** Whether a roster of this sender may set terms and open courses, as they may by hand. */
export const mayKeepCalendar = (role: Caller['role']): boolean => identity.setTerm.permits.some((one) => one === role);

/** A roster in the order in which its parts need one another; `mayKeep`: whether its sender may set terms and open courses. */
export function partsOf(roster: Roster, into: Into, mayKeep: boolean, people: ImportingPeople): RosterPart[] {
  const { school, today, asOf } = into;
  const sent = { courses: mayKeep && roster.sent.courses, sessions: mayKeep && roster.sent.sessions };
  return [
    partOf(roster.schoolIds, (rows, work) => rememberSchool(rows, school, work)),
    partOf(roster.sessions, (rows, work) => importSessions(rows, { school, asOf, mayKeep }, work)),
    partOf(roster.courses, (rows, work) => importCourses(rows, { school, asOf, mayKeep }, work)),
    partOf(roster.people, async (rows, work, revoke) => (await people.import(rows, into, work, revoke)).tally),
    partOf(roster.classes, (rows, work) => importClasses(rows, { school, today, asOf, sent }, work)),
    partOf(roster.enrolments, (rows, work) => importEnrolments(rows, { school, asOf, today }, work)),
  ];
}
