import { csvLine, zipOf } from '@lianxue/files';
import { sql, type Store } from '@lianxue/persistence';
import type { Shown } from './export-excel.js';

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

interface ClassRow {
  readonly id: string;
  readonly title: string;
  readonly grade: string | null;
  readonly kind: string;
  readonly organisation: string;
}
interface EnrolmentRow {
  readonly id: string;
  readonly class: string;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
  readonly since: string | null;
  readonly until: string | null;
}

export interface ExportedSchool {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
}

const roles: Readonly<Record<string, string>> = { pupil: 'student', teacher: 'teacher', homeroomTeacher: 'teacher', aide: 'aide' };

/** A zip that any OneRoster 1.2 reader takes, this platform too: there it changes nothing. */
export async function oneRosterOf(
  schools: readonly ExportedSchool[],
  people: AsyncIterable<Shown>,
  store: Store,
): Promise<{ bytes: Buffer; count: number }> {
  const ids = schools.map(({ id }) => id);
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
      roles[person.role],
      person.since,
      person.until,
      person.school,
      '',
    ]);
  }
  const classes = await store.read<ClassRow>(
    sql`select id, title, grade, kind, organisation from school_class where organisation = any(${ids}::uuid[]) and not ended order by id`,
  );
  const enrolments = await store.read<EnrolmentRow>(
    sql`select e.id, e.class, e.person, e.role, e.organisation, e.since, e.until from enrolment e join school_class c on c.id = e.class
        where e.organisation = any(${ids}::uuid[]) and not e.ended and not c.ended and e.role in ('pupil', 'teacher') order by e.id`,
  );
  const texts: Record<string, string> = {
    orgs: table(
      ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId'],
      schools,
      ({ id, name, code }) => [id, '', '', name, 'school', code, ''],
    ),
    users,
    roles: posts,
    classes: table(
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
    enrollments: table(
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
      (row) => [row.id, '', '', row.class, row.organisation, row.person, roles[row.role], '', row.since, row.until],
    ),
  };
  const manifest = table(
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
  return {
    bytes: zipOf(Object.fromEntries(Object.entries({ manifest, ...texts }).map(([name, text]) => [`${name}.csv`, text]))),
    count: seen.size,
  };
}

const table = <R>(header: readonly string[], rows: readonly R[], cells: (row: R) => readonly (string | null | undefined)[]): string =>
  csvLine(header) + rows.map((row) => csvLine(cells(row))).join('');
