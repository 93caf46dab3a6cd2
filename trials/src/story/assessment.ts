import { at } from './announcing.js';
import type { Answer, Api, World } from './world.js';
import { until } from './until.js';

type Deduction = { id: string; points: number; source: { entity: string } };

/** A year's 督导考核: self-rating, first and final rating, points lost by a late incident, the result, an objection. */
export async function assessmentStep(world: World): Promise<void> {
  const school = await world.as('schoolAdmin', world.school);
  const county = await world.as('countyReviewer', world.counties[0]);
  const city = await world.as('cityReviewer', world.city);
  const assessment = await announce(world, city);
  const rating = await selfRate(world, school, assessment);

  const premature = await city.post(`/ratings/${rating}/first`, { scores: {} });
  world.check(
    premature.status === 409 && premature.body.code === 'rating.waiting_above',
    'the county comes before the city',
    premature.body,
  );
  const bare = await county.post(`/ratings/${rating}/first`, { scores: { B1: { points: 6 } } });
  world.check(bare.status === 422, 'who departs from the self-rating says why', bare.body);
  const first = await county.post(`/ratings/${rating}/first`, { scores: { B1: { points: 6, reason: '测速不足千兆' } } });
  world.check(first.status === 200 && first.body.status === 'firstRated', 'the county rates first', first.body);
  const final = await city.post(`/ratings/${rating}/final`, { scores: {} });
  world.check(final.status === 200 && final.body.total !== null, 'the city rates finally', final.body);
  world.say(
    `${world.school.name} rated itself, ${world.counties[0].name} took two points with a reason, the city kept to that: ${final.body.total}`,
  );

  const lost = await lateIncident(world, school, assessment);
  await publish(world, { school, county, city }, { assessment, rating, lost });
}

async function announce(world: World, city: Api): Promise<string> {
  const templates = await city.get('/rubric-templates');
  const template = templates.body.items.find(({ code }: { code: string }) => code === 'smartCampus');
  const rubric = await city.post('/rubrics', { organisation: world.city.id, code: `smart_${world.run}`, content: template.content });
  world.check(rubric.status === 201 && rubric.body.fullPoints === 110, 'the city issues the shipped rubric as its own', rubric.body);
  const year = new Date().getFullYear();
  const announced = await city.post('/assessments', {
    organisation: world.city.id,
    rubric: rubric.body.id,
    name: `${year}年智慧校园评估 ${world.run}`,
    year,
    firstDay: at(-200).slice(0, 10),
    lastDay: at(100).slice(0, 10),
    ranked: true,
    opens: at(-1),
    due: { self: at(5), first: at(10), final: at(15) },
  });
  world.check(announced.status === 201, 'the city announces the assessment', announced.body);
  return announced.body.id;
}

async function selfRate(world: World, school: Api, assessment: string): Promise<string> {
  const { rubric } = (await school.get(`/assessments/${assessment}`)).body;
  const begun = await school.post(`/assessments/${assessment}/ratings`, { organisation: world.school.id });
  world.check(begun.status === 201, 'the school begins its self-rating', begun.body);
  const { dimensions } = (await school.get(`/rubrics/${rubric}`)).body as {
    dimensions: { criteria: { code: string; points: number }[] }[];
  };
  const scores = Object.fromEntries(
    dimensions.flatMap(({ criteria }) => criteria.map(({ code, points }) => [code, { points, evidence: '见附件清单' }])),
  );
  const rated = await school.put(`/ratings/${begun.body.id}/self`, { scores }, { headers: { 'if-match': `"${begun.body.version}"` } });
  world.check(rated.status === 200, 'it points every criterion, with evidence', rated.body);
  const submitted = await school.post(`/ratings/${begun.body.id}/submit`);
  world.check(submitted.status === 200 && submitted.body.status === 'selfRated', 'and hands it in', submitted.body);
  return begun.body.id;
}

/** An incident that is reported three hours late costs two points; the reporting service hears of it by itself. */
async function lateIncident(world: World, school: Api, assessment: string): Promise<string> {
  const contact = await world.as('securityContact', world.school);
  const reported = await contact.post('/incidents', {
    title: `网站被篡改 ${world.run}`,
    category: 'MP07',
    level: 'III',
    discoveredAt: new Date(Date.now() - 5 * 3600_000).toISOString(),
    summary: '首页被篡改，发现五小时后方才报告。',
  });
  world.check(reported.status === 201, 'an incident is reported five hours after it was found', reported.body);
  const lost = () => school.get('/deductions', { query: { assessment } });
  // From five in the afternoon on, a daily report may be missing too.
  const ofIncident = ({ body }: Answer) => (body.items as Deduction[]).find(({ source }) => source.entity === reported.body.id);
  await until(lost, (answer) => ofIncident(answer) !== undefined);
  const deduction = ofIncident(await lost());
  world.check(deduction?.points === 2, 'it costs two points, and says why', deduction);
  world.say('a late incident cost two points, with its source named');
  return deduction.id;
}

interface Made {
  readonly assessment: string;
  readonly rating: string;
  readonly lost: string;
}

async function publish(
  world: World,
  { school, county, city }: Record<'school' | 'county' | 'city', Api>,
  { assessment, rating, lost }: Made,
) {
  const contested = await school.post(`/deductions/${lost}/contest`, { grounds: '已先行电话报告' });
  world.check(contested.status === 200, 'the school contests it', contested.body);
  const upheld = await city.post(`/deductions/${lost}/decide`, { decision: 'uphold', reason: '无通话记录' });
  world.check(upheld.status === 200 && upheld.body.status === 'upheld', 'the city upholds it', upheld.body);
  const published = await city.post(`/assessments/${assessment}/publish`);
  world.check(published.status === 200, 'the results are published', published.body);
  const before = (await county.get(`/assessments/${assessment}/results`)).body.items;
  world.check(before.length === 1 && before[0].deducted >= 2 && before[0].rank === 1, 'the county reads the result', before);

  const objected = await school.post(`/ratings/${rating}/objections`, { criterion: 'B1', grounds: '线路已于上月升级' });
  world.check(objected.status === 201, 'the school objects', objected.body);
  const decided = await city.post(`/rating-objections/${objected.body.id}/decide`, { decision: 'uphold', points: 8, answer: '复测属实' });
  world.check(decided.status === 200 && decided.body.after === 8, 'the objection is upheld', decided.body);
  const [after] = (await school.get(`/assessments/${assessment}/results`)).body.items;
  world.check(after.total === before[0].total + 2, 'and the result follows', after);
  world.say(`published: ${before[0].total}; after an objection was upheld: ${after.total}, ${after.grade}`);
}
