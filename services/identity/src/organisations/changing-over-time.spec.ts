import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type Call } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { Matching } from './matching.js';
import { Merging } from './merging.js';
import { Moving } from './moving.js';
import { OrganisationRecord } from './organisation.entity.js';
import { Registering } from './registering.js';
import { Remembering } from './remembering.js';

let room: IdentityRoom;
let linchuan: string;
let dongxiang: string;

const today = '2026-11-21T08:00:00Z';

beforeAll(async () => {
  room = await openIdentity();
  linchuan = await room.organisation('county', room.city, { name: '临川区教育体育局', divisionCode: '361002' });
  dongxiang = await room.organisation('county', room.city, { name: '东乡区教育体育局', divisionCode: '361003' });
});
afterAll(() => room.close());
afterEach(() => room.at(today));

const admin = (more: Partial<Call> = {}, operation: Call['operation'] = identity.organisation) =>
  room.by('systemAdmin', room.city, { operation, call: more });
const read = (id: string) => room.get(Store).one(OrganisationRecord, id, admin());
const asOf = (id: string, day: string) => room.get(Remembering).one(id, day, admin());
const pathOf = async (id: string) => {
  const [row] = await room.query<{ path: string }>('select path::text from organisation where id = $1', [id]);
  return row!.path;
};
const label = (id: string) => id.replaceAll('-', '');

describe('moving from a date', () => {
  const move = (id: string, parent: string, from?: string) => room.get(Moving).move(id, parent, admin(), from);

  it('waits for the day to begin in Beijing, and is made once', async () => {
    const school = await room.organisation('school', linchuan);
    expect(await move(school, dongxiang, '2026-12-01')).toMatchObject({
      parent: linchuan,
      plannedParent: dongxiang,
      plannedFrom: '2026-12-01',
    });
    room.at('2026-11-30T15:59:59Z');
    expect(await room.get(Moving).carryOut()).toBe(0);
    room.at('2026-11-30T16:00:00Z');
    await Promise.all([room.get(Moving).carryOut(), room.get(Moving).carryOut()]);
    expect(await read(school)).toMatchObject({ parent: dongxiang, plannedParent: null, version: 3 });
    expect(await pathOf(school)).toContain(label(dongxiang));
    expect((await room.facts()).filter(({ entity, type }) => entity === school && type.endsWith('.moved'))).toHaveLength(1);
    expect(await asOf(school, '2026-11-30')).toMatchObject({ parent: linchuan });
    expect(await asOf(school, '2026-12-01')).toMatchObject({ parent: dongxiang });
  });

  it('can be called off, replaced, and overtaken by a move of today', async () => {
    const school = await room.organisation('school', linchuan);
    await expect(room.get(Moving).cancel(school, admin())).rejects.toEqual(refused('planned_move.unknown'));
    await move(school, dongxiang, '2026-12-01');
    await room.get(Moving).cancel(school, admin());
    await move(school, dongxiang, '2026-12-02');
    await move(school, room.city, '2026-12-03');
    expect(await read(school)).toMatchObject({ plannedParent: room.city, plannedFrom: '2026-12-03' });
    await move(school, dongxiang);
    expect(await read(school)).toMatchObject({ parent: dongxiang, plannedParent: null });
  });

  it('is not made in the past, and is judged when planned', async () => {
    const school = await room.organisation('school', linchuan);
    await expect(move(school, dongxiang, '2026-11-20')).rejects.toEqual(refused('planned_move.too_late'));
    await expect(move(school, await room.organisation('vendor', room.city), '2026-12-01')).rejects.toEqual(
      refused('organisation.misplaced'),
    );
  });

  it('says why it could not be made on its day, and leaves the others to theirs', async () => {
    const bureau = await room.organisation('bureau', room.city);
    const [stuck, free] = [await room.organisation('school', linchuan), await room.organisation('school', linchuan)];
    await move(stuck, bureau, '2026-12-05');
    await move(free, dongxiang, '2026-12-05');
    await room.get(Moving).close(bureau, admin());
    room.at('2026-12-05T00:00:00Z');
    await room.get(Moving).carryOut();
    expect(await read(stuck)).toMatchObject({ parent: linchuan, plannedTrouble: 'organisation.closed' });
    expect(await read(free)).toMatchObject({ parent: dongxiang });
    expect(await room.get(Moving).carryOut()).toBe(0);
  });

  it('takes a county with 200 schools along in one commit and one fact', async () => {
    const bureau = await room.organisation('bureau', linchuan);
    for (let made = 0; made < 200; made += 5) await Promise.all(Array.from({ length: 5 }, () => room.organisation('school', bureau)));
    const before = (await room.facts()).length;
    await move(bureau, dongxiang);
    expect(await room.facts()).toHaveLength(before + 1);
    const [below] = await room.query<{ count: number }>(
      'select count(*)::int as count from organisation where path <@ (select path from organisation where id = $1)',
      [dongxiang],
    );
    expect(below!.count).toBeGreaterThanOrEqual(201);
  }, 60_000);
});

describe('merging', () => {
  const merge = (id: string, into: string) => room.get(Merging).merge(id, into, admin());

  it('takes over people, posts, accounts, selections and what stands below, in one commit', async () => {
    const [old, heir] = [
      await room.organisation('centralSchool', linchuan, { name: '云山中心小学', schoolCode: '2136100001' }),
      await room.organisation('centralSchool', linchuan, { name: '青泥中心小学' }),
    ];
    const point = await room.organisation('teachingPoint', old);
    const pupil = await room.person('pupil', old);
    const teacher = await room.person('teacher', old);
    const both = await room.person('teacher', old, {
      posts: [
        { role: 'teacher', organisation: old, wards: [] },
        { role: 'teacher', organisation: heir, wards: [] },
      ],
    });
    const audits = async () => (await room.query<{ xid: string }>('select distinct xid from audit')).length;
    const before = await audits();
    expect(await merge(old, heir)).toMatchObject({ state: 'merged', successor: heir, parent: heir, closedOn: '2026-11-21' });
    expect(await audits()).toBe(before + 1);
    const posts = await room.query<{ person: string; organisation: string; ended: boolean }>(
      'select person, organisation, ended from post where person = any($1::uuid[]) order by organisation = $2 desc, ended',
      [[pupil, teacher, both], heir],
    );
    expect(posts.filter(({ ended }) => !ended).map(({ organisation }) => organisation)).toEqual([heir, heir, heir]);
    expect(posts.filter(({ ended }) => ended)).toEqual([{ person: both, organisation: old, ended: true }]);
    expect(await room.query('select 1 from person where organisation = $1', [old])).toEqual([]);
    expect(await read(point)).toMatchObject({ parent: heir });
    expect(room.announced).toContainEqual(expect.objectContaining({ kind: 'post' }));
    const facts = (await room.facts()).filter(({ entity }) => entity === old);
    expect(facts.at(-1)).toMatchObject({ type: 'cn.lianxue.identity.organisation.merged', data: { state: 'merged', successor: heir } });
    expect(await room.query('select closed from organisation where id = $1', [old])).toEqual([{ closed: true }]);
    await expect(room.organisation('school', linchuan, { schoolCode: '2136100001' })).rejects.toEqual(refused('code.taken'));
    const [candidates] = await room.get(Matching).match(['云山中心小学'], admin());
    expect(candidates![0]).toMatchObject({ organisation: heir, name: '青泥中心小学', why: '曾用名' });
  });

  it('says what stands in the way, and changes nothing then', async () => {
    const school = await room.organisation('school', linchuan);
    await room.person('pupil', school);
    const bureau = await room.organisation('bureau', linchuan);
    const campus = await room.organisation('campus', school);
    const point = await room.organisation('teachingPoint', await room.organisation('centralSchool', linchuan));
    await expect(merge(school, bureau)).rejects.toEqual(refused('organisation.unmergeable', { kind: 'school', into: 'bureau' }));
    await expect(merge(school, school)).rejects.toEqual(refused('organisation.unmergeable'));
    await expect(merge(school, campus)).rejects.toEqual(refused('organisation.circle'));
    await expect(merge(school, point)).rejects.toEqual(refused('organisation.misplaced', { kind: 'campus', parent: 'teachingPoint' }));
    expect(await read(campus)).toMatchObject({ parent: school });
    expect(await room.query('select 1 from post where organisation = $1 and not ended', [school])).toHaveLength(1);
    await room.query(
      `insert into school_class (id, version, organisation, created_at, updated_at, title, kind, ended, term_ids)
       select gen_random_uuid(), 1, $1, now(), now(), '一班', 'homeroom', false, '{}' from generate_series(1, 5000)`,
      [school],
    );
    await expect(merge(school, await room.organisation('school', linchuan))).rejects.toEqual(
      refused('organisation.too_large', { limit: 5000 }),
    );
  });

  it('does not merge twice, nor into what is closed', async () => {
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => room.organisation('school', linchuan)));
    await merge(one!, two!);
    await expect(merge(one!, three!)).rejects.toEqual(refused('move.not_allowed'));
    await expect(merge(three!, one!)).rejects.toEqual(refused('organisation.closed'));
    await merge(two!, three!);
    const [candidates] = await room.get(Matching).match([(await read(one!)).name], admin());
    expect(candidates![0]).toMatchObject({ organisation: three });
  });
});

describe('the tree of a day', () => {
  it('knows names, parents, kinds and states as they were, and who had not begun', async () => {
    room.at('2025-01-10T00:00:00Z');
    const school = await room.organisation('school', linchuan, { name: '旧名小学', divisionCode: '361002' });
    room.at('2025-09-01T00:00:00Z');
    const change = (ifMatch: number, name: string) =>
      room.get(Registering).change({ organisationId: school, name }, admin({ ifMatch }, identity.changeOrganisation));
    await change(1, '半日小学');
    await change(2, '新名小学');
    room.at('2026-03-01T00:00:00Z');
    await room.get(Moving).move(school, dongxiang, admin());
    room.at(today);
    await room.get(Moving).close(school, admin());
    await expect(asOf(school, '2025-01-09')).rejects.toEqual(refused('organisation.unknown'));
    expect(await asOf(school, '2025-08-31')).toMatchObject({ name: '旧名小学', parent: linchuan, version: 1 });
    expect(await asOf(school, '2025-09-01')).toMatchObject({ name: '新名小学', formerNames: ['旧名小学', '半日小学'] });
    expect(await asOf(school, '2026-02-28')).toMatchObject({ parent: linchuan, state: 'open' });
    expect(await asOf(school, '2026-11-20')).toMatchObject({ parent: dongxiang, state: 'open', closedOn: null });
    expect(await asOf(school, '2026-11-21')).toMatchObject({ state: 'closed', closedOn: '2026-11-21' });

    const page = async (day: string, more: object) =>
      (await room.get(Remembering).page({ asOf: day, limit: 50, ...more }, admin({}, identity.organisations), (row) => row)).items.map(
        (row) => row.organisation,
      );
    expect(await page('2026-02-28', { below: linchuan, name: '新名' })).toEqual([school]);
    expect(await page('2026-11-20', { below: linchuan, name: '新名' })).toEqual([]);
    expect(await page('2026-11-20', { within: dongxiang, territory: '360000', state: 'open', name: '新名' })).toEqual([school]);

    const ofDay = (on: string, below: string) => room.get(Remembering).ofDay({ below, on, limit: 1000 });
    expect((await ofDay('2026-02-28', linchuan)).organisations).toContainEqual(
      expect.objectContaining({ id: school, name: '新名小学', state: 'open', divisionCode: '361002' }),
    );
    expect((await ofDay('2026-11-21', dongxiang)).organisations).toContainEqual(expect.objectContaining({ id: school, state: 'closed' }));
    expect((await ofDay('2026-11-21', linchuan)).organisations.map(({ id }) => id)).not.toContain(school);
  });

  it('is read in pages, each organisation once', async () => {
    const all = await room.get(Remembering).ofDay({ below: room.city, on: '2026-11-21', limit: 2000 });
    const read: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await room.get(Remembering).ofDay({ below: room.city, on: '2026-11-21', limit: 50, after });
      read.push(...page.organisations.map(({ id }) => id));
      more = page.next !== null;
      after = page.next ?? undefined;
    }
    expect(read).toEqual(all.organisations.map(({ id }) => id));
  });

  it('is read only by who reaches the organisation now', async () => {
    const school = await room.organisation('school', linchuan);
    await expect(
      room.get(Remembering).one(school, '2026-11-21', room.by('systemAdmin', dongxiang, { operation: identity.organisation })),
    ).rejects.toEqual(refused('organisation.unknown'));
  });
});
