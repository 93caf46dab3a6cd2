import { at } from './announcing.js';
import type { World } from './world.js';

/** 满意度测评: guardians are asked anonymously, each answers once, and nothing is shown while it runs. Then money: a fund that cannot be overdrawn. */
export async function surveysStep(world: World): Promise<void> {
  const county = await world.as('countyReviewer', world.counties[0]);
  const asked = await county.post('/surveys', {
    organisation: world.counties[0].id,
    name: `家长满意度测评 ${world.run}`,
    anonymous: true,
    roles: ['guardian', 'teacher'],
    questions: [{ code: 'content', kind: 'scale', asks: '您对学校信息化是否满意' }],
    opens: at(-1),
    closes: at(5),
  });
  world.check(asked.status === 201, 'the county asks guardians and teachers', asked.body);
  const path = `/surveys/${asked.body.id}`;
  const teacher = await world.as('teacher', world.school);
  const invited = await teacher.get(`${path}/invitation`);
  world.check(invited.body.asked && !invited.body.answered, 'a teacher is asked', invited.body);
  const answered = await teacher.post(`${path}/answers`, { answers: { content: 4 } });
  world.check(answered.status === 204, 'and answers', answered.body);
  const again = await teacher.post(`${path}/answers`, { answers: { content: 1 } });
  world.check(again.status === 409 && again.body.code === 'survey.answered', 'once', again.body);
  const early = await county.get(`${path}/results`);
  world.check(early.status === 409 && early.body.code === 'survey.running', 'nothing is shown while it runs', early.body);
  const named = await county.get(`${path}/answers`);
  world.check(named.status === 409 && named.body.code === 'survey.names_nobody', 'and no single answer ever', named.body);
  world.say('a survey was answered once, anonymously; nobody reads it before it closes');

  const head = await world.as('centreHead', world.counties[0]);
  const fund = await head.post('/funds', {
    organisation: world.counties[0].id,
    code: `special_${world.run}`,
    name: '智慧教育发展专项资金',
    kind: 'special',
    year: new Date().getFullYear(),
  });
  world.check(fund.status === 201, 'the county opens a fund', fund.body);
  const enter = (kind: string, organisation: string, fen: number, by = head) =>
    by.post(`/funds/${fund.body.id}/entries`, {
      kind,
      organisation,
      fen,
      day: at(0).slice(0, 10),
      evidence: '财教〔2026〕1号',
      purpose: '设备',
    });
  const budget = await enter('budget', world.counties[0].id, 100_000_00);
  world.check(budget.status === 201, 'puts a hundred thousand yuan into it', budget.body);
  const allocated = await enter('allocation', world.school.id, 60_000_00);
  world.check(allocated.status === 201, 'and allocates sixty thousand', allocated.body);
  const school = await world.as('schoolAdmin', world.school);
  const overdrawn = await enter('spending', world.school.id, 60_000_01, school);
  world.check(overdrawn.status === 409 && overdrawn.body.code === 'fund.overdrawn', 'the school cannot spend a fen more', overdrawn.body);
  world.say('a fund was budgeted and allocated; one fen too many was refused');
}
