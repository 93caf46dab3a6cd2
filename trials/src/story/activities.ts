import type { Api, World } from './world.js';

const day = 24 * 3600_000;
const around = (days: number) => ({
  opens: new Date(Date.now() - days * day).toISOString(),
  closes: new Date(Date.now() + days * day).toISOString(),
});

/** Step 6: a pupil's work goes from the school to the city, is evaluated by strangers, and stands in public notice. */
export async function activitiesStep(world: World): Promise<void> {
  const centre = await world.as('centreHead', world.city);
  const teacher = await world.as('teacher', world.school);
  const schoolAdmin = await world.as('schoolAdmin', world.school);
  const county = await world.as('countyReviewer', world.counties[0]);

  const activity = await open(world, centre);
  const entry = await enter(world, teacher, activity, '我的家乡');
  await recommend(world, { teacher, schoolAdmin, county }, activity, entry);
  await evaluate(world, centre, entry);
  await announce(world, { centre, teacher }, activity, entry);
}

async function open(world: World, centre: Api): Promise<string> {
  const { body } = await centre.get('/activity-templates');
  const template = (body.items as { code: string; rules: Record<string, unknown> }[]).find(({ code }) => code === 'computerWorks');
  world.check(template, '电脑制作活动 is shipped', body);
  const settings = {
    ...template.rules,
    name: `第十届中小学电脑制作活动 ${world.run}`,
    quotas: [{ tier: 'school', group: 'primary', quota: 1 }],
    evaluationsPerEntry: 1,
    windows: { entry: around(10), recommendation: around(20), evaluation: around(30) },
  };
  const prepared = await centre.post('/activities', { organisation: world.city.id, settings });
  world.check(prepared.status === 201, 'the city prepares an activity', prepared.body);
  const opened = await centre.post(`/activities/${prepared.body.id}/open`);
  world.check(opened.status === 200 && opened.body.status === 'open', 'the activity is open', opened.body);
  world.say('the city opened a 电脑制作活动 from the shipped configuration, one place per school in the primary group');
  return prepared.body.id as string;
}

async function enter(world: World, teacher: Api, activity: string, title: string): Promise<string> {
  const pupil = await world.pupil(world.school);
  const work = { organisation: world.school.id, group: 'primary', category: 'painting', title: `${title} ${world.run}`, pupil: pupil.id };
  const answer = await teacher.post(`/activities/${activity}/entries`, work);
  world.check(answer.status === 201, 'the teacher enters a pupil’s work', answer.body);
  return answer.body.id as string;
}

async function recommend(
  world: World,
  { teacher, schoolAdmin, county }: Record<'teacher' | 'schoolAdmin' | 'county', Api>,
  activity: string,
  entry: string,
): Promise<void> {
  const second = await enter(world, teacher, activity, '未来的学校');
  const recommended = await schoolAdmin.post(`/entries/${entry}/recommend`);
  world.check(
    recommended.status === 200 && recommended.body.standsWith === world.counties[0].id,
    'the school recommends the work to the county',
    recommended.body,
  );
  const tooMany = await schoolAdmin.post(`/entries/${second}/recommend`);
  world.check(tooMany.status === 409 && tooMany.body.code === 'quota.exceeded', 'the second one exceeds the quota', tooMany.body);
  world.check(tooMany.body.quota === 1 && tooMany.body.used === 1, 'the refusal names quota and used places', tooMany.body);
  const upward = await county.post(`/entries/${entry}/recommend`);
  world.check(upward.status === 200 && upward.body.standsWith === world.city.id, 'the county recommends it to the city', upward.body);
  world.say('a pupil’s work was entered and recommended by school and county; a second one was refused: the quota is one');
}

async function evaluate(world: World, centre: Api, entry: string): Promise<void> {
  const insider = await world.as('expert', world.school);
  const refused = await centre.post(`/entries/${entry}/evaluations`, { expert: insider.person });
  world.check(refused.status === 409 && refused.body.code === 'expert.conflict', 'an expert of the same school is refused', refused.body);
  const expert = await world.as('expert', world.farSchool);
  const assigned = await centre.post(`/entries/${entry}/evaluations`, { expert: expert.person });
  world.check(assigned.status === 201, 'an expert of another school is assigned', assigned.body);

  const { body } = await expert.get('/evaluations', { query: { status: 'assigned', entry } });
  const task = (body.items as Record<string, unknown>[])[0];
  world.check(task, 'the expert finds the entry to evaluate', body);
  world.check(task['id'] === assigned.body.id, 'and it is the one assigned', task);
  world.check(!('pupil' in task) && !JSON.stringify(task).includes(world.school.id), 'and sees neither pupil nor school', task);
  const path = `/evaluations/${assigned.body.id}/score`;
  const beyond = await expert.post(path, { scores: { idea: 26, innovation: 20, art: 20, technique: 20 } });
  world.check(beyond.status === 422 && beyond.body.code === 'evaluation.broken_rules', 'points beyond the rubric are refused', beyond.body);
  const scored = await expert.post(path, { scores: { idea: 23, innovation: 22, art: 24, technique: 21 }, comment: '构图完整，主题鲜明' });
  world.check(scored.status === 200 && scored.body.total === 90, 'the expert scores it', scored.body);
  world.say('an expert of the same school was refused; one of another school scored the work blind: 90 of 100');
}

async function announce(
  world: World,
  { centre, teacher }: Record<'centre' | 'teacher', Api>,
  activity: string,
  entry: string,
): Promise<void> {
  const notice = await centre.post(`/activities/${activity}/public-notices`, { awards: [{ entry, award: 'first' }] });
  world.check(notice.status === 201, 'the result is put in public notice', notice.body);
  const read = await world.anyone.get(`/public-notices/${notice.body.id}`);
  const line = (read.body.lines as Record<string, unknown>[] | undefined)?.[0];
  world.check(
    read.status === 200 && line?.['school'] === world.school.name && line['award'] === '一等奖',
    'anyone may read school, title, group and award',
    read.body,
  );
  world.check(!JSON.stringify(read.body).includes('pupil'), 'the public notice names no pupil', read.body);

  const objection = await teacher.post(`/public-notices/${notice.body.id}/objections`, { entry, grounds: '请核实作品原创性' });
  world.check(objection.status === 201, 'an objection is filed during the notice', objection.body);
  const early = await centre.post(`/public-notices/${notice.body.id}/finalise`);
  world.check(
    early.status === 409 && early.body.code === 'notice.running',
    'the result is not final before the notice has run',
    early.body,
  );
  const decided = await centre.post(`/objections/${objection.body.id}/decide`, { decision: 'dismiss', answer: '经核实为原创作品' });
  world.check(decided.status === 200 && decided.body.status === 'dismissed', 'the objection is answered', decided.body);
  const { body: own } = await teacher.get(`/objections/${objection.body.id}`);
  world.check(own.answer === '经核实为原创作品', 'who filed it reads the answer', own);
  world.say(
    'the result stands in public notice, readable by anyone, with one objection answered; it becomes final when the notice has run',
  );
}
