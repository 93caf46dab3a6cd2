import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until.js';
import type { Api, Place, World } from './world.js';

const data = join(import.meta.dirname, '../../data');

/** Who: the region by its codes, a roster that comes in twice, an app at one school and not at the next. */
export async function identityStep(world: World): Promise<void> {
  await theRegion(world);
  const admin = await world.as('schoolAdmin', world.school);
  await aRoster(world, admin);
  await aForeignRoster(world);
  await anApp(world, admin);
  await aRemovedPost(world, admin);
}

async function theRegion(world: World): Promise<void> {
  const admin = await world.as('systemAdmin', world.city);
  const below = await admin.get('/organisations', { query: { below: world.city.id, kind: 'county', limit: 200 } });
  world.check(below.status === 200 && below.body.items.length >= 2, 'the city finds its counties', below.body);
  const direct = await admin.get(`/organisations/${world.citySchool.id}`);
  world.check(direct.body.parent === world.city.id, 'a 市直属 school stands directly below the city', direct.body);
  const { schoolCode } = (await admin.get(`/organisations/${world.school.id}`)).body as { schoolCode: string };
  const again = await admin.post('/organisations', {
    parent: world.counties[1].id,
    kind: 'school',
    name: `同码小学 ${world.run}`,
    schoolCode,
  });
  world.check(again.status === 409 && again.body.code === 'code.taken', 'a school code is never given twice', again.body);
  const [known] = below.body.items as { divisionCode: string }[];
  const gone = await admin.post('/organisations', {
    parent: world.city.id,
    kind: 'county',
    name: '旧县',
    divisionCode: `${known!.divisionCode.slice(0, 4)}99`,
  });
  world.check(gone.status === 422 && gone.body.code === 'code.invalid', 'a division code that is not in use is refused', gone.body);
  world.say(`${world.city.name}：区县 ${below.body.items.length} 个（真实区划代码），市直属学校 1 所；标识码 ${schoolCode} 不可重复`);
}

async function aRoster(world: World, admin: Api): Promise<void> {
  const school = await admin.get(`/organisations/${world.school.id}`);
  const files = rosterIn('roster-oneroster', { school: school.body.schoolCode });
  const first = await admin.post(`/organisations/${world.school.id}/roster`, { files });
  world.check(first.status === 200, 'a roster is imported', first.body);
  const { people, classes, enrolments, errorCount, errors } = first.body;
  world.check(people.added === 7 && classes.added === 2 && enrolments.added === 6, 'the good rows go in', first.body);
  world.check(
    errorCount === 5 && errors.every(({ file, line, field, reason }: Record<string, unknown>) => file && line && field && reason),
    'the others are listed with line, field and reason',
    errors,
  );
  for (const { file, line, field, reason } of errors) world.say(`${file}.csv 第 ${line} 行 ${field}：${reason}`);
  const second = await admin.post(`/organisations/${world.school.id}/roster`, { files });
  world.check(second.status === 200 && second.body.changed === 0, 'the same files again change nothing', second.body);
  world.say(`名单导入：人员 ${people.added}、班级 ${classes.added}、在班 ${enrolments.added}，错误 ${errorCount} 行；同一文件再导入变更 0`);
  const pupils = await admin.get(`/organisations/${world.school.id}/pupils`, { query: { limit: 200 } });
  world.check(
    (pupils.body.items as { name: string }[]).some(({ name }) => name === '欧阳思源'),
    'the school reads its own pupils by name',
    pupils.body,
  );
}

async function aForeignRoster(world: World): Promise<void> {
  const admin = await world.as('schoolAdmin', world.sibling);
  const files = rosterIn('roster-sds', {});
  const first = await admin.post(`/organisations/${world.sibling.id}/roster`, { files });
  world.check(
    first.status === 200 && first.body.people.added === 4 && first.body.enrolments.added === 3,
    'the SDS layout is understood',
    first.body,
  );
  world.check(first.body.errorCount === 5, 'rows of a college and a ministry are not this school’s', first.body.errors);
  const second = await admin.post(`/organisations/${world.sibling.id}/roster`, { files });
  world.check(second.body.changed === 0, 'it too changes nothing the second time', second.body);
  world.say(
    `SDS v2.1 名单：人员 ${first.body.people.added}，不属于本校 ${first.body.errorCount} 行；未读取 ${first.body.unread.join('、')}`,
  );
}

async function anApp(world: World, schoolAdmin: Api): Promise<void> {
  const city = await world.as('systemAdmin', world.city);
  const made = await city.post('/apps', {
    organisation: world.city.id,
    name: `智慧作业 ${world.run}`,
    grants: ['client_credentials'],
    scopes: ['identity.read'],
  });
  world.check(made.status === 201 && made.body.clientSecret, 'the bureau registers an app of its own and sees the secret once', made.body);
  const { clientId, clientSecret } = made.body as { clientId: string; clientSecret: string };
  const pupilsOf = (app: Api, school: Place) => app.get(`/organisations/${school.id}/pupils`);

  const early = await world.app(clientId, clientSecret);
  const nobody = await pupilsOf(early, world.school);
  world.check(nobody.status === 404, 'an app nobody selected meets nobody', nobody.body);
  const selection = await schoolAdmin.post(`/organisations/${world.school.id}/selections`, { client: clientId, scopes: ['identity.read'] });
  world.check(selection.status === 201, 'the school selects the app', selection.body);
  const app = await world.app(clientId, clientSecret);
  const seen = await pupilsOf(app, world.school);
  world.check(
    seen.status === 200 &&
      seen.body.items.length > 0 &&
      seen.body.items.every(({ name, masked }: { name: string; masked: boolean }) => masked && name.endsWith('*')),
    'the app reads the school’s pupils, masked',
    seen.body,
  );
  world.say(`应用被第一小学选用：读到学生 ${seen.body.items.length} 名，如「${seen.body.items[0].name}」`);
  const neighbour = await pupilsOf(app, world.sibling);
  world.check(neighbour.status === 404, 'the neighbour school is not there for it', neighbour.body);
  const nowhere = await pupilsOf(app, { id: crypto.randomUUID(), name: '' });
  world.check(
    nowhere.body.code === neighbour.body.code && nowhere.status === 404,
    'no different from a school that never was',
    nowhere.body,
  );
  world.say('邻校名单：404，与不存在的学校无异');

  const ended = await schoolAdmin.post(`/selections/${selection.body.id}/end`);
  world.check(ended.status === 200 && ended.body.active === false, 'the school ends the selection', ended.body);
  const took = await until(
    () => pupilsOf(app, world.school),
    ({ status }) => status === 401 || status === 404,
  );
  world.check(took !== undefined, 'the app stops within seconds');
  const later = await pupilsOf(await world.app(clientId, clientSecret), world.school);
  world.check(later.status === 404, 'a new token does not help it', later.body);
  world.say(`结束选用后 ${took} 毫秒即停止`);
}

async function aRemovedPost(world: World, schoolAdmin: Api): Promise<void> {
  const teacher = await world.as('teacher', world.school, 'leaving');
  const me = await teacher.get('/me');
  world.check(me.status === 200 && me.body.role === 'teacher' && me.body.posts.length === 1, 'a teacher reads who they are', me.body);
  const ended = await schoolAdmin.post(`/posts/${me.body.posts[0].id}/end`);
  world.check(ended.status === 200 && ended.body.ended, 'the post ends', ended.body);
  const took = await until(
    () => teacher.get('/me'),
    ({ status }) => status === 401,
  );
  world.check(took !== undefined, 'the teacher’s token stops within seconds');
  world.say(`结束岗位后 ${took} 毫秒令牌失效`);
}

/** The texts of a roster's files, with what this run fills in. */
function rosterIn(folder: string, fill: Readonly<Record<string, string>>): Record<string, string> {
  const names = readdirSync(join(data, folder)).filter((name) => name.endsWith('.csv'));
  return Object.fromEntries(
    names.map((name) => {
      const text = readFileSync(join(data, folder, name), 'utf8');
      return [name.slice(0, -'.csv'.length), text.replace(/\{(\w+)\}(?=,)/g, (whole, key: string) => fill[key] ?? whole)];
    }),
  );
}
