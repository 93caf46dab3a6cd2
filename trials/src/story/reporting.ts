import { at, count, defined, mmWithinClassrooms } from './announcing.js';
import type { Api, Place, World } from './world.js';

/** Step 4: data are collected once, reviewed level by level, and rolled up. */
export async function reportingStep(world: World): Promise<void> {
  const city = await world.as('cityReviewer', world.city);
  const school = await world.as('schoolAdmin', world.school);
  const county = await world.as('countyReviewer', world.counties[0]);

  const dataSet = await define(world, city);
  const ended = await announce(world, city, dataSet, '已结束', [-40, -20, -15, -10]);
  const running = await announce(world, city, dataSet, '填报中', [-5, 10, 15, 20]);
  const coming = await announce(world, city, dataSet, '未开始', [30, 60, 65, 70]);
  const seen = await school.get(`/periods/${running}`);
  world.check(seen.status === 200 && seen.body.state === 'filling', 'the school below finds the running period, filling in', seen.body);
  world.say('the city handed a data set of three indicators down with three periods: one ended, one running, one to come');

  await refusedOutside(world, school, ended, coming);
  const approved = await roundTrip(world, { school, county, city }, running);
  await straightToCity(world, city, running);
  await rollUp(world, city, running, approved);
}

async function define(world: World, city: Api): Promise<string> {
  const indicators = [
    { ...count('classrooms', '普通教室数', 'Classrooms'), unit: '间' },
    { ...count('mm_classrooms', '网络多媒体教室数', 'Multimedia classrooms'), unit: '间' },
    { ...count('ict_budget', '信息化经费', 'Budget for informatization'), type: 'number', unit: '万元' },
  ];
  return defined(world, city, {
    code: 'santong',
    name: '三通两平台季度数据',
    nameEn: 'Networks, classrooms and spaces by quarter',
    form: { indicators, rules: [mmWithinClassrooms] },
  });
}

async function announce(
  world: World,
  city: Api,
  dataSet: string,
  name: string,
  [opens, school, county, last]: readonly [number, number, number, number],
): Promise<string> {
  const answer = await city.post('/periods', {
    dataSet,
    name: `${name} ${world.run}`,
    kind: 'quarter',
    firstDay: at(opens).slice(0, 10),
    lastDay: at(school).slice(0, 10),
    opens: at(opens),
    due: { school: at(school), county: at(county), city: at(last) },
  });
  world.check(answer.status === 201, `the city announces the period ${name}`, answer.body);
  return answer.body.id as string;
}

const begin = (api: Api, period: string, school: Place, values: object) =>
  api.post(`/periods/${period}/submissions`, { organisation: school.id, values });

async function refusedOutside(world: World, school: Api, ended: string, coming: string): Promise<void> {
  const late = await begin(school, ended, world.school, {});
  world.check(late.status === 409 && late.body.code === 'period.closed', 'the ended period answers period.closed', late.body);
  const early = await begin(school, coming, world.school, {});
  world.check(early.status === 409 && early.body.code === 'period.not_open', 'the period to come answers period.not_open', early.body);
  world.say('the ended one answers 409 period.closed, the one to come 409 period.not_open');
}

async function roundTrip(
  world: World,
  { school, county, city }: Record<'school' | 'county' | 'city', Api>,
  period: string,
): Promise<object> {
  const draft = await begin(school, period, world.school, { classrooms: 30 });
  world.check(draft.status === 201, 'the school begins its submission', draft.body);
  const path = `/submissions/${draft.body.id}`;
  const save = (version: number, values: object) => school.put(path, { values }, { headers: { 'if-match': `"${version}"` } });

  const impossible = await save(draft.body.version, { classrooms: 30, mm_classrooms: 31, ict_budget: -1 });
  const fields = (impossible.body.faults as { field: string }[] | undefined)?.map(({ field }) => field);
  world.check(
    impossible.status === 422 && impossible.body.code === 'submission.broken_rules',
    'impossible values are refused by the rules',
    impossible.body,
  );
  world.check(fields?.includes('ict_budget'), 'the refusal names the field', impossible.body);
  const right = await save(draft.body.version, { classrooms: 30, mm_classrooms: 28, ict_budget: 12.5 });
  world.check(right.status === 200, 'possible values are kept', right.body);
  world.check((await school.post(`${path}/submit`)).status === 200, 'the school submits');
  world.say('a school filled in three indicators; an impossible value was refused by a rule');

  const outOfTurn = await city.post(`${path}/approve`, {});
  world.check(
    outOfTurn.status === 409 && outOfTurn.body.code === 'submission.waiting_lower_level',
    'the city waits for the county',
    outOfTurn.body,
  );
  const returned = await county.post(`${path}/return`, { reasons: [{ field: 'mm_classrooms', reason: '与设备台账不一致，请核对' }] });
  world.check(returned.status === 200 && returned.body.status === 'returned', 'the county returns it with a reason', returned.body);
  const again = await save(returned.body.version, { classrooms: 30, mm_classrooms: 26, ict_budget: 12.5 });
  world.check(again.status === 200, 'the school corrects it', again.body);
  world.check((await school.post(`${path}/submit`)).status === 200, 'the school submits again');
  const second = await county.get(path);
  world.check(
    second.body.round === 2 && second.body.changes?.[0]?.before === 28 && second.body.changes?.[0]?.after === 26,
    'the county sees what changed',
    second.body,
  );
  const approved = await county.post(`${path}/approve`, {});
  world.check(approved.status === 200 && approved.body.status === 'approved', 'the county approves', approved.body);
  world.say('the county returned it with a reason for one field, saw what changed in the second round, and approved');
  return approved.body.values as object;
}

async function straightToCity(world: World, city: Api, period: string): Promise<void> {
  const school = await world.as('schoolAdmin', world.citySchool);
  const draft = await begin(school, period, world.citySchool, { classrooms: 60, mm_classrooms: 60, ict_budget: 40 });
  world.check(draft.status === 201, 'the school directly under the city fills in', draft.body);
  const submitted = await school.post(`/submissions/${draft.body.id}/submit`);
  world.check(submitted.body.reviewer === world.city.id && submitted.body.level === 'city', 'it goes straight to the city', submitted.body);
  const approved = await city.post(`/submissions/${draft.body.id}/approve`, {});
  world.check(approved.status === 200, 'the city approves it', approved.body);
  world.say('a 市直属 school went straight to the city');
}

async function rollUp(world: World, city: Api, period: string, approved: object): Promise<void> {
  const { body } = await city.get(`/periods/${period}/roll-up`);
  const line = (body.lines as { organisation: string; approved: number; figures: { indicator: string; total: number }[] }[]).find(
    ({ organisation }) => organisation === world.counties[0].id,
  );
  const totals = Object.fromEntries((line?.figures ?? []).map(({ indicator, total }) => [indicator, total]));
  world.check(line?.approved === 1, 'the roll-up counts the county’s approved school', body);
  world.check(
    Object.entries(approved).every(([code, value]) => totals[code] === value),
    'its figures are the approved ones',
    { totals, approved },
  );
  world.check(
    body.total.approved === 2 && body.total.missing === body.total.expected - 2,
    'the total counts both schools, and who is missing',
    body.total,
  );
  world.say(`the city reads the roll-up: ${body.total.approved} of ${body.total.expected} schools approved, ${body.total.missing} missing`);
}
