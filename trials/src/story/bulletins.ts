import { announced, at, count, defined, ended } from './announcing.js';
import type { Api, Place, World } from './world.js';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** 通报 from draft to 签收; an objection; the late correction it leads to; the corrected bulletin that takes the first one's place. */
export async function bulletinsStep(world: World): Promise<void> {
  const city = await world.as('cityReviewer', world.city);
  const county = await world.as('countyReviewer', world.counties[0]);
  const indicators = [count('active_teachers', '教学通活跃教师数', 'Active teachers')];
  const dataSet = await defined(world, city, { code: 'apps', name: '教学通应用', nameEn: 'Use of the teaching app', form: { indicators } });
  const period = await announced(world, city, dataSet, `本季 ${world.run}`);
  const submission = await reported(world, county, period, world.school, 30);
  await reported(world, await world.as('countyReviewer', world.counties[1]), period, world.farSchool, 20);
  await ended(world, city, period);

  const first = await drafted(world, city, period);
  const issued = await taken(world, city, first);
  for (const place of world.counties) await signedFor(world, place, first);
  const addressees = (await city.get(`/bulletins/${first}`)).body.addressees as { receivedAt: string | null }[];
  world.check(
    addressees.every(({ receivedAt }) => receivedAt !== null),
    'the city sees who has received it',
    addressees,
  );
  world.say(`${issued.number}：拟稿 → 核稿 → 签发 → 印发，${addressees.length} 个县区签收`);

  const objected = await county.post(`/bulletins/${first}/objections`, { grounds: '第一小学少报三名教师' });
  world.check(objected.status === 201, 'a county objects', objected.body);
  await corrected(world, { city, county }, submission, period);
  const answer = { decision: 'uphold', answer: '经核实，属实，另行更正' };
  const upheld = await city.post(`/bulletin-objections/${objected.body.id}/answer`, answer);
  world.check(upheld.status === 200 && upheld.body.status === 'upheld', 'the objection is upheld', upheld.body);

  const correction = await city.post(`/bulletins/${first}/correct`, { reason: '第一小学数据更正' });
  world.check(correction.status === 201 && figureOf(world, correction.body) === 33, 'a new draft counts anew', correction.body);
  const second = await taken(world, city, correction.body.id as string);
  const old = (await county.get(`/bulletins/${first}`)).body;
  world.check(
    old.status === 'replaced' && old.replacedBy === second.id && old.number === issued.number && figureOf(world, old) === 30,
    'the first stays as it was issued, and says what took its place',
    old,
  );
  await signedFor(world, world.counties[0], second.id);
  world.say(`异议采纳，数据更正后另发 ${second.number}，代替 ${issued.number}；原件照旧可读`);
}

/** A school reports and its county approves; answers the submission's path. */
async function reported(world: World, county: Api, period: string, place: Place, teachers: number): Promise<string> {
  const school = await world.as('schoolAdmin', place);
  const values = { active_teachers: teachers };
  const draft = await school.post(`/periods/${period}/submissions`, { organisation: place.id, values });
  const path = `/submissions/${draft.body.id}`;
  world.check((await school.post(`${path}/submit`)).status === 200, 'a school reports', draft.body);
  world.check((await county.post(`${path}/approve`, {})).status === 200, 'and its county approves');
  return path;
}

/** What a bulletin's table says of the first county. */
const figureOf = ({ counties }: World, { parts }: { parts: { rows: unknown[][] }[] }): unknown =>
  parts[0]!.rows.find(([name]) => name === counties[0].name)?.at(-1);

async function drafted(world: World, city: Api, period: string): Promise<string> {
  const draft = await city.post('/bulletins', {
    organisation: world.city.id,
    template: 'teachingApps',
    period,
    indicators: ['active_teachers'],
    addressees: world.counties.map(({ id }) => id),
  });
  world.check(draft.status === 201 && figureOf(world, draft.body) === 30, 'the city drafts a bulletin from the figures', draft.body);
  const own = await city.post(`/bulletins/${draft.body.id}/check`);
  world.check(own.status === 409 && own.body.code === 'bulletin.own_draft', 'nobody checks what they drafted', own.body);
  const county = await world.as('countyReviewer', world.counties[0]);
  world.check((await county.get(`/bulletins/${draft.body.id}`)).status === 404, 'no county sees a draft');
  return draft.body.id as string;
}

/** Checked by the head of the centre, signed by the leader, issued under the next number. */
async function taken(world: World, city: Api, id: string): Promise<{ id: string; number: string }> {
  const head = await world.as('centreHead', world.city);
  const leader = await world.as('bureauLeader', world.city);
  world.check((await head.post(`/bulletins/${id}/check`)).status === 200, 'the head of the centre checks it');
  world.check((await leader.post(`/bulletins/${id}/sign`)).status === 200, 'the leader signs it');
  const issued = await city.post(`/bulletins/${id}/issue`, { prefix: '抚教通报' });
  world.check(issued.status === 200 && /^抚教通报〔\d{4}〕\d+号$/.test(issued.body.number), 'it is issued with a number', issued.body);
  return issued.body;
}

async function signedFor(world: World, place: Place, id: string): Promise<void> {
  const county = await world.as('countyReviewer', place);
  const paper = await county.get(`/bulletins/${id}/paper`, { headers: { accept: word } });
  world.check(paper.status === 200 && paper.headers.get('content-type')?.startsWith(word), `${place.name} reads it, in Word`, paper.status);
  world.check((await county.post(`/bulletins/${id}/receive`)).status === 200, `${place.name} signs for it`);
}

/** The quarter is over: what was approved changes only by a correction with a reason, which goes the whole way again. */
async function corrected(world: World, { city, county }: Record<'city' | 'county', Api>, path: string, period: string): Promise<void> {
  const school = await world.as('schoolAdmin', world.school);
  const values = { active_teachers: 33 };
  const save = () => school.patch(path, { values }, { headers: { 'if-match': '*' } });
  const late = await save();
  world.check(late.status === 409 && late.body.code === 'move.not_allowed', 'what is approved is not simply changed', late.body);
  const opened = await city.post(`${path}/correction`, { reason: '少报三名教师', until: at(3) });
  world.check(opened.status === 200 && opened.body.correction, 'the city opens it for correction', opened.body);
  world.check((await save()).status === 200, 'the school corrects it');
  const counted = async () => {
    const { lines } = (await city.get(`/periods/${period}/roll-up`)).body as {
      lines: { organisation: string; figures: { total: number }[] }[];
    };
    return lines.find(({ organisation }) => organisation === world.counties[0].id)?.figures[0]?.total;
  };
  world.check((await counted()) === 30, 'meanwhile the old figures count', await counted());
  world.check((await school.post(`${path}/submit`)).status === 200, 'the school submits it again');
  world.check((await county.post(`${path}/approve`, {})).status === 200, 'the county approves it again');
  world.check((await counted()) === 33, 'then the difference has entered the roll-up', await counted());
  const { items } = (await city.get(`${path}/trail`)).body as { items: { decision: string; why: string | null }[] };
  const reopened = items.find(({ decision }) => decision === 'reopened');
  world.check(reopened?.why === '少报三名教师', 'the trail keeps the reason', items);
  world.say('期满之后更正：准予更正 → 重填 → 再审，汇总由 30 变为 33，理由与旧值留痕');
}
