import type { World } from './world.js';
import { eventually } from './until.js';

const day = 24 * 3600_000;
const at = (days: number): string => new Date(Date.now() + days * day).toISOString();

/** 预警: a threshold is tried on what schools reported, switched on, and warns one of them. 年终总结: the year in one call, and on paper. */
export async function yearAndWarningsStep(world: World): Promise<void> {
  const city = await world.as('cityReviewer', world.city);
  const county = await world.as('countyReviewer', world.counties[0]);
  const school = await world.as('schoolAdmin', world.school);
  const dataSet = await city.post('/shipped-data-sets/school_conduct/adopt', {
    organisation: world.city.id,
    code: `conduct_${world.run.toLowerCase().replace(/[^a-z0-9]/g, '')}`.slice(0, 40),
    name: `办学行为监测 ${world.run}`,
  });
  world.check(dataSet.status === 201, '办学行为监测 is adopted as it comes', dataSet.body);
  const month = await city.post('/periods', {
    dataSet: dataSet.body.id,
    name: `办学行为 ${world.run}`,
    kind: 'month',
    firstDay: at(-20).slice(0, 10),
    lastDay: at(5).slice(0, 10),
    opens: at(-5),
    due: { school: at(5), county: at(10), city: at(15) },
  });
  world.check(month.status === 201, 'and asked for this month', month.body);
  const values = {
    ...{ school_days: 20, days_outside: 0, after_class_pupils: 0, after_class_week: 'yes', courses_due: 12, courses_opened: 12 },
    ...{ lessons_due: 600, lessons_given: 540, large_classes: 0, oversized_classes: 0 },
    ...{ reports_received: 0, reports_confirmed: 0, reports_settled: 0, written_exams: 0 },
  };
  const draft = await school.post(`/periods/${month.body.id}/submissions`, { organisation: world.school.id, values });
  const submitted = await school.post(`/submissions/${draft.body.id}/submit`);
  world.check(submitted.status === 200, 'the school reports 540 of 600 lessons', submitted.body);
  world.check((await county.post(`/submissions/${draft.body.id}/approve`, {})).status === 200, 'and the county approves');

  const threshold = await city.post('/thresholds', {
    organisation: world.city.id,
    name: '课时开足率低于 95%',
    watches: { kind: 'indicator', dataSet: dataSet.body.id, indicator: 'lessons_rate' },
    comparison: '<',
    value: 95,
    level: 'warning',
    kinds: ['school', 'centralSchool'],
  });
  world.check(threshold.status === 201, 'the city declares a threshold', threshold.body);
  const path = `/thresholds/${threshold.body.id}`;
  const trial = await city.post(`${path}/try`, { periods: [month.body.id] });
  world.check(trial.body.beyond === 1 && trial.body.items[0].value === 90, 'tried on the month, it would warn one school', trial.body);
  world.check((await city.post(`${path}/switch-on`)).status === 200, 'and is switched on');
  const mine = () => school.get('/early-warnings', { query: { threshold: threshold.body.id } });
  const [warning] = (await eventually(mine, ({ body: { items } }) => items.length > 0)).body.items;
  world.check(warning?.value === 90 && warning.moves.includes('receive'), 'the school is warned', warning);
  const outside = await city.post(`/early-warnings/${warning.id}/receive`);
  world.check(outside.status === 409 && outside.body.code === 'early_warning.not_own', 'which it answers itself', outside.body);
  await school.post(`/early-warnings/${warning.id}/receive`);
  const closed = await school.post(`/early-warnings/${warning.id}/close`, { done: '已补足课时' });
  world.check(
    closed.body.status === 'closed' && closed.body.clearedAt === null,
    'received, and closed with a word on what was done',
    closed.body,
  );
  world.say('a threshold was tried, switched on and warned one school of 90 % of its lessons; the school said what it did about it');

  const query = { year: Number(at(5).slice(0, 4)), dataSets: dataSet.body.id };
  const { body } = await city.get('/year-summary', { query });
  const lessons = body.figures?.dataSets?.[0]?.figures.find(({ indicator }: { indicator: string }) => indicator === 'lessons_rate');
  world.check(
    lessons?.thisYear === 90 && lessons.lastYear === null,
    'the year’s summary tells it, with nothing of last year beside it',
    body,
  );
  const paper = await city.get('/year-summary/paper', { query });
  world.check(paper.status === 200 && paper.body.title.includes('年终总结'), 'also on paper', paper.body);
  const leader = await world.as('bureauLeader', world.city);
  const board = await eventually(
    () => leader.get('/application-board'),
    (answer) => answer.body.total?.week > 0,
  );
  world.check(board.status === 200 && board.body.total.week > 0, 'and the city sees how much apps are used', board.body);
  world.say(`the year stands in one call, page and paper; apps were used ${board.body.total.week} times in the last seven days`);
}
