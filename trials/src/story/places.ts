import { aListOfSchools } from './organisation-list.js';
import { until } from './until.js';
import type { Api, Place, World } from './world.js';

/** Schools of the new area that passes to the other county. */
const schoolsInArea = 20;

/** Places: a column of names is recognised, two teaching points become one, a new area passes to another county, and the past stays readable. */
export async function placesStep(world: World): Promise<void> {
  const admin = await world.as('systemAdmin', world.city);
  await anExpiredCode(world, admin);
  await aListOfSchools(world, admin);
  const [kept, merged] = await twoPoints(world, admin);
  const renamed = await aColumnOfNames(world, admin, kept);
  await aMerger(world, admin, renamed, merged);
  await aNewArea(world, admin);
}

async function anExpiredCode(world: World, admin: Api): Promise<void> {
  const old = await world.anyone.get('/divisions/361029');
  world.check(old.status === 200 && old.body.successor === '361003', 'anyone reads that 东乡县 has become 东乡区', old.body);
  const county = { parent: world.city.id, kind: 'county', name: `东乡县教育局 ${world.run}`, divisionCode: '361029' };
  const refused = await admin.post('/organisations', county);
  world.check(
    refused.body.reason === 'expired' && refused.body.successor === '361003',
    'its old code is refused with the new one',
    refused.body,
  );
  world.say(`${old.body.name} 361029 于 ${old.body.validTo} 停用，登记时提示改用 361003`);
}

async function twoPoints(world: World, admin: Api): Promise<[Place, Place]> {
  const register = (parent: string, kind: string, name: string) => made(world, admin, { parent, kind, name });
  const central = await register(world.counties[0].id, 'centralSchool', `${world.run}峰中心小学`);
  return [
    await register(central.id, 'teachingPoint', `${world.run}峰东坑教学点`),
    await register(central.id, 'teachingPoint', `${world.run}峰石溪教学点`),
  ];
}

async function aColumnOfNames(world: World, admin: Api, kept: Place): Promise<Place> {
  const seen = await admin.get(`/organisations/${kept.id}`);
  const name = `${world.run}峰东坑小学`;
  const renamed = await admin.patch(`/organisations/${kept.id}`, { name }, { headers: { 'if-match': seen.headers.get('etag')! } });
  world.check(renamed.status === 200 && renamed.body.formerNames.includes(kept.name), 'a new name keeps the old one', renamed.body);
  const typed = [` ${world.run}峰\u3000东坑小学`, kept.name, `${world.run}峰中心校`, `${world.run}峰石西教学点`, '查无此校'];
  const answer = await admin.post('/organisations/match', { names: typed, below: world.counties[0].id });
  world.check(answer.status === 200, 'a column of names is matched', answer.body);
  const whys = (answer.body.results as { candidates: { why: string }[] }[]).map(({ candidates }) => candidates[0]?.why);
  world.check(
    String(whys) === String(['全称', '曾用名', '全称', '相似', undefined]),
    'each name is recognised by what it is',
    answer.body.results,
  );
  for (const { name: asked, candidates } of answer.body.results)
    world.say(
      `“${asked}” → ${candidates[0] ? `${candidates[0].name}（${candidates[0].why} ${candidates[0].score}）` : '无候选，须人工选定'}`,
    );
  return { id: kept.id, name };
}

async function aMerger(world: World, admin: Api, kept: Place, merged: Place): Promise<void> {
  const person = await admin.post('/people', {
    organisation: merged.id,
    name: '点上生',
    posts: [{ role: 'pupil', organisation: merged.id }],
  });
  world.check(person.status === 201, 'a pupil of the teaching point', person.body);
  const answer = await admin.post(`/organisations/${merged.id}/merge`, { into: kept.id });
  world.check(
    answer.status === 200 && answer.body.state === 'merged' && answer.body.successor === kept.id,
    'one is merged into the other',
    answer.body,
  );
  const pupil = await admin.get(`/people/${person.body.id}`);
  world.check(pupil.body.organisation === kept.id, 'its pupil passed over', pupil.body);
  const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  const before = await admin.get(`/organisations/${merged.id}`, { query: { asOf: '2020-09-01' } });
  const now = await admin.get(`/organisations/${merged.id}`, { query: { asOf: today } });
  world.check(before.status === 404 && now.body.state === 'merged', 'the past knows what was and what was not', {
    before: before.body,
    now: now.body,
  });
  world.say(`${merged.name} 并入 ${kept.name}，学生随转；2020 年还没有它，今天查到已合并`);
}

/** What the incidents service expects is counted over its own copy of the tree: there one sees that the move has arrived. */
async function aNewArea(world: World, admin: Api): Promise<void> {
  const [from, to] = world.counties;
  const area = await made(world, admin, { parent: from.id, kind: 'bureau', name: `新区教育局 ${world.run}` });
  await Promise.all(
    Array.from({ length: schoolsInArea }, (_, nth) =>
      made(world, admin, { parent: area.id, kind: 'school', name: `新区第${nth + 1}小学 ${world.run}` }),
    ),
  );
  const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  const leader = await world.as('securityAdmin', to);
  const period = await leader.post('/guard-periods', { name: `交接期 ${world.run}`, from: today, to: today, basis: '划转' });
  world.check(period.status === 201, 'the other county declares a guard period', period.body);
  const expected = () => leader.get(`/guard-periods/${period.body.id}/missing`, { query: { day: today } });
  const before = (await expected()).body.expected as number;
  const planned = await admin.post(`/organisations/${area.id}/move`, { parent: to.id, from: '2099-09-01' });
  world.check(planned.body.parent === from.id && planned.body.plannedMove?.from === '2099-09-01', 'a move may be planned', planned.body);
  const moved = await admin.post(`/organisations/${area.id}/move`, { parent: to.id });
  world.check(moved.status === 200 && moved.body.parent === to.id && moved.body.plannedMove === null, 'or made today', moved.body);
  const took = await until(expected, ({ body }) => body.expected === before + schoolsInArea);
  world.check(took !== undefined, 'its schools are everywhere within five seconds', (await expected()).body);
  world.say(`${area.name} 连同 ${schoolsInArea} 所学校划归 ${to.name}：一次提交，${took} ms 后事件服务已按新隶属计数`);
}

async function made(world: World, admin: Api, organisation: object): Promise<Place> {
  const answer = await admin.post('/organisations', organisation);
  world.check(answer.status === 201, 'an organisation is registered', answer.body);
  return { id: answer.body.id as string, name: answer.body.name as string };
}
