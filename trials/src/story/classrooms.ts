import type { Api, World } from './world.js';

const day = 24 * 3600_000;

/** The calendar day in 北京时间, so many days from today. */
const dayFromNow = (days: number): string => new Date(Date.now() + 8 * 3600_000 + days * day).toISOString().slice(0, 10);
const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7;

interface Session {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Step 3: a 专递课堂 of two weeks, one of them behind us: held with one receiver, cancelled, missed and made up. */
export async function classroomsStep(world: World): Promise<void> {
  const planner = await world.as('schoolAdmin', world.centralSchool);
  const teacher = await world.as('teacher', world.centralSchool);
  const points = [await world.as('teacher', world.teachingPoints[0]), await world.as('teacher', world.teachingPoints[1])] as const;

  const { id, sessions } = await plan(world, planner, points);
  const [held, missed, toCome] = sessions;
  await hold(world, teacher, held!);
  await attend(world, points[0], held!);
  const cancelled = await planner.post(`/class-sessions/${toCome!.id}/cancel`, { reason: '主讲学校停电检修' });
  world.check(cancelled.status === 200 && cancelled.body.status === 'cancelled', 'one session is cancelled with a reason', cancelled.body);

  const made = await makeUp(world, planner, missed!);
  await hold(world, teacher, made);
  for (const point of points) await attend(world, point, made);
  world.say('one session was held with one receiver signed in, one cancelled with a reason, one missed and made up');
  await figures(world, planner, id);
}

async function plan(world: World, planner: Api, points: readonly Api[]): Promise<{ id: string; sessions: Session[] }> {
  const slot = (days: number) => ({ weekday: weekdayOf(dayFromNow(days)), start: '10:00', end: '10:40' });
  const planned = await planner.post('/delivered-classes', {
    subject: 'music',
    stage: 'primary',
    grades: [3],
    term: `第一学期 ${world.run}`.slice(0, 40),
    from: dayFromNow(-7),
    to: dayFromNow(6),
    receivers: world.teachingPoints.map(({ id }) => id),
    slots: [slot(-5), slot(-2)],
  });
  world.check(planned.status === 201 && planned.body.sessions === 4, 'the central school plans twice a week for two weeks', planned.body);
  const { id } = planned.body;
  for (const point of points) {
    const met = await point.get(`/delivered-classes/${id}`);
    world.check(met.status === 200, 'the receiver meets the plan, though it belongs to the host', met.body);
  }
  const stranger = await world.as('teacher', world.farSchool);
  world.check((await stranger.get(`/delivered-classes/${id}`)).status === 404, 'another school does not');
  const listed = await planner.get('/class-sessions', { query: { deliveredClass: id } });
  world.say(
    `${world.centralSchool.name} planned a 专递课堂 for ${world.teachingPoints.map(({ name }) => name).join('、')}: ${planned.body.sessions} sessions`,
  );
  return { id, sessions: listed.body.items as Session[] };
}

async function hold(world: World, teacher: Api, { id, startsAt, endsAt }: Session): Promise<void> {
  const started = await teacher.post(`/class-sessions/${id}/start`, { at: startsAt });
  world.check(started.status === 200, 'a session begins', started.body);
  const ended = await teacher.post(`/class-sessions/${id}/end`, { at: endsAt });
  world.check(ended.status === 200 && ended.body.status === 'held', 'and ends', ended.body);
}

async function attend(world: World, point: Api, { id, startsAt }: Session): Promise<void> {
  const evidence = { kind: 'photo', reference: '课堂照片' };
  const signed = await point.post(`/class-sessions/${id}/attendance`, { at: startsAt, pupils: 12, evidence });
  world.check(signed.status === 201 && signed.body.source === 'afterwards', 'a receiver signs in with evidence', signed.body);
}

async function makeUp(world: World, planner: Api, missed: Session): Promise<Session> {
  const before = await planner.get(`/class-sessions/${missed.id}`);
  world.check(before.body.status === 'missed', 'what nobody held was missed, without anybody saying so', before.body);
  const yesterday = dayFromNow(-1);
  const made = await planner.post(`/class-sessions/${missed.id}/make-up`, {
    startsAt: `${yesterday}T15:00:00+08:00`,
    endsAt: `${yesterday}T15:40:00+08:00`,
  });
  world.check(made.status === 201 && made.body.makesUp === missed.id, 'the missed session is made up 补课', made.body);
  return made.body as Session;
}

async function figures(world: World, planner: Api, id: string): Promise<void> {
  const { status, body } = await planner.get(`/delivered-classes/${id}/figures`);
  const { planned, held, received, cancelled, missed, madeUp } = body.total;
  const shown = { planned, held, received, cancelled, missed, madeUp };
  const expected = { planned: 8, held: 2, received: 1, cancelled: 2, missed: 2, madeUp: 2 };
  world.check(status === 200 && JSON.stringify(shown) === JSON.stringify(expected), 'the figures per session × receiver show it', body);
  world.check(body.cells.length === 10, 'four sessions and the make-up, at two receivers each', body.cells);
  world.say(
    `session × receiver: 计划 ${planned}，实际 ${held}，已接收 ${received}，取消 ${cancelled}，缺课 ${missed}，已补 ${madeUp}；开课率 ${body.total.openRate}%`,
  );
}
