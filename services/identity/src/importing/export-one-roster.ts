import { csvLine } from '@lianxue/files';
import type { Store } from '@lianxue/persistence';
import { csvTable, csvZip } from './csv-files.js';
import type { Shown } from './export-excel.js';
import { exportedClasses } from './exported-classes.js';

/** The files of OneRoster 1.2; those that are not given are said to be absent. */
const everyFile = [
  'academicSessions',
  'categories',
  'classes',
  'classResources',
  'courses',
  'courseResources',
  'demographics',
  'enrollments',
  'lineItemLearningObjectiveIds',
  'lineItems',
  'lineItemScoreScales',
  'orgs',
  'resources',
  'resultLearningObjectiveIds',
  'results',
  'resultScoreScales',
  'roles',
  'scoreScales',
  'userProfiles',
  'userResources',
  'users',
] as const;

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
  aide: 'aide',
};

/** A zip that any OneRoster 1.2 reader takes, this platform too: there it changes nothing. */
export async function oneRosterOf(
  schools: readonly ExportedSchool[],
  people: AsyncIterable<Shown>,
  store: Store,
): Promise<{ bytes: Buffer; count: number }> {
  let users = csvLine([
    'sourcedId',
    'status',
    'dateLastModified',
    'enabledUser',
    'username',
    'userIds',
    'givenName',
    'familyName',
    'middleName',
    'identifier',
    'email',
    'sms',
    'phone',
    'agentSourcedIds',
    'grades',
    'password',
  ]);
  let posts = csvLine([
    'sourcedId',
    'status',
    'dateLastModified',
    'userSourcedId',
    'roleType',
    'role',
    'beginDate',
    'endDate',
    'orgSourcedId',
    'userProfileSourcedId',
  ]);
  const seen = new Set<string>();
  for await (const person of people) {
    const numbers = [
      person.pupilNumber && `{学籍号:${person.pupilNumber}}`,
      person.idType === '1' && person.idNumber && `{身份证号:${person.idNumber}}`,
    ].filter(Boolean);
    if (!seen.has(person.id))
      users += csvLine([person.id, '', '', 'true', '', numbers.join(','), '', person.name, '', '', '', person.phone, '', '', '', '']);
    seen.add(person.id);
    posts += csvLine([
      `${person.id}:${person.role}`,
      '',
      '',
      person.id,
      'primary',
      roleWords[person.role],
      person.since,
      person.until,
      person.school,
      '',
    ]);
  }
  const { classes, enrolments } = await exportedClasses(
    schools.map(({ id }) => id),
    store,
  );
  const texts: Record<string, string> = {
    orgs: csvTable(
      ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId'],
      schools,
      ({ id, name, code }) => [id, '', '', name, 'school', code, ''],
    ),
    users,
    roles: posts,
    classes: csvTable(
      [
        'sourcedId',
        'status',
        'dateLastModified',
        'title',
        'grades',
        'courseSourcedId',
        'classCode',
        'classType',
        'location',
        'schoolSourcedId',
        'termSourcedIds',
        'subjects',
        'subjectCodes',
        'periods',
      ],
      classes,
      ({ id, title, grade, kind, organisation }) => [id, '', '', title, grade, '', '', kind, '', organisation, '', '', '', ''],
    ),
    enrollments: csvTable(
      [
        'sourcedId',
        'status',
        'dateLastModified',
        'classSourcedId',
        'schoolSourcedId',
        'userSourcedId',
        'role',
        'primary',
        'beginDate',
        'endDate',
      ],
      enrolments,
      (row) => [row.id, '', '', row.class, row.organisation, row.person, roleWords[row.role], '', row.since, row.until],
    ),
  };
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
  return { bytes: csvZip({ manifest, ...texts }), count: seen.size };
}
