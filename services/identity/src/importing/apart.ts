import type { RosterFile, RosterRows, Row } from './files.js';
import { isGone } from './row-checks.js';
import type { RowErrors } from './row-errors.js';

/** What of a roster of several schools each of them would have sent by itself. */
export type Apart = ReadonlyMap<string, RosterRows>;

/** Who is where in the files. */
interface Places {
  /** Ours of what the files call a school. */
  readonly schools: ReadonlyMap<string, string>;
  /** Ours of a class that an earlier roster named and these files do not. */
  readonly classes: ReadonlyMap<string, string>;
}

/** Classes that are enrolled in and no class of these files. */
export function unsaidClasses({ classes = [], enrollments = [] }: RosterRows): string[] {
  const said = new Set(classes.map((row) => row.get('sourcedId')));
  return [...new Set(enrollments.map((row) => row.get('classSourcedId')))].filter((id) => id !== '' && !said.has(id));
}

/** Takes a roster of several schools apart. Rows that belong to none of them are errors; what authorities have in common goes to each. */
export function takenApart(rows: RosterRows, { schools, classes }: Places, errors: RowErrors): Apart {
  const ours = [...new Set(schools.values())];
  const files = new Map(ours.map((school) => [school, empty(rows)]));
  const put = (file: RosterFile, row: Row, where: Iterable<string>) => {
    for (const school of where) files.get(school)![file].push(row);
  };
  const at = (column: string, row: Row): string[] => {
    const school = schools.get(row.get(column));
    if (school === undefined) errors.add(row, column, 'org.not_this_school');
    return school === undefined ? [] : [school];
  };
  for (const row of rows.orgs ?? []) {
    const isSchool = row.get('type').toLowerCase() === 'school';
    put('orgs', row, isSchool ? at('sourcedId', row) : ours);
  }
  for (const row of rows.academicSessions ?? []) put('academicSessions', row, ours);
  for (const row of rows.courses ?? []) {
    const school = schools.get(row.get('orgSourcedId'));
    put('courses', row, school === undefined ? ours : [school]);
  }
  const classAt = new Map(classes);
  for (const row of rows.classes ?? []) {
    const [school] = at(row.column('schoolSourcedId', 'orgSourcedId'), row);
    if (school === undefined) continue;
    classAt.set(row.get('sourcedId'), school);
    put('classes', row, [school]);
  }
  const people = new People();
  for (const row of rows.roles ?? []) {
    const found = at('orgSourcedId', row);
    people.add(row.get('userSourcedId'), found);
    put('roles', row, found);
  }
  people.addGuardians(rows);
  for (const row of rows.users ?? []) {
    const where = people.at(row.get('sourcedId'));
    if (where === undefined && !isGone(row)) errors.add(row, 'sourcedId', 'user.without_role');
    // Who is gone and says nothing of a role is gone wherever they are known.
    else put('users', row, where ?? ours);
  }
  for (const row of rows.demographics ?? []) put('demographics', row, people.at(row.get('userSourcedId', 'sourcedId')) ?? []);
  for (const row of rows.relationships ?? []) put('relationships', row, people.at(row.get('userSourcedId')) ?? []);
  for (const row of rows.enrollments ?? []) {
    const school = classAt.get(row.get('classSourcedId'));
    if (school === undefined) errors.add(row, 'classSourcedId', 'class.unknown');
    else put('enrollments', row, [school]);
  }
  return files;
}

/** At which schools the users of the files are. */
class People {
  private readonly schools = new Map<string, Set<string>>();

  add(user: string, schools: Iterable<string>): void {
    const there = this.schools.get(user) ?? new Set();
    for (const school of schools) there.add(school);
    this.schools.set(user, there);
  }

  /** Guardians are where their wards are. */
  addGuardians({ users = [], relationships = [] }: RosterRows): void {
    const bonds = [
      ...users.flatMap((row) =>
        row
          .get('agentSourcedIds')
          .split(',')
          .map((agent) => [row.get('sourcedId'), agent.trim()] as const),
      ),
      ...relationships.map((row) => [row.get('userSourcedId'), row.get('relationshipUserSourcedId')] as const),
    ];
    for (const [ward, guardian] of bonds) if (guardian !== '') this.add(guardian, this.schools.get(ward) ?? []);
  }

  at(user: string): ReadonlySet<string> | undefined {
    return this.schools.get(user);
  }
}

const empty = (rows: RosterRows): Record<RosterFile, Row[]> =>
  Object.fromEntries(Object.keys(rows).map((file) => [file, [] as Row[]])) as Record<RosterFile, Row[]>;
