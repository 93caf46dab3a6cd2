import { csvLine } from '@lianxue/files';
import type { Store } from '@lianxue/persistence';
import { splitName } from '../people/names.js';
import { csvTable, csvZip } from './csv-files.js';
import type { Shown } from './export-excel.js';
import { roleWords, type ExportedSchool } from './export-one-roster.js';
import { exportedClasses } from './exported-classes.js';

/**
 * A zip in the layout of Microsoft School Data Sync v2.1. It has no place for 学籍号 and identity numbers, and none is put elsewhere;
 * the columns it may do without and nothing here fills are left out. Here it changes nothing.
 */
export async function sdsOf(
  schools: readonly ExportedSchool[],
  people: AsyncIterable<Shown>,
  store: Store,
): Promise<{ bytes: Buffer; count: number }> {
  let users = csvLine(['sourcedId', 'username', 'givenName', 'familyName', 'phone']);
  let roles = csvLine(['userSourcedId', 'orgSourcedId', 'role', 'grade', 'isPrimary', 'roleStartDate', 'roleEndDate']);
  const seen = new Set<string>();
  for await (const person of people) {
    const { givenName, familyName } = splitName(person.name);
    if (!seen.has(person.id)) users += csvLine([person.id, person.id, givenName, familyName, person.phone]);
    roles += csvLine([
      person.id,
      person.school,
      roleWords[person.role],
      person.grade,
      seen.has(person.id) ? 'FALSE' : 'TRUE',
      person.since,
      person.until,
    ]);
    seen.add(person.id);
  }
  const { classes, enrolments } = await exportedClasses(
    schools.map(({ id }) => id),
    store,
  );
  const bytes = csvZip({
    orgs: csvTable(['sourcedId', 'name', 'type'], schools, ({ id, name }) => [id, name, 'school']),
    users,
    roles,
    classes: csvTable(['sourcedId', 'orgSourcedId', 'title'], classes, ({ id, organisation, title }) => [id, organisation, title]),
    enrollments: csvTable(['classSourcedId', 'userSourcedId', 'role'], enrolments, (row) => [row.class, row.person, roleWords[row.role]]),
  });
  return { bytes, count: seen.size };
}
