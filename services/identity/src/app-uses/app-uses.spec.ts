import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { callOf, service } from '@lianxue/testing';
import { newId } from '@lianxue/persistence';
import { openIdentity, type IdentityRoom } from '../identity.room.js';
import { BoardOfUses } from './application-board.js';
import { CountingUses } from './counting-uses.js';

describe('the use of apps', () => {
  let room: IdentityRoom;
  let county: string;
  let quiet: string;
  let school: string;
  let direct: string;

  beforeAll(async () => {
    room = await openIdentity();
    room.at('2026-11-21T08:00:00+08:00');
    county = await room.organisation('county', room.city, { name: '临川区教育局', divisionCode: '361002' });
    quiet = await room.organisation('county', room.city, { name: '东乡区教育局', divisionCode: '361003' });
    school = await room.organisation('school', county, { name: '第一小学' });
    direct = await room.organisation('school', room.city, { name: '市第一中学' });
  });
  afterAll(() => room.close());

  const note = (organisation: string, uses: number, more: { batch?: string; day?: string; client?: string } = {}) =>
    room
      .get(CountingUses)
      .note(
        { batch: more.batch ?? newId(), uses: [{ client: more.client ?? 'maths', organisation, day: more.day ?? '2026-11-21', uses }] },
        callOf(identity.noteAppUses, service('gateway')),
      );
  const told = async () => (await room.facts()).filter(({ type }) => type.includes('app_use'));

  it('is counted by app, organisation and day, each batch once', async () => {
    const batch = newId();
    await note(school, 3, { batch });
    await note(school, 3, { batch });
    await note(school, 2);
    await note(newId(), 9);
    await note(school, 4, { day: '2026-11-15' });
    await note(school, 100, { day: '2026-11-14' });
    await note(direct, 1, { client: 'art' });
    const rows = await room.query('select client, day::text, uses from app_use order by day, client');
    expect(rows).toEqual([
      { client: 'maths', day: '2026-11-14', uses: 100 },
      { client: 'maths', day: '2026-11-15', uses: 4 },
      { client: 'art', day: '2026-11-21', uses: 1 },
      { client: 'maths', day: '2026-11-21', uses: 5 },
    ]);
  });

  it('shows an authority where apps are used, those without a use among them, and which', async () => {
    expect(await room.get(BoardOfUses).read(room.city)).toEqual({
      day: '2026-11-21',
      since: '2026-11-15',
      asOf: '2026-11-21T08:00:00+08:00',
      total: { today: 6, week: 10 },
      lines: [
        { organisation: county, name: '临川区教育局', today: 5, week: 9 },
        { organisation: room.city, name: expect.any(String), today: 1, week: 1 },
        { organisation: quiet, name: '东乡区教育局', today: 0, week: 0 },
      ],
      apps: [
        { client: 'maths', name: 'maths', today: 5, week: 9 },
        { client: 'art', name: 'art', today: 1, week: 1 },
      ],
    });
  });

  it('is shown by school where no authority lies below, and never beyond the caller’s own', async () => {
    const board = await room.get(BoardOfUses).read(county);
    expect(board.lines).toEqual([{ organisation: school, name: '第一小学', today: 5, week: 9 }]);
    expect((await room.get(BoardOfUses).read(quiet)).total).toEqual({ today: 0, week: 0 });
  });

  it('is told of once when its day is over, and again only if something came late', async () => {
    await room.get(CountingUses).goRound();
    expect((await told()).map(({ data }) => (data as { uses: number }).uses).sort((one, other) => one - other)).toEqual([4, 100]);
    room.at('2026-11-22T00:01:00+08:00');
    await room.get(CountingUses).goRound();
    await room.get(CountingUses).goRound();
    expect(await told()).toHaveLength(4);
    await note(school, 1);
    await room.get(CountingUses).goRound();
    const facts = await told();
    expect(facts).toHaveLength(5);
    expect(facts.at(-1)).toMatchObject({ organisation: school, version: 2, data: { client: 'maths', day: '2026-11-21', uses: 6 } });
  });

  it('forgets batches after a day', async () => {
    room.at('2026-11-23T08:00:00+08:00');
    await room.get(CountingUses).goRound();
    expect(await room.query('select 1 from app_use_batch')).toEqual([]);
  });
});
