import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { classrooms, CLOCK, type AttendanceInput, type Caller, type DeliveredClassInput, type Role } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Attending } from '../attendance/attending.js';
import { entities } from '../entities.js';
import { Counting } from '../figures/counting.js';
import { migrations } from '../migrations/index.js';
import { Planning } from '../planning/planning.js';
import { Holding } from './holding.js';
import { Timetabling } from './timetabling.js';

const clock = { at: new Date('2026-09-07T07:00:00+08:00'), now: () => clock.at };
const time = (text: string) => (clock.at = new Date(`${text}+08:00`));
const evidence = { kind: 'photo' as const, reference: '课堂照片 1' };

describe('a delivered class', () => {
  let room: Room;
  let host: Caller;
  let planner: Caller;
  let receiver: Caller;
  let year = 2026;
  beforeAll(async () => {
    room = await openRoom('classrooms', {
      entities,
      migrations,
      providers: [{ provide: CLOCK, useValue: clock }, Planning, Holding, Timetabling, Attending, Counting],
    });
    host = at('teacher', room.region.centralSchool);
    planner = at('schoolAdmin', room.region.centralSchool);
    receiver = at('teacher', room.region.teachingPoint);
  });
  afterAll(() => room.close());

  const at = (role: Role, organisation: string) => person({ role, organisation });
  const input = (more: Partial<DeliveredClassInput> = {}): DeliveredClassInput => ({
    subject: 'music',
    stage: 'primary',
    grades: [3],
    term: '2026-2027学年度第一学期',
    from: '2026-09-07',
    to: '2026-09-20',
    receivers: [room.region.teachingPoint, room.region.secondTeachingPoint],
    slots: [
      { weekday: 2, start: '08:20', end: '09:00' },
      { weekday: 4, start: '10:00', end: '10:40' },
    ],
    exceptions: [],
    ...more,
  });
  /** Each test plans in a year of its own, since a receiver sits in one class at a time. */
  const plan = async (by = planner, more: Partial<DeliveredClassInput> = {}) => {
    year += 1;
    time(`${year}-09-01T07:00:00`);
    const row = await room.get(Planning).plan(input({ from: `${year}-09-07`, to: `${year}-09-20`, ...more }), callOf(classrooms.plan, by));
    const asked = { deliveredClass: row.id, limit: 100 };
    const { items } = await room.get(Timetabling).page(asked, callOf(classrooms.sessions, planner, asked));
    return { id: row.id, sessions: items, ids: items.map((item) => item.id) };
  };
  const after = (session: { endsAt: string }) => (clock.at = new Date(Date.parse(session.endsAt) + 60_000));
  const start = (sessionId: string, moment?: string, by = host) =>
    room.get(Holding).start({ sessionId, at: moment }, callOf(classrooms.start, by));
  const end = (sessionId: string, moment?: string) => room.get(Holding).end({ sessionId, at: moment }, callOf(classrooms.end, host));
  const attend = (sessionId: string, by = receiver, more: Partial<AttendanceInput> = {}) =>
    room.get(Attending).record({ sessionId, kind: 'signedIn', evidence, polled: false, ...more }, callOf(classrooms.attend, by));
  const figures = (id: string, by = planner) => room.get(Counting).figures(id, callOf(classrooms.figures, by));

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('plans every session of two weeks, which its receivers meet and others do not', async () => {
    const { id, sessions } = await plan();
    expect(sessions.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(await room.get(Planning).one(id, callOf(classrooms.deliveredClass, receiver))).toMatchObject({ sessions: 4 });
    expect(await room.get(Timetabling).one(sessions[0]!.id, callOf(classrooms.session, receiver))).toMatchObject({
      status: 'planned',
      moves: [],
    });
    for (const stranger of [at('teacher', room.region.sibling), at('teacher', room.region.farSchool)])
      await expect(room.get(Planning).one(id, callOf(classrooms.deliveredClass, stranger))).rejects.toMatchObject({
        kind: { code: 'delivered_class.not_found' },
      });
    await expect(start(sessions[0]!.id, undefined, receiver)).rejects.toMatchObject({ kind: { code: 'session.not_found' } });
  });

  it('shows held, cancelled, missed and made up for each session at each receiver', async () => {
    const { id, sessions, ids } = await plan();
    const [first, second, third] = sessions as [(typeof sessions)[0], (typeof sessions)[0], (typeof sessions)[0]];
    await room.get(Holding).cancel({ sessionId: second.id, reason: '停电' }, callOf(classrooms.cancel, planner));
    clock.at = new Date(first.startsAt);
    await start(first.id);
    await attend(first.id);
    clock.at = new Date(first.endsAt);
    await end(first.id);
    after(third);
    expect(await room.get(Timetabling).one(third.id, callOf(classrooms.session, planner))).toMatchObject({
      status: 'missed',
      moves: ['start', 'miss', 'makeUp'],
    });
    const [from, to] = [`${third.startsAt.slice(0, 10)}T15:00:00+08:00`, `${third.startsAt.slice(0, 10)}T15:40:00+08:00`];
    const made = await room.get(Holding).makeUp({ sessionId: third.id, startsAt: from, endsAt: to }, callOf(classrooms.makeUp, planner));
    expect(made).toMatchObject({ makesUp: third.id, number: 3, status: 'planned' });
    await expect(
      room.get(Holding).makeUp({ sessionId: third.id, startsAt: from, endsAt: to }, callOf(classrooms.makeUp, planner)),
    ).rejects.toMatchObject({
      kind: { code: 'session.already_made_up' },
    });
    clock.at = new Date(to);
    await start(made.id, from);
    for (const point of [receiver, at('teacher', room.region.secondTeachingPoint)]) await attend(made.id, point, { at: from });
    await end(made.id);
    const { total, receivers, cells } = await figures(id);
    expect(total).toMatchObject({ planned: 8, held: 2, received: 1, cancelled: 2, missed: 2, madeUp: 2, openRate: 25, validRate: 12.5 });
    expect(receivers.map(({ name, received, madeUp }) => [name, received, madeUp])).toEqual([
      ['东坑教学点', 1, 1],
      ['石溪教学点', 0, 1],
    ]);
    const outcomes = (which: string) => cells.filter(({ session }) => session === which).map(({ outcome }) => outcome);
    expect([...ids, made.id].map(outcomes)).toEqual([
      ['received', 'absent'],
      ['cancelled', 'cancelled'],
      ['missed', 'missed'],
      ['planned', 'planned'],
      ['received', 'received'],
    ]);
  });

  it('cannot be cancelled once its time has passed, but may be written down afterwards', async () => {
    const { sessions } = await plan();
    const [first, second] = sessions as [(typeof sessions)[0], (typeof sessions)[0]];
    const miss = () => room.get(Holding).miss({ sessionId: second.id, reason: '老师生病' }, callOf(classrooms.miss, planner));
    await expect(miss()).rejects.toMatchObject({ kind: { code: 'session.not_over' } });
    after(second);
    await expect(room.get(Holding).cancel({ sessionId: first.id, reason: '…' }, callOf(classrooms.cancel, planner))).rejects.toMatchObject({
      kind: { code: 'move.not_allowed' },
      facts: { state: 'missed' },
    });
    await start(first.id, first.startsAt);
    await expect(end(first.id, first.startsAt)).rejects.toMatchObject({ kind: { code: 'session.backwards' } });
    expect(await end(first.id, first.endsAt)).toMatchObject({ status: 'held' });
    expect(await miss()).toMatchObject({ status: 'missed', reason: '老师生病' });
    await expect(start(second.id, sessions[3]!.startsAt)).rejects.toMatchObject({ kind: { code: 'session.to_come' } });
  });

  it('keeps a ledger that is only ever added to', async () => {
    const { sessions } = await plan();
    const { id, startsAt, endsAt } = sessions[0]!;
    await expect(attend(id)).rejects.toMatchObject({ kind: { code: 'session.not_started' } });
    clock.at = new Date(startsAt);
    await start(id);
    expect(await attend(id)).toMatchObject({ source: 'signIn', organisation: room.region.centralSchool });
    expect(await attend(id, planner, { receiver: room.region.secondTeachingPoint, at: startsAt })).toMatchObject({ source: 'afterwards' });
    await expect(attend(id, planner)).rejects.toMatchObject({ kind: { code: 'attendance.not_a_receiver' } });
    await expect(attend(id, receiver, { receiver: room.region.secondTeachingPoint })).rejects.toMatchObject({
      kind: { code: 'attendance.not_a_receiver' },
    });
    await expect(attend(id, receiver, { at: endsAt })).rejects.toMatchObject({ kind: { code: 'attendance.at_outside' } });
    const asked = { sessionId: id, limit: 20 };
    const seenBy = async (by: Caller) => (await room.get(Attending).page(asked, callOf(classrooms.attendance, by, asked))).items.length;
    expect([await seenBy(host), await seenBy(receiver)]).toEqual([2, 1]);
    await expect(room.query('delete from attendance')).rejects.toThrow(/permission denied/);
    await expect(room.query(`update attendance set kind = 'left'`)).rejects.toThrow(/permission denied/);
    const said = JSON.stringify(await room.facts());
    for (const hidden of [evidence.reference, receiver.subject]) expect(said).not.toContain(hidden);
  });

  it('lets a receiver sit in one session at a time, and frees the time of a cancelled one', async () => {
    const { sessions } = await plan();
    const day = sessions[0]!.startsAt.slice(0, 10);
    const clash = () =>
      room
        .get(Planning)
        .plan(input({ from: day, to: day, receivers: [room.region.secondTeachingPoint] }), callOf(classrooms.plan, planner));
    await expect(clash()).rejects.toMatchObject({ kind: { code: 'delivered_class.receiver_busy' }, facts: { at: sessions[0]!.startsAt } });
    await room.get(Holding).cancel({ sessionId: sessions[0]!.id, reason: '停电' }, callOf(classrooms.cancel, planner));
    expect(await clash()).toMatchObject({ sessions: 1 });
  });

  it('refuses plans that cannot be', async () => {
    const { region } = room;
    const refused = (more: Partial<DeliveredClassInput>, by = planner) => expect(plan(by, more)).rejects;
    await refused({ to: '2026-09-01' }).toMatchObject({ kind: { code: 'delivered_class.backwards' } });
    await refused({ to: '2099-09-01' }).toMatchObject({ kind: { code: 'delivered_class.term_too_long' } });
    await refused({ slots: [{ weekday: 2, start: '08:20', end: '09:00' }], from: '2026-09-09', to: '2026-09-10' }).toMatchObject({
      kind: { code: 'delivered_class.no_sessions' },
    });
    await refused({ receivers: [region.centralSchool] }).toMatchObject({ kind: { code: 'delivered_class.receiver_unsuitable' } });
    await refused({ receivers: [region.sibling] }).toMatchObject({ kind: { code: 'delivered_class.receiver_unsuitable' } });
    await refused({ host: region.county }, at('centreHead', region.county)).toMatchObject({
      kind: { code: 'delivered_class.host_unsuitable' },
    });
    const byCounty = await plan(at('centreHead', region.county), { host: region.school, receivers: [region.sibling] });
    expect(byCounty.ids).toHaveLength(0);
  });

  it('answers a repeated plan without planning twice', async () => {
    const { id } = await plan();
    const again = room
      .get(Planning)
      .plan({ ...input({ from: `${year}-09-07`, to: `${year}-09-20` }), id }, callOf(classrooms.plan, planner));
    expect(await again).toMatchObject({ id, version: 1 });
    expect(await room.query('select count(*)::int as n from class_session where delivered_class = $1', [id])).toEqual([{ n: 4 }]);
  });
});
