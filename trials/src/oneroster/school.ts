import type { Access } from './client.js';
import type { Api, Place, World } from '../story/world.js';

const scopeBase = 'https://purl.imsglobal.org/spec/or/v1p2/scope';

/** A school with terms, courses, classes, teachers and pupils, and an app it has selected. */
export interface RosterSchool {
  readonly access: Access;
  readonly school: Place;
  readonly homeroom: string;
  readonly teachingGroup: string;
  readonly course: string;
  readonly term: string;
  readonly pupils: readonly string[];
  readonly teacher: string;
  readonly admin: Api;
}

const names = ['欧阳娜娜', '张三', '阿依古丽·买买提', '李四', '尼玛', '王小明', '赵六', 'Jack Craig', '孙七', '周八', '吴九', '郑十'];

/** Makes all of it through our own API. */
export async function rosterSchool(world: World): Promise<RosterSchool> {
  const city = await world.as('systemAdmin', world.city);
  const { school } = world;
  const made = async (path: string, body: unknown): Promise<string> => {
    const answer = await city.post(path, body);
    world.check(answer.status === 201, `made at ${path}`, answer.body);
    return answer.body.id as string;
  };
  // Those of the city are for all its schools: another trial may have set them already.
  const citywide = async (kind: string, more: object = {}): Promise<string> => {
    const answer = await city.post('/terms', { organisation: world.city.id, kind, schoolYear: 2026, ...more });
    if (answer.status === 201) return answer.body.id as string;
    const { body } = await city.get('/terms', { query: { kind, schoolYear: 2026, limit: 200 } });
    const there = (body.items as { id: string; organisation: string }[]).find(({ organisation }) => organisation === world.city.id);
    world.check(there, `a ${kind} of the city`, answer.body);
    return there.id;
  };
  const year = await citywide('schoolYear');
  const term = await citywide('term', { ordinal: 1, parent: year, until: '2027-01-31' });
  await made('/terms', {
    organisation: school.id,
    kind: 'gradingPeriod',
    schoolYear: 2026,
    parent: term,
    title: '期中',
    until: '2026-11-15',
  });
  const course = await made('/courses', {
    organisation: world.city.id,
    level: 'national',
    title: '数学',
    subject: 'mathematics',
    grades: [10],
  });
  const at = `/organisations/${school.id}/classes`;
  const homeroom = await made(at, { kind: 'homeroom', title: '高一（1）班', gradeOrdinal: 10, termIds: [term] });
  const teachingGroup = await made(at, {
    kind: 'scheduled',
    title: '高一（1）班数学',
    gradeOrdinal: 10,
    courseId: course,
    termIds: [term],
  });
  const person = (name: string, role: string, birthDate: string) =>
    made('/people', { organisation: school.id, name, birthDate, posts: [{ role, organisation: school.id }] });
  const teacher = await person('王老师', 'teacher', '1985-03-01');
  const pupils: string[] = [];
  for (const name of names) pupils.push(await person(name, 'pupil', '2010-05-01'));
  await made(`/classes/${homeroom}/enrolments`, { person: teacher, role: 'homeroomTeacher' });
  await made(`/classes/${teachingGroup}/enrolments`, { person: teacher, role: 'teacher' });
  for (const pupil of pupils)
    for (const among of [homeroom, teachingGroup]) await made(`/classes/${among}/enrolments`, { person: pupil, role: 'pupil' });
  return {
    access: await selectedApp(world, city, school),
    school,
    homeroom,
    teachingGroup,
    course,
    term,
    pupils,
    teacher,
    admin: city,
  };
}

/** Every scope of OneRoster. */
export const oneRosterScopes = [
  ...['roster.readonly', 'roster-core.readonly', 'roster-demographics.readonly', 'resource.readonly', 'resource-core.readonly'],
  ...['gradebook.readonly', 'gradebook.createput', 'gradebook.delete'],
];

/** An app that a school has selected, with what it needs to read and write by OneRoster. */
export async function selectedApp(world: World, city: Api, school: Place, names: readonly string[] = oneRosterScopes): Promise<Access> {
  const scopes = names.map((name) => `${scopeBase}/${name}`);
  const app = await city.post('/apps', {
    organisation: world.city.id,
    name: `名单 ${world.run}`,
    grants: ['client_credentials'],
    scopes: [...scopes, 'identity.read'],
    profile: 'teaching',
  });
  world.check(app.status === 201, 'an app for rosters', app.body);
  const { id, clientId, clientSecret } = app.body as { id: string; clientId: string; clientSecret: string };
  const purposes = [{ purpose: 'teaching', basis: 'statutory', minors: true, notice: '教学所需的名单' }];
  const declared = await city.post(`/apps/${id}/purposes`, { purposes });
  world.check(declared.status === 200, 'what it is for', declared.body);
  const selection = await city.post(`/organisations/${school.id}/selections`, {
    ...{ client: clientId, scopes: [...scopes, 'identity.read'], profile: 'teaching' },
  });
  world.check(selection.status === 201, 'the school selects it', selection.body);
  return { discovery: `${world.origin}/oidc/.well-known/openid-configuration`, clientId, clientSecret };
}
