import { composedName } from '../people/names.js';
import type { GenderCode } from '../people/person.entity.js';
import { checkIdNumber, checkPhone, checkPupilNumber, type Checked } from '../people/numbers.js';
import type { RosterRows, Row } from './files.js';
import type { RosterPerson, RosterPost } from './roster.js';
import { bornOf, dayOf, filled, isGone, wrong } from './row-checks.js';
import type { RowErrors } from './row-errors.js';

/** What a roster may make of a person; administrators are named by people, not by files. */
const rolesOfRosters: Readonly<Record<string, RosterPost['role']>> = {
  student: 'pupil',
  teacher: 'teacher',
  guardian: 'guardian',
  parent: 'guardian',
};

/** `userIds` as OneRoster writes them, `{type:identifier}` separated by commas; the types this platform knows. */
const numberTypes: Readonly<Record<string, 'idNumber' | 'pupilNumber'>> = {
  idNumber: 'idNumber',
  身份证号: 'idNumber',
  身份证件号: 'idNumber',
  pupilNumber: 'pupilNumber',
  学籍号: 'pupilNumber',
};

const longestName = 50;

/** Which school the roster is for, and what its sender may give there. */
interface Here {
  readonly isThisSchool: (org: string) => boolean;
  readonly mayGive: (role: RosterPost['role']) => boolean;
  readonly today: string;
}

/** The people who have a role at this school, with their posts there. */
export function readPeople(files: RosterRows, here: Here, errors: RowErrors): RosterPerson[] {
  const { users = [] } = files;
  const roles = rolesByUser(files.roles ?? [], here, errors);
  const demographics = demographicsOf(users, files.demographics ?? [], here.today, errors);
  const wards = wardsByGuardian(users, files.relationships ?? [], errors);
  const numbers = new Set<string>();
  const seen = new Set<string>();
  const people = users.flatMap((row): RosterPerson[] => {
    const sourcedId = row.get('sourcedId');
    if (!filled(row, errors, ['sourcedId'])) return [];
    if (seen.has(sourcedId)) return wrong(row, errors, 'sourcedId', 'sourced_id.twice');
    seen.add(sourcedId);
    const details = detailsOf(row, errors);
    if (!details) return [];
    const said = [details.idNumber, details.pupilNumber].filter((number) => number !== undefined);
    if (said.some((number) => numbers.has(number))) return wrong(row, errors, 'userIds', 'number.twice');
    for (const number of said) numbers.add(number);
    const posts = postsOf(row, roles.get(sourcedId), wards.get(sourcedId) ?? [], errors);
    if (posts.length === 0 && !isGone(row)) return [];
    return [{ file: row.file, line: row.line, sourcedId, ...details, ...demographics.get(sourcedId), ended: isGone(row), posts }];
  });
  // Guardians last: their wards have to be there.
  return [...people.filter((person) => !isGuardian(person)), ...people.filter(isGuardian)];
}

const isGuardian = ({ posts }: RosterPerson): boolean => posts.some(({ role }) => role === 'guardian');

/** The good roles of each user at this school; a user who has rows but no good one has an empty list. */
function rolesByUser(rows: readonly Row[], { isThisSchool, mayGive }: Here, errors: RowErrors): ReadonlyMap<string, RosterPost[]> {
  const roles = new Map<string, RosterPost[]>();
  for (const row of rows) {
    if (!filled(row, errors, ['userSourcedId'], ['orgSourcedId'], ['role'])) continue;
    const ofUser = roles.get(row.get('userSourcedId')) ?? [];
    roles.set(row.get('userSourcedId'), ofUser);
    const said = rolesOfRosters[row.get('role').toLowerCase()];
    const role = said === 'teacher' && row.get('metadata.role') === 'homeroomTeacher' ? 'homeroomTeacher' : said;
    const since = dayOf(row, errors, 'beginDate', 'roleStartDate');
    const until = dayOf(row, errors, 'endDate', 'roleEndDate');
    const datesHold =
      Boolean(since) === Boolean(row.get('beginDate', 'roleStartDate')) && Boolean(until) === Boolean(row.get('endDate', 'roleEndDate'));
    if (!isThisSchool(row.get('orgSourcedId'))) errors.add(row, 'orgSourcedId', 'org.not_this_school');
    else if (!role) errors.add(row, 'role', 'role.unsupported');
    else if (!mayGive(role)) errors.add(row, 'role', 'role.not_yours');
    else if (datesHold && !ofUser.some((other) => other.role === role)) {
      const plain = role === 'teacher' && !row.has('metadata.role');
      ofUser.push({ file: row.file, line: row.line, role, plain, since, until: until ?? null, ended: isGone(row), wards: [] });
    }
  }
  return roles;
}

/** Guardians and their wards, from the relationships of SDS and the agents of OneRoster. */
function wardsByGuardian(users: readonly Row[], relationships: readonly Row[], errors: RowErrors): ReadonlyMap<string, readonly string[]> {
  const wards = new Map<string, string[]>();
  const bind = (guardian: string, ward: string) => wards.set(guardian, [...new Set([...(wards.get(guardian) ?? []), ward])]);
  for (const row of users)
    for (const agent of row.get('agentSourcedIds').split(',')) if (agent.trim()) bind(agent.trim(), row.get('sourcedId'));
  const known = new Set(users.map((row) => row.get('sourcedId')));
  for (const row of relationships) {
    if (!filled(row, errors, ['userSourcedId'], ['relationshipUserSourcedId'], ['relationshipRole'])) continue;
    if (rolesOfRosters[row.get('relationshipRole').toLowerCase()] !== 'guardian')
      errors.add(row, 'relationshipRole', 'relationship.not_guardian');
    else if (!known.has(row.get('relationshipUserSourcedId'))) errors.add(row, 'relationshipUserSourcedId', 'user.unknown');
    else bind(row.get('relationshipUserSourcedId'), row.get('userSourcedId'));
  }
  return wards;
}

function postsOf(row: Row, roles: readonly RosterPost[] | undefined, wards: readonly string[], errors: RowErrors): RosterPost[] {
  const posts = (roles ?? []).filter(({ role }) => role !== 'guardian');
  const asGuardian = roles?.find(({ role }) => role === 'guardian');
  if (wards.length > 0)
    posts.push({
      ...(asGuardian ?? { file: row.file, line: row.line, role: 'guardian', since: undefined, until: undefined, ended: false }),
      wards,
    });
  else if (asGuardian) errors.add(asGuardian, 'role', 'guardian.without_ward');
  if (posts.length === 0 && roles === undefined && !isGone(row)) errors.add(row, 'sourcedId', 'user.without_role');
  return posts;
}

/** Codes of OneRoster and SDS for 性别; what is other or not told is 未说明的性别. */
const genders: Readonly<Record<string, GenderCode>> = { male: '1', female: '2', unspecified: '9', other: '9' };

type Demographics = Pick<RosterPerson, 'gender' | 'birthDate'>;

/** 性别 and day of birth of the users; what else the files tell of them is not read. */
function demographicsOf(users: readonly Row[], rows: readonly Row[], today: string, errors: RowErrors): ReadonlyMap<string, Demographics> {
  const known = new Set(users.map((row) => row.get('sourcedId')));
  const found = new Map<string, Demographics>();
  for (const row of rows) {
    const user = row.get('userSourcedId', 'sourcedId');
    if (!filled(row, errors, ['userSourcedId', 'sourcedId']) || isGone(row)) continue;
    const sex = row.get('sex').toLowerCase();
    const birthDate = bornOf(row, errors, today, 'birthDate');
    if (!known.has(user)) errors.add(row, row.column('userSourcedId', 'sourcedId'), 'user.unknown');
    else if (found.has(user)) errors.add(row, row.column('userSourcedId', 'sourcedId'), 'sourced_id.twice');
    else if (sex && !genders[sex]) errors.add(row, 'sex', 'gender.unknown');
    else if (birthDate || !row.get('birthDate')) found.set(user, { gender: genders[sex], birthDate });
  }
  return found;
}

type Details = Pick<RosterPerson, 'name' | 'idNumber' | 'pupilNumber' | 'phone'>;

/** Name and numbers; undefined when one of them is wrong. Passwords and mail addresses that a file may hold are not read. */
function detailsOf(row: Row, errors: RowErrors): Details | undefined {
  const name = composedName(row.get('familyName'), row.get('givenName'));
  if (!name) return void errors.add(row, row.column('familyName', 'givenName'), 'field.missing');
  if (name.length > longestName) return void errors.add(row, row.column('familyName', 'givenName'), 'field.too_long');
  const numbers = new Map(
    [...row.get('userIds').matchAll(/\{([^:{}]+):([^{}]*)\}/g)].map(([, type, number]) => [numberTypes[type!.trim()], number!.trim()]),
  );
  const idNumber = checked(numbers.get('idNumber'), (raw) => checkIdNumber('1', raw));
  const pupilNumber = checked(numbers.get('pupilNumber'), checkPupilNumber);
  const phone = checked(row.get('sms') || row.get('phone'), checkPhone);
  if (idNumber?.fault) errors.add(row, 'userIds', `id_number.${idNumber.fault}`);
  if (pupilNumber?.fault) errors.add(row, 'userIds', `pupil_number.${pupilNumber.fault}`);
  if (phone?.fault) errors.add(row, row.column('sms', 'phone'), 'phone.form');
  if (idNumber?.fault || pupilNumber?.fault || phone?.fault) return undefined;
  return { name, idNumber: idNumber?.number, pupilNumber: pupilNumber?.number, phone: phone?.number };
}

const checked = (raw: string | undefined, check: (raw: string) => Checked): Checked | undefined => (raw ? check(raw) : undefined);
