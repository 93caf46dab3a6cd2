import type { World } from './world.js';

/** 建设计划: a milestone, the week's report on it, and who owes the last one. */
export async function milestonesStep(world: World): Promise<void> {
  const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  const daysAgo = (days: number) => new Date(Date.now() + 8 * 3600_000 - days * 24 * 3600_000).toISOString().slice(0, 10);
  const county = await world.as('centreHead', world.counties[0]);
  const plan = await county.post('/build-plans', {
    organisation: world.counties[0].id,
    name: `平台建设 ${world.run}`,
    firstDay: daysAgo(30),
    lastDay: daysAgo(-60),
  });
  world.check(plan.status === 201, 'the county opens a build plan', plan.body);
  const path = `/build-plans/${plan.body.id}`;
  const milestone = await county.post(`${path}/milestones`, { organisation: world.school.id, name: '网络改造', due: daysAgo(3) });
  world.check(milestone.status === 201, 'sets a milestone for the school', milestone.body);
  const before = await county.get(`${path}/board`);
  const owed = before.body.missing.some(({ organisation }: { organisation: string }) => organisation === world.school.id);
  world.check(before.body.overdue === 1 && owed, 'the board shows it overdue, and last week’s report owed', before.body);

  const school = await world.as('schoolAdmin', world.school);
  const report = { organisation: world.school.id, kind: 'weekly', done: '完成布线', next: '联调' };
  const late = await school.post(`${path}/reports`, { ...report, day: before.body.missing[0].firstDay });
  world.check(late.status === 201 && late.body.late, 'the school reports on last week, late', late.body);
  const again = await school.post(`${path}/reports`, { ...report, day: late.body.firstDay });
  world.check(again.status === 409 && again.body.code === 'progress_report.exists', 'once', again.body);
  const done = await school.post(`/milestones/${milestone.body.id}/complete`, { doneOn: today });
  world.check(
    done.status === 200 && done.body.status === 'done' && done.body.overdue,
    'and completes the milestone, after its day',
    done.body,
  );
  const after = await county.get(`${path}/board`);
  world.check(after.body.done === 1 && after.body.missing.length === 0, 'the board follows', after.body);
  world.say('a milestone was overdue and a weekly report owed; both came, and the board says so');
}
