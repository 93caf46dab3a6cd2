import { refuse, RosterUnreadable, rosterFiles } from '@lianxue/contracts';
import { rowsOf, type Row } from './files.js';
import { gradeIn } from '../rosters/grades.js';
import { readPeople } from './reading-people.js';
import type { Roster, RosterClass, RosterEnrolment, RosterPost } from './roster.js';
import { dayOf, filled, isGone, wrong } from './row-checks.js';
import type { RowErrors } from './row-errors.js';

/** The school a roster is for, as far as reading needs to know it. */
export interface SchoolOfRoster {
  /** Whether the sender may give this role. */
  readonly mayGive: (role: RosterPost['role']) => boolean;
  readonly id: string;
  readonly schoolCode: string | null;
  /** What earlier rosters called it. */
  readonly knownAs: readonly string[];
}

type Files = Readonly<Record<string, string>>;

/** Files that were sent and are not read here. */
export const unreadOf = (files: Files): string[] =>
  Object.keys(files).filter((file) => file !== 'manifest' && !rosterFiles.some((known) => known === file));

/** Reads OneRoster 1.2 and SDS v2.1 alike: by the names in the headers. Rows that cannot be understood go to `errors`. */
export function readRoster(files: Files, school: SchoolOfRoster, errors: RowErrors): Roster {
  if (files['users'] === undefined && files['classes'] === undefined && files['enrollments'] === undefined) {
    throw refuse(RosterUnreadable, { file: 'users', reason: 'absent' });
  }
  const schoolIds = schoolIdsOf(rowsOf('orgs', files['orgs']), school, errors);
  const isThisSchool = (org: string) => schoolIds === 'any' || schoolIds.has(org);
  return {
    schoolIds: schoolIds === 'any' ? [] : [...schoolIds],
    people: readPeople(files, { isThisSchool, mayGive: school.mayGive }, errors),
    classes: readClasses(files, isThisSchool, errors),
    enrolments: readEnrolments(rowsOf('enrollments', files['enrollments']), errors),
  };
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

function readClasses(files: Files, isThisSchool: (org: string) => boolean, errors: RowErrors): RosterClass[] {
  const titles = (file: string) => new Map(rowsOf(file, files[file]).map((row) => [row.get('sourcedId'), row.get('title')]));
  const terms = titles('academicSessions');
  const courses = new Map(rowsOf('courses', files['courses']).map((row) => [row.get('sourcedId'), row]));
  const seen = new Set<string>();
  return rowsOf('classes', files['classes']).flatMap((row): RosterClass[] => {
    const sourcedId = row.get('sourcedId');
    if (!filled(row, errors, ['sourcedId'], ['title'])) return [];
    if (seen.has(sourcedId)) return wrong(row, errors, 'sourcedId', 'sourced_id.twice');
    seen.add(sourcedId);
    if (!isThisSchool(row.get('schoolSourcedId', 'orgSourcedId')))
      return wrong(row, errors, row.column('schoolSourcedId', 'orgSourcedId'), 'org.not_this_school');
    const title = row.get('title');
    if (title.length > longestTitle) return wrong(row, errors, 'title', 'field.too_long');
    const course = courses.get(row.get('courseSourcedId'));
    const [term] = row.get('termSourcedIds', 'sessionSourcedIds').split(',');
    const said = row.get('classType').toLowerCase();
    const kind = said === 'homeroom' || said === 'scheduled' ? said : course ? 'scheduled' : row.has('classType') ? 'homeroom' : undefined;
    const short = (text: string | undefined) => text?.slice(0, longestTitle) || null;
    const grade = row.has('grades') || course ? short(row.get('grades') || course?.get('grades', 'grade')) : undefined;
    return [
      {
        file: row.file,
        line: row.line,
        sourcedId,
        title,
        kind,
        grade,
        gradeOrdinal: grade === undefined ? undefined : gradeIn(grade),
        course: row.has('courseSourcedId') ? short(course?.get('title')) : undefined,
        term: row.has('termSourcedIds', 'sessionSourcedIds') ? short(terms.get(term!.trim())) : undefined,
        ended: isGone(row),
      },
    ];
  });
}

const roleInClass: Readonly<Record<string, 'pupil' | 'teacher'>> = { student: 'pupil', teacher: 'teacher' };

function readEnrolments(rows: readonly Row[], errors: RowErrors): RosterEnrolment[] {
  const seen = new Set<string>();
  const pairs = new Set<string>();
  return rows.flatMap((row): RosterEnrolment[] => {
    if (!filled(row, errors, ['classSourcedId'], ['userSourcedId'], ['role'])) return [];
    const role = roleInClass[row.get('role').toLowerCase()];
    if (!role) return wrong(row, errors, 'role', 'role.unsupported');
    const since = dayOf(row, errors, 'beginDate');
    const until = dayOf(row, errors, 'endDate');
    if ((row.get('beginDate') && !since) || (row.get('endDate') && !until)) return [];
    const joined = [row.get('classSourcedId'), row.get('userSourcedId'), role];
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
        role,
        since: since ?? (row.has('beginDate') ? null : undefined),
        until: until ?? (row.has('endDate') ? null : undefined),
        ended: isGone(row),
      },
    ];
  });
}
