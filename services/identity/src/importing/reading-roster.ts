import { refuse, RosterUnreadable, rosterFiles } from '@lianxue/contracts';
import type { RosterRows, Row } from './files.js';
import { gradeIn, gradeTitle } from '../rosters/grades.js';
import { readCourses, readSessions } from './reading-calendar.js';
import { readPeople } from './reading-people.js';
import type { Named, Roster, RosterClass, RosterEnrolment, RosterPost } from './roster.js';
import { dayOf, filled, isGone, wrong } from './row-checks.js';
import type { RowErrors } from './row-errors.js';

/** The school a roster is for, as far as reading needs to know it. */
export interface SchoolOfRoster {
  /** Whether the sender may give this role. */
  readonly mayGive: (role: RosterPost['role']) => boolean;
  readonly id: string;
  readonly today: string;
  readonly schoolCode: string | null;
  /** What earlier rosters called it. */
  readonly knownAs: readonly string[];
}

/** Files that were sent and are not read here. */
export const unreadOf = (files: Readonly<Record<string, string>>): string[] =>
  Object.keys(files).filter((file) => file !== 'manifest' && !rosterFiles.some((known) => known === file));

/** Reads OneRoster 1.2 and SDS v2.1 alike: by the names in the headers. Rows that cannot be understood go to `errors`. */
export function readRoster(files: RosterRows, school: SchoolOfRoster, errors: RowErrors): Roster {
  const { orgs = [], academicSessions = [], courses = [], classes: rows = [], enrollments = [] } = files;
  if (!files.users && !files.classes && !files.enrollments) throw refuse(RosterUnreadable, { file: 'users', reason: 'absent' });
  const schoolIds = schoolIdsOf(orgs, school, errors);
  const isThisSchool = (org: string) => schoolIds === 'any' || schoolIds.has(org);
  const here = { isThisSchool, isAbove: aboveIn(orgs, isThisSchool), isTaught: taughtIn(rows) };
  const homerooms = new Set(rows.filter(isHomeroom).map((row) => row.get('sourcedId')));
  return {
    schoolIds: schoolIds === 'any' ? [] : [...schoolIds],
    sessions: readSessions(academicSessions, errors),
    courses: readCourses(courses, here, errors),
    sent: { courses: files.courses !== undefined, sessions: files.academicSessions !== undefined },
    people: readPeople(files, { isThisSchool, mayGive: school.mayGive, today: school.today }, errors),
    classes: readClasses({ academicSessions, courses }, rows, isThisSchool, errors),
    enrolments: readEnrolments(enrollments, homerooms, errors),
  };
}

const isHomeroom = (row: Row): boolean => row.get('classType').toLowerCase() === 'homeroom';

/** Whether a course is taught as one: by a class that is no 行政班, or by nobody yet. */
function taughtIn(classes: readonly Row[]): (course: string) => boolean {
  const of = (rows: readonly Row[]) => new Set(rows.map((row) => row.get('courseSourcedId')));
  const [homerooms, others] = [of(classes.filter(isHomeroom)), of(classes.filter((row) => !isHomeroom(row)))];
  return (course) => others.has(course) || !homerooms.has(course);
}

/** Whether an organisation of the files stands above this school. */
function aboveIn(orgs: readonly Row[], isThisSchool: (org: string) => boolean): (org: string) => boolean {
  const parents = new Map(orgs.map((row) => [row.get('sourcedId'), row.get('parentSourcedId')]));
  const above = new Set<string>();
  for (const org of [...parents.keys()].filter(isThisSchool))
    for (let up = parents.get(org); up && !above.has(up); up = parents.get(up)) above.add(up);
  return (org) => above.has(org);
}

/**
 * What the files call this school: by its 学校标识码, by an earlier roster, or as their only school. Departments and
 * authorities are passed over. Files that name no organisations at all are about this school.
 */
function schoolIdsOf(orgs: readonly Row[], { id, schoolCode, knownAs }: SchoolOfRoster, errors: RowErrors): ReadonlySet<string> | 'any' {
  if (orgs.length === 0 && knownAs.length === 0) return 'any';
  const schools = orgs.filter((row) => row.get('type').toLowerCase() === 'school');
  const ids = new Set([id, ...knownAs]);
  for (const row of schools) if (schoolCode !== null && row.get('identifier') === schoolCode) ids.add(row.get('sourcedId'));
  const [only, another] = schools;
  if (only && !another && (!only.get('identifier') || schoolCode === null)) ids.add(only.get('sourcedId'));
  for (const row of schools) if (!ids.has(row.get('sourcedId'))) errors.add(row, 'sourcedId', 'org.not_this_school');
  return ids;
}

const longestTitle = 100;

function readClasses(
  named: Required<Pick<RosterRows, 'academicSessions' | 'courses'>>,
  rows: readonly Row[],
  isThisSchool: (org: string) => boolean,
  errors: RowErrors,
): RosterClass[] {
  const byId = (of: readonly Row[]) => new Map(of.map((row) => [row.get('sourcedId'), row]));
  const [sessions, courses] = [byId(named.academicSessions), byId(named.courses)];
  const seen = new Set<string>();
  return rows.flatMap((row): RosterClass[] => {
    const sourcedId = row.get('sourcedId');
    if (!filled(row, errors, ['sourcedId'], ['title'])) return [];
    if (seen.has(sourcedId)) return wrong(row, errors, 'sourcedId', 'sourced_id.twice');
    seen.add(sourcedId);
    if (!isThisSchool(row.get('schoolSourcedId', 'orgSourcedId')))
      return wrong(row, errors, row.column('schoolSourcedId', 'orgSourcedId'), 'org.not_this_school');
    const title = row.get('title');
    if (title.length > longestTitle) return wrong(row, errors, 'title', 'field.too_long');
    const course = courses.get(row.get('courseSourcedId'));
    const said = row.get('classType').toLowerCase();
    const kind = said === 'homeroom' || said === 'scheduled' ? said : course ? 'scheduled' : row.has('classType') ? 'homeroom' : undefined;
    const ofCourse = course?.get('grades', 'grade') ?? '';
    const grade = row.get('grades') || (gradeIn(ofCourse) === null ? '' : ofCourse);
    const gradeSaid = row.has('grades') || grade !== '';
    return [
      {
        file: row.file,
        line: row.line,
        sourcedId,
        title,
        kind,
        grade: gradeSaid ? gradeWords(grade.slice(0, longestTitle)) : undefined,
        gradeOrdinal: gradeSaid ? gradeIn(grade) : undefined,
        gradeOfCourse: !row.has('grades'),
        course: kind === 'homeroom' ? undefined : namedIn(row, ['courseSourcedId'], courses),
        terms: namedIn(row, ['termSourcedIds', 'sessionSourcedIds'], sessions),
        ended: isGone(row),
      },
    ];
  });
}

/** A code names the grade it stands for; words stay as the school writes them. */
function gradeWords(written: string): string | null {
  const ordinal = /^\d+$/.test(written) ? gradeIn(written) : null;
  return ordinal === null ? written || null : gradeTitle(ordinal);
}

function namedIn(row: Row, columns: readonly string[], rows: ReadonlyMap<string, Row>): Named | undefined {
  if (!row.has(...columns)) return undefined;
  const ids = [...new Set(row.get(...columns).split(',').map((id) => id.trim()).filter(Boolean))]; // prettier-ignore
  const words = ids.flatMap((id) => rows.get(id)?.get('title') || []).join('、');
  return { ids, words: words.slice(0, longestTitle) || null, field: row.column(...columns) };
}

const roleInClass: Readonly<Record<string, RosterEnrolment['role']>> = { student: 'pupil', teacher: 'teacher', aide: 'aide' };

/** OneRoster has one word for all who teach: which of them leads the class stands beside it, or is its teacher of first account. */
function roleOf(row: Row, homerooms: ReadonlySet<string>): Pick<RosterEnrolment, 'role' | 'plain' | 'primary'> | undefined {
  const role = roleInClass[row.get('role').toLowerCase()];
  if (role === undefined || role === 'pupil') return role && { role, plain: false, primary: undefined };
  const said = row.get('metadata.role');
  const primary = { true: true, false: false }[row.get('primary').toLowerCase()];
  if (said === 'teacher' || said === 'homeroomTeacher' || said === 'aide') return { role: said, plain: false, primary };
  const leads = role === 'teacher' && primary === true && homerooms.has(row.get('classSourcedId'));
  return { role: leads ? 'homeroomTeacher' : role, plain: role === 'teacher', primary };
}

function readEnrolments(rows: readonly Row[], homerooms: ReadonlySet<string>, errors: RowErrors): RosterEnrolment[] {
  const seen = new Set<string>();
  const pairs = new Set<string>();
  return rows.flatMap((row): RosterEnrolment[] => {
    if (!filled(row, errors, ['classSourcedId'], ['userSourcedId'], ['role'])) return [];
    const found = roleOf(row, homerooms);
    if (!found) return wrong(row, errors, 'role', 'role.unsupported');
    const since = dayOf(row, errors, 'beginDate');
    const until = dayOf(row, errors, 'endDate');
    if ((row.get('beginDate') && !since) || (row.get('endDate') && !until)) return [];
    const joined = [row.get('classSourcedId'), row.get('userSourcedId'), found.role];
    const sourcedId = row.get('sourcedId') || joined.join('|');
    if (seen.has(sourcedId)) return wrong(row, errors, row.get('sourcedId') ? 'sourcedId' : 'userSourcedId', 'sourced_id.twice');
    seen.add(sourcedId);
    if (!isGone(row) && pairs.has(joined.join('|'))) return wrong(row, errors, 'userSourcedId', 'enrolment.twice');
    if (!isGone(row)) pairs.add(joined.join('|'));
    const [inClass, user] = joined as [string, string];
    return [
      {
        file: row.file,
        line: row.line,
        sourcedId,
        class: inClass,
        user,
        ...found,
        since: since ?? (row.has('beginDate') ? null : undefined),
        until: until ?? (row.has('endDate') ? null : undefined),
        ended: isGone(row),
      },
    ];
  });
}
