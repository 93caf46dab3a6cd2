import { subjects, type Subject } from '@lianxue/contracts';
import { csvLine } from '@lianxue/files';
import type { Store } from '@lianxue/persistence';
import { rosterName } from '../people/names.js';
import { gradeCode } from '../roster-query/row.js';
import { orgTypes } from '../roster-query/roster-rows.js';
import { csvTable, csvZip } from './csv-files.js';
import type { Shown } from './export-excel.js';
import { exportedClasses, exportedGround, type ExportedClass } from './exported-classes.js';
import { guardiansOf } from './exported-people.js';
import { columnsOf, everyFile } from './one-roster-columns.js';

export interface ExportedSchool {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
}

/** What both layouts call the roles that are exported. */
export const roleWords: Readonly<Record<string, string>> = {
  pupil: 'student',
  teacher: 'teacher',
  homeroomTeacher: 'teacher',
  guardian: 'guardian',
  aide: 'aide',
};

/** Neither layout has a word for who is not known to be either. */
export const sexWords: Readonly<Record<string, string>> = { 1: 'male', 2: 'female', 9: 'unspecified' };

const gone = (over: boolean): string => (over ? 'tobedeleted' : '');
const subjectWords = (subject: Subject | null) => (subject === null ? ['', ''] : [subjects[subject].zh, subjects[subject].code]);
/** OneRoster has one word for all who teach; which of them is the 班主任 or helps stands beside it. */
const beside = (role: string): string => (role === 'pupil' || role === 'guardian' ? '' : role);

/** A zip that any OneRoster 1.2 reader takes, this platform too: there it changes nothing. */
export async function oneRosterOf(
  schools: readonly ExportedSchool[],
  people: AsyncIterable<Shown>,
  today: string,
  store: Store,
): Promise<{ bytes: Buffer; count: number }> {
  const ids = schools.map(({ id }) => id);
  const { count, ...ofPeople } = await peopleIn(people, await guardiansOf(ids, store));
  const texts: Record<string, string> = { ...(await classesIn(ids, today, store)), ...ofPeople };
  const manifest = csvTable(
    ['propertyName', 'value'],
    [
      ['manifest.version', '1.0'],
      ['oneroster.version', '1.2'],
      ...everyFile.map((file) => [`file.${file}`, file in texts ? 'bulk' : 'absent']),
      ['source.systemName', 'Lianxue'],
      ['source.systemCode', 'lianxue'],
    ],
    (row) => row,
  );
  return { bytes: csvZip({ manifest, ...texts }), count };
}

async function peopleIn(people: AsyncIterable<Shown>, guardians: ReadonlyMap<string, readonly string[]>) {
  let users = csvLine(columnsOf.users);
  let roles = csvLine(columnsOf.roles);
  let demographics = csvLine(columnsOf.demographics);
  const seen = new Set<string>();
  for await (const person of people) {
    const { id, role, school, since, until } = person;
    const roleType = seen.has(id) ? 'secondary' : 'primary';
    roles += csvLine([`${id}:${role}:${school}`, '', '', id, roleType, roleWords[role], since, until, school, '', beside(role)]);
    if (seen.has(id)) continue;
    seen.add(id);
    const { givenName, familyName } = rosterName(person.name);
    const numbers = [
      person.pupilNumber && `{学籍号:${person.pupilNumber}}`,
      person.idType === '1' && person.idNumber && `{身份证号:${person.idNumber}}`,
    ].filter(Boolean);
    const agents = (guardians.get(id) ?? []).join(',');
    const grade = person.gradeOrdinal === null ? '' : gradeCode(person.gradeOrdinal);
    users += csvLine([id, '', '', 'true', id, numbers.join(','), givenName, familyName, '', '', '', person.phone, '', agents, grade, '']);
    const sex = sexWords[person.gender ?? ''];
    if (sex || person.bornOn) demographics += csvLine([id, '', '', person.bornOn, sex]);
  }
  return { users, roles, demographics, count: seen.size };
}

async function classesIn(schools: readonly string[], today: string, store: Store): Promise<Record<string, string>> {
  const { classes, enrolments } = await exportedClasses(schools, today, store);
  const { terms, courses, organisations } = await exportedGround(schools, classes, store);
  return {
    orgs: csvTable(columnsOf.orgs, organisations, ({ id, name, kind, code, parent }) => [id, '', '', name, orgTypes[kind], code, parent]),
    academicSessions: csvTable(columnsOf.academicSessions, terms, ({ id, title, kind, since, until, parent, schoolYear, withdrawn }) => [
      ...[id, gone(withdrawn), '', title, kind, since, until, parent],
      // OneRoster names a school year after the year in which it ends.
      String(schoolYear + 1),
    ]),
    courses:
      csvTable(columnsOf.courses, courses, ({ id, organisation, title, code, level, subject, grades, ended }) => [
        ...[id, gone(ended), '', '', title, code, grades.map(gradeCode).join(','), organisation, ...subjectWords(subject), level],
      ]) + homeroomCourses(classes),
    classes: csvTable(
      columnsOf.classes,
      classes,
      ({ id, title, grade, gradeOrdinal, kind, course, homeroom, organisation, subject, terms }) => [
        ...[
          id,
          '',
          '',
          title,
          gradeOrdinal === null ? grade : gradeCode(gradeOrdinal),
          kind === 'homeroom' ? homeroom : course,
          '',
          kind,
          '',
        ],
        ...[organisation, terms.join(','), ...subjectWords(subject), ''],
      ],
    ),
    enrollments: csvTable(columnsOf.enrollments, enrolments, (row) => {
      const primary = row.role === 'teacher' || row.role === 'homeroomTeacher' ? String(row.primary) : '';
      const role = row.role === 'pupil' ? 'student' : 'teacher';
      return [row.id, '', '', row.class, row.organisation, row.person, role, primary, row.since, row.until, beside(row.role)];
    }),
  };
}

/** A class without a course is none to OneRoster: 行政班 stand under one of their school, by the same id as in the REST service. */
function homeroomCourses(classes: readonly ExportedClass[]): string {
  const schools = new Map(classes.filter(({ kind }) => kind === 'homeroom').map(({ homeroom, organisation }) => [homeroom, organisation]));
  return [...schools].map(([id, school]) => csvLine([id, '', '', '', '班级', '', '', school, '', '', 'school'])).join('');
}
