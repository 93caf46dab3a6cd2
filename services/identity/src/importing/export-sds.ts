import { subjects, type OrganisationKind } from '@lianxue/contracts';
import { csvLine } from '@lianxue/files';
import type { Store } from '@lianxue/persistence';
import { isSchool } from '../organisations/placing.js';
import { rosterName } from '../people/names.js';
import { gradeCode } from '../roster-query/row.js';
import { csvTable, csvZip } from './csv-files.js';
import type { Shown } from './export-excel.js';
import { roleWords, sexWords, type ExportedSchool } from './export-one-roster.js';
import { exportedClasses, exportedGround } from './exported-classes.js';

const orgType = (kind: OrganisationKind): string =>
  isSchool(kind) ? 'school' : kind === 'province' || kind === 'city' ? 'region' : 'district';

/**
 * A zip in the layout of Microsoft School Data Sync v2.1. It has no place for 学籍号 and identity numbers, and none is put elsewhere;
 * the columns it may do without and nothing here fills are left out. Here it changes nothing.
 */
export async function sdsOf(
  schools: readonly ExportedSchool[],
  people: AsyncIterable<Shown>,
  today: string,
  store: Store,
): Promise<{ bytes: Buffer; count: number }> {
  let users = csvLine(['sourcedId', 'username', 'givenName', 'familyName', 'phone']);
  let roles = csvLine(['userSourcedId', 'orgSourcedId', 'role', 'grade', 'isPrimary', 'roleStartDate', 'roleEndDate']);
  let demographics = csvLine(['userSourcedId', 'sex', 'birthDate']);
  let relationships = csvLine(['userSourcedId', 'relationshipUserSourcedId', 'relationshipRole']);
  const seen = new Set<string>();
  for await (const { id, role, about, ...person } of people) {
    const grade = person.gradeOrdinal === null ? person.grade : gradeCode(person.gradeOrdinal);
    const primary = seen.has(id) ? 'FALSE' : 'TRUE';
    if (role === 'guardian') relationships += about.map((pupil) => csvLine([pupil, id, 'guardian'])).join('');
    else roles += csvLine([id, person.school, roleWords[role], grade, primary, person.since, person.until]);
    if (seen.has(id)) continue;
    seen.add(id);
    const { givenName, familyName } = rosterName(person.name);
    users += csvLine([id, id, givenName, familyName, person.phone]);
    const sex = sexWords[person.gender ?? ''];
    if (sex || person.bornOn) demographics += csvLine([id, sex, person.bornOn]);
  }
  const ids = schools.map(({ id }) => id);
  const { classes, enrolments } = await exportedClasses(ids, today, store);
  const { terms, courses, organisations } = await exportedGround(ids, classes, store);
  const bytes = csvZip({
    orgs: csvTable(['sourcedId', 'name', 'type', 'parentSourcedId'], organisations, ({ id, name, kind, parent }) => [
      id,
      name,
      orgType(kind),
      parent,
    ]),
    academicSessions: csvTable(
      ['sourcedId', 'title', 'type', 'schoolYear', 'startDate', 'endDate'],
      terms.filter(({ withdrawn }) => !withdrawn),
      ({ id, title, kind, schoolYear, since, until }) => [id, title, kind, String(schoolYear), since, until],
    ),
    courses: csvTable(
      ['sourcedId', 'orgSourcedId', 'title', 'code', 'subject', 'grade'],
      courses.filter(({ ended }) => !ended),
      ({ id, organisation, title, code, subject, grades }) => [
        ...[id, organisation, title, code, subject && subjects[subject].zh, grades.map(gradeCode).join(',')],
      ],
    ),
    users,
    roles,
    demographics,
    relationships,
    classes: csvTable(
      ['sourcedId', 'orgSourcedId', 'title', 'sessionSourcedIds', 'courseSourcedId'],
      classes,
      ({ id, organisation, title, terms, course }) => [id, organisation, title, terms.join(','), course],
    ),
    enrollments: csvTable(['classSourcedId', 'userSourcedId', 'role'], enrolments, (row) => [row.class, row.person, roleWords[row.role]]),
  });
  return { bytes, count: seen.size };
}
