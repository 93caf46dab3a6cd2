import type { Api, World } from './world.js';

/** An instant as the platform writes it. */
const inBeijing = (at: number): string => `${new Date(at + 8 * 3600_000).toISOString().slice(0, 19)}+08:00`;

/** Step 5: an incident with its clocks, seen by the county and not by its sibling; a guard period with zero reports. */
export async function incidentsStep(world: World): Promise<void> {
  const school = await world.as('securityContact', world.school);
  const county = await world.as('securityAdmin', world.counties[0]);
  await incident(world, school, county);
  await guardPeriod(world, school, county);
}

async function incident(world: World, school: Api, county: Api): Promise<void> {
  // Whole seconds, since that is how the answer writes them.
  const discovered = Math.floor(Date.now() / 1000) * 1000 - 600_000;
  const reported = await school.post('/incidents', {
    title: `教务系统被勒索软件加密 ${world.run}`,
    category: 'MP07',
    level: 'III',
    discoveredAt: new Date(discovered).toISOString(),
    system: '教务管理系统',
    summary: '上午上班时发现服务器文件被加密，已断开网络。',
  });
  world.check(reported.status === 201, 'the school reports an incident', reported.body);
  const { id, clocks } = reported.body;
  const province = (clocks as { rule: string; dueAt: string; warnAt: string; state: string }[]).find(({ rule }) => rule === 'cac.province');
  const due = inBeijing(discovered + 4 * 3600_000);
  world.check(
    province?.dueAt === due && province.state === 'running',
    `级别较大: the province is told within four hours, until ${due}`,
    clocks,
  );

  const seen = await county.get(`/incidents/${id}`);
  world.check(seen.status === 200 && seen.body.moves.includes('acknowledge'), 'the county sees it at once', seen.body);
  const sibling = await world.as('securityAdmin', world.counties[1]);
  const hidden = await sibling.get(`/incidents/${id}`);
  world.check(hidden.status === 404, 'the sibling county does not', hidden.body);
  world.say(
    `a 较大 incident was reported; its clock runs until ${due} 北京时间; ${world.counties[0].name} sees it, ${world.counties[1].name} does not`,
  );

  const own = await school.post(`/incidents/${id}/acknowledge`);
  world.check(own.status === 409 && own.body.code === 'incident.own', 'nobody acknowledges their own report', own.body);
  await make(world, county, id, 'acknowledge', 'acknowledged');
  const noted = await school.post(`/incidents/${id}/clocks/cac.province/note`, {
    reportedAt: new Date().toISOString(),
    channel: 'hotline',
  });
  world.check(
    noted.status === 200 &&
      noted.body.clocks.some((clock: { rule: string; state: string }) => clock.rule === 'cac.province' && clock.state === 'met'),
    'a noted report meets the clock',
    noted.body,
  );
  await make(world, school, id, 'handle', 'handling');
  const contained = await make(world, school, id, 'contain', 'contained');
  world.check(
    contained.clocks.some(({ rule }: { rule: string }) => rule === 'final'),
    'from containment the clock of the final report runs',
    contained,
  );
  const report = {
    cause: '弱口令',
    measures: '断网、重装',
    damage: '停用半天',
    responsibility: '管理员',
    rectification: '更换口令',
    lessons: '启用双因素',
  };
  await make(world, school, id, 'close', 'closed', report);
  world.say('acknowledged, reported on by hotline, contained, closed with its final report');
}

async function guardPeriod(world: World, school: Api, county: Api): Promise<void> {
  const today = inBeijing(Date.now()).slice(0, 10);
  const declared = await county.post('/guard-periods', { name: `国庆重保 ${world.run}`, from: today, to: today, basis: '上级通知' });
  world.check(declared.status === 201, 'the county declares a guard period', declared.body);
  const path = `/guard-periods/${declared.body.id}`;
  // The school has had an incident today, so its sibling is the one with nothing to report.
  const notZero = await school.post(`${path}/daily-reports`, { day: today, kind: 'zero' });
  const hadIncident = notZero.status === 409 && notZero.body.code === 'daily_report.not_zero';
  const sibling = await world.as('securityContact', world.sibling);
  const zero = await sibling.post(`${path}/daily-reports`, { day: today, kind: 'zero' });
  world.check(zero.status === 201, 'a school files 零报告', zero.body);
  const missing = await county.get(`${path}/missing`, { query: { day: today } });
  const names = (missing.body.missing as { organisation: string }[]).map(({ organisation }) => organisation);
  world.check(
    missing.status === 200 && !names.includes(world.sibling.id) && missing.body.filed >= 1,
    'who has filed is off the list',
    missing.body,
  );
  world.check(missing.body.more || names.includes(world.centralSchool.id), 'the county sees who has not filed', missing.body);
  const again = await sibling.post(`${path}/daily-reports`, { day: today, kind: 'zero' });
  world.check(again.status === 409 && again.body.code === 'daily_report.already_filed', 'a day is filed once', again.body);
  const refused = hadIncident ? '; the school with the incident could not file one' : '';
  world.say(
    `in a guard period ${world.sibling.name} filed 零报告${refused}; the county sees ${missing.body.missing.length} of ${missing.body.expected} still missing`,
  );
}

async function make(world: World, by: Api, id: string, move: string, status: string, body?: object) {
  const answer = await by.post(`/incidents/${id}/${move}`, body);
  world.check(answer.status === 200 && answer.body.status === status, `the incident is ${status}`, answer.body);
  return answer.body;
}
