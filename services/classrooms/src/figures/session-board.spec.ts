import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { classrooms, CLOCK, type DeliveredClassInput, type Role } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { entities } from '../entities.js';
import { migrations } from '../migrations/index.js';
import { Planning } from '../planning/planning.js';
import { Holding } from '../sessions/holding.js';
import { BoardOfSessions } from './session-board.js';

const clock = { at: new Date('2026-09-07T07:00:00+08:00'), now: () => clock.at };
const time = (text: string) => (clock.at = new Date(`${text}+08:00`));

describe('the board of sessions', () => {
  let room: Room;
  const started: string[] = [];
  const at = (role: Role, organisation: string) => person({ role, organisation });
  const plan = async (host: string, receivers: string[], starts: readonly string[]) => {
    const input: DeliveredClassInput = {
      subject: 'music',
      stage: 'primary',
      grades: [3],
      term: '2026-2027学年度第一学期',
      from: '2026-09-07',
      to: '2026-09-13',
      receivers,
      slots: starts.map((start) => ({ weekday: 1, start, end: start.replace(':00', ':40') })),
      exceptions: [],
    };
    return (await room.get(Planning).plan(input, callOf(classrooms.plan, at('schoolAdmin', host)))).id;
  };
  const sessionsOf = (deliveredClass: string) =>
    room.query<{ id: string }>('select id from class_session where delivered_class = $1 order by starts_at', [deliveredClass]);
  const board = (organisation: string) => room.get(BoardOfSessions).today(organisation);

  beforeAll(async () => {
    room = await openRoom('classrooms', {
      entities,
      migrations,
      providers: [{ provide: CLOCK, useValue: clock }, Planning, Holding, BoardOfSessions],
    });
    const { centralSchool, teachingPoint, secondTeachingPoint } = room.region;
    const [first, second] = await sessionsOf(
      await plan(centralSchool, [teachingPoint, secondTeachingPoint], ['08:00', '09:00', '10:00', '14:00']),
    );
    const host = at('teacher', centralSchool);
    time('2026-09-07T08:01:00');
    await room.get(Holding).start({ sessionId: first!.id, at: undefined }, callOf(classrooms.start, host));
    time('2026-09-07T08:40:00');
    await room.get(Holding).end({ sessionId: first!.id, at: undefined }, callOf(classrooms.end, host));
    time('2026-09-07T09:01:00');
    await room.get(Holding).start({ sessionId: second!.id, at: undefined }, callOf(classrooms.start, host));
    started.push(second!.id);
  });
  afterAll(() => room.close());

  it('counts the day by the organisations one level below, and names what runs now', async () => {
    const { city, county } = room.region;
    time('2026-09-07T11:00:00');
    const counts = { planned: 1, running: 1, held: 1, missed: 1, cancelled: 0 };
    const seen = await board(city);
    expect(seen).toMatchObject({ day: '2026-09-07', asOf: '2026-09-07T11:00:00+08:00', total: counts });
    expect(seen.lines).toEqual([{ organisation: county, name: expect.any(String), ...counts }]);
    expect(seen.running).toEqual([
      { session: started[0], host: expect.any(String), subject: 'music', receivers: 2, startedAt: '2026-09-07T09:01:00+08:00' },
    ]);
  });

  it('shows nothing of another county, and nothing of another day', async () => {
    const none = { planned: 0, running: 0, held: 0, missed: 0, cancelled: 0 };
    expect(await board(room.region.neighbourCounty)).toMatchObject({ total: none, lines: [], running: [] });
    time('2026-09-08T00:00:00');
    expect(await board(room.region.city)).toMatchObject({ day: '2026-09-08', total: none, lines: [] });
  });
});
