import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type AnyOperation, type InputOf, type PostRole, type Role } from '@lianxue/contracts';
import { refused } from '../identity.room.js';
import { CurrentPosts } from '../people/current-posts.js';
import { RegisteringPeople } from '../people/registering-people.js';
import { FindingPeople } from './finding-people.js';
import { HandingOver } from './handing-over.js';
import { Holding } from './holding.js';
import { Lapsing } from './lapsing.js';
import { openTwoSchools, type TwoSchools } from '../people/two-schools.room.js';

let room: TwoSchools;
let county: string;
let school: string;
let sibling: string;

beforeAll(async () => {
  room = await openTwoSchools();
  ({ county, school, sibling } = room);
});
afterAll(() => room.close());

const by = (operation: AnyOperation, role: Role, at: string, subject?: string) => ({
  ...room.by(role, at, { operation, ...(subject && { subject }) }),
  ifMatch: '*' as const,
});
async function holder(role: PostRole, at: string, name?: string) {
  const person = await room.person(role, at, name ? { name } : {});
  const [post] = await room.query<{ id: string }>('select id from post where person = $1', [person]);
  return { person, post: post!.id };
}
const rolesOf = async (person: string) => (await room.get(CurrentPosts).of(person)).map(({ role }) => role);
const nameDeputy = (post: string, person: string, call: ReturnType<typeof by>, until = '2026-12-31', since?: string) =>
  room.get(Holding).nameDeputy({ postId: post, person, until, since }, call);

describe('a post for a time', () => {
  it('is held from its first day to its last, and then ends by itself with its tokens', async () => {
    const { person, post } = await holder('dutyOfficer', county);
    const change = (since: string, until: string | null) =>
      room.get(Holding).change({ postId: post, since, until }, by(identity.changePost, 'systemAdmin', county));
    await expect(change('2026-11-25', '2026-11-24')).rejects.toEqual(refused('post.period_invalid'));
    await change('2026-11-25', '2026-11-30');
    expect(await rolesOf(person)).toEqual([]);
    room.at('2026-11-24T16:00:00Z');
    expect(await rolesOf(person)).toEqual(['dutyOfficer']);
    expect(await room.get(Lapsing).round()).toBe(0);
    room.at('2026-11-30T16:00:00Z');
    expect(await rolesOf(person)).toEqual([]);
    expect(await room.get(Lapsing).round()).toBe(1);
    expect(room.announced).toContainEqual(expect.objectContaining({ kind: 'post', value: post }));
    await expect(change('2026-12-01', null)).rejects.toEqual(refused('post.ended'));
    // What has lapsed may be given again.
    const call = by(identity.givePost, 'systemAdmin', county);
    await room.get(RegisteringPeople).givePost({ personId: person, role: 'dutyOfficer', organisation: county, wards: [] }, call);
    room.at('2026-11-21T08:00:00Z');
  });
});

describe('a deputy', () => {
  it('is named by the holder, acts in the same role there, and goes with the post', async () => {
    const { person, post } = await holder('countyReviewer', county);
    const colleague = await holder('bureauLeader', county);
    const named = await nameDeputy(post, colleague.person, by(identity.nameDeputy, 'countyReviewer', county, person));
    expect(named).toMatchObject({ deputyOf: post, role: 'countyReviewer', organisation: county, until: '2026-12-31' });
    expect(await rolesOf(colleague.person)).toEqual(['bureauLeader', 'countyReviewer']);
    await room.get(RegisteringPeople).endPost(post, by(identity.endPost, 'systemAdmin', county));
    expect(await rolesOf(colleague.person)).toEqual(['bureauLeader']);
    expect(room.announced).toContainEqual(expect.objectContaining({ kind: 'post', value: named.id }));
  });

  it('goes with a post that lapses, and stays within the days of one that is shortened', async () => {
    const { person, post } = await holder('countyReviewer', county);
    const [colleague, other] = [await holder('bureauLeader', county), await holder('correspondent', county)];
    const naming = by(identity.nameDeputy, 'countyReviewer', county, person);
    const now = await nameDeputy(post, colleague.person, naming);
    const later = await nameDeputy(post, other.person, naming, '2026-12-31', '2026-12-20');
    await room.get(Holding).change({ postId: post, until: '2026-11-30' }, by(identity.changePost, 'systemAdmin', county));
    expect(await room.query('select id, ended, until::text from post where deputy_of = $1 order by id', [post])).toEqual([
      { id: now.id, ended: false, until: '2026-11-30' },
      { id: later.id, ended: true, until: expect.any(String) },
    ]);
    // A deputy whose days were never shortened ends with the post all the same.
    await room.query(`update post set until = '2026-12-31' where id = $1`, [now.id]);
    room.at('2026-11-30T16:00:00Z');
    await room.get(Lapsing).round();
    expect(await rolesOf(colleague.person)).toEqual(['bureauLeader']);
    expect(room.announced).toContainEqual(expect.objectContaining({ kind: 'post', value: now.id }));
    room.at('2026-11-21T08:00:00Z');
  });

  it('that lapses on the day of the post ends once', async () => {
    const { person, post } = await holder('countyReviewer', county);
    const colleague = await holder('bureauLeader', county);
    await room.get(Holding).change({ postId: post, until: '2026-11-30' }, by(identity.changePost, 'systemAdmin', county));
    await nameDeputy(post, colleague.person, by(identity.nameDeputy, 'countyReviewer', county, person), '2026-11-30');
    room.at('2026-11-30T16:00:00Z');
    expect(await room.get(Lapsing).round()).toBe(2);
    expect(await rolesOf(colleague.person)).toEqual(['bureauLeader']);
    room.at('2026-11-21T08:00:00Z');
  });

  it('is nobody the holder or the authority did not name', async () => {
    const { post } = await holder('countyReviewer', county);
    const colleague = await holder('bureauLeader', county);
    const meddler = by(identity.nameDeputy, 'bureauLeader', county, colleague.person);
    await expect(nameDeputy(post, colleague.person, meddler)).rejects.toEqual(refused('post.not_yours'));
  });

  it.each([
    ['for longer than a year', 'dutyLeader', '2028-01-01', 'too_long'],
    ['for a pupil', 'pupil', '2026-12-31', 'family'],
  ] as const)('cannot be named %s', async (_what, role, until, reason) => {
    const at = role === 'pupil' ? school : county;
    const { post } = await holder(role, at);
    const other = await holder('expert', at);
    const call = by(identity.nameDeputy, 'systemAdmin', county);
    await expect(nameDeputy(post, other.person, call, until)).rejects.toEqual(refused('post.undeputised', { reason }));
  });

  it('cannot make one person two of the three administrators, nor a deputy’s deputy', async () => {
    const system = await holder('systemAdmin', county);
    const audit = await holder('auditAdmin', county);
    const call = by(identity.nameDeputy, 'systemAdmin', room.city);
    await expect(nameDeputy(system.post, audit.person, call)).rejects.toEqual(refused('post.separated'));
    const first = await holder('expert', county);
    const second = await holder('correspondent', county);
    const deputy = await nameDeputy(system.post, first.person, call);
    await expect(nameDeputy(deputy.id, second.person, call)).rejects.toEqual(refused('post.undeputised', { reason: 'deputy' }));
  });
});

describe('handing a post over', () => {
  const handOver = (input: InputOf<typeof identity.handOver>, at = school) =>
    room.get(HandingOver).handOver(input, by(identity.handOver, at === school ? 'schoolAdmin' : 'systemAdmin', at));
  const classOf = async (teacher: string) => {
    const id = crypto.randomUUID();
    await room.query(
      `insert into school_class (id, version, organisation, created_at, updated_at, title, kind, term_ids, ended) values ($1, 1, $2, now(), now(), '三年级一班', 'homeroom', '{}', false)`,
      [id, school],
    );
    await room.query(
      `insert into enrolment (id, version, organisation, created_at, updated_at, class, person, role, "primary", ended) values ($1, 1, $2, now(), now(), $3, $4, 'teacher', true, false)`,
      [crypto.randomUUID(), school, id, teacher],
    );
    return id;
  };

  it('lists what is open and moves it with the post in one step', async () => {
    const leaving = await holder('teacher', school);
    const coming = await room.person('expert', school, { name: '李四' });
    const taught = await classOf(leaving.person);
    const reading = room.by('schoolAdmin', school, { operation: identity.openWork });
    expect(await room.get(HandingOver).openWork(leaving.post, reading)).toMatchObject({
      items: [{ service: 'identity', thing: 'class', id: taught, title: '三年级一班' }],
      unheard: [],
    });
    const { from, to } = await handOver({ postId: leaving.post, person: coming });
    expect(from).toMatchObject({ ended: true, successor: to.id, until: '2026-11-21' });
    expect(to).toMatchObject({ person: coming, role: 'teacher', organisation: school });
    expect((await room.get(HandingOver).openWork(to.id, reading)).items).toMatchObject([{ id: taught }]);
    expect((await room.get(HandingOver).openWork(from.id, reading)).items).toEqual([]);
    expect(room.announced).toContainEqual(expect.objectContaining({ kind: 'post', value: from.id }));
    const told = (await room.facts()).find(({ type }) => type === 'cn.lianxue.identity.post.handed_over');
    expect(told).toMatchObject({ entity: from.id, data: { person: leaving.person, successor: to.id, successorPerson: coming } });
  });

  it('goes to whoever has stood in for it as to anybody else', async () => {
    const leaving = await holder('countyReviewer', county);
    const colleague = await holder('bureauLeader', county);
    const naming = by(identity.nameDeputy, 'countyReviewer', county, leaving.person);
    const deputy = await nameDeputy(leaving.post, colleague.person, naming);
    const { to } = await handOver({ postId: leaving.post, person: colleague.person }, county);
    expect(to).toMatchObject({ person: colleague.person, role: 'countyReviewer', deputyOf: null });
    expect(await rolesOf(colleague.person)).toEqual(['bureauLeader', 'countyReviewer']);
    expect(await room.query('select ended from post where id = $1', [deputy.id])).toEqual([{ ended: true }]);
    // Somebody who holds the same post by right cannot be given it again.
    const other = await holder('countyReviewer', county);
    await expect(handOver({ postId: other.post, person: colleague.person }, county)).rejects.toEqual(refused('post.held'));
  });

  it('is refused for families, to oneself, by who may not give the post, and a second time', async () => {
    const pupil = await holder('pupil', school);
    const teacher = await holder('teacher', school);
    const other = await room.person('expert', school);
    await expect(handOver({ postId: pupil.post, person: other })).rejects.toEqual(refused('post.undeputised', { reason: 'family' }));
    await expect(handOver({ postId: teacher.post, person: teacher.person })).rejects.toEqual(
      refused('post.undeputised', { reason: 'same_person' }),
    );
    const admin = await holder('schoolAdmin', school);
    await expect(handOver({ postId: admin.post, person: other })).rejects.toEqual(refused('post.not_grantable'));
    await handOver({ postId: teacher.post, person: other });
    await expect(handOver({ postId: teacher.post, person: admin.person })).rejects.toEqual(refused('post.ended'));
  });
});

describe('finding people', () => {
  const search = async (sought: Partial<InputOf<typeof identity.searchPeople>>, at = county) =>
    (await room.get(FindingPeople).search({ limit: 20, ...sought }, room.by('systemAdmin', at, { operation: identity.searchPeople })))
      .items;

  it('finds by two characters of the name, a whole number or a username, within reach', async () => {
    const here = await room.person('teacher', school, {
      name: '欧阳明月',
      idNumber: '610202190001010057',
      account: { username: 'ouyang', mustChangePassword: true },
    });
    const there = await room.person('teacher', sibling, { name: '明月心' });
    expect((await search({ name: '明月' })).map(({ person }) => person).sort()).toEqual([here, there].sort());
    expect(await search({ name: '明月', below: school })).toMatchObject([{ person: here, organisationName: '第一小学', kinds: ['staff'] }]);
    expect(await search({ name: '月明' })).toEqual([]);
    expect(await search({ name: '100%' })).toEqual([]);
    expect(await search({ idNumber: '６１０２０２190001010057' })).toMatchObject([{ person: here }]);
    expect(await search({ username: 'OUYANG' })).toMatchObject([{ person: here }]);
    const elsewhere = await room.organisation('county', room.city, { divisionCode: '361003' });
    expect(await search({ username: 'ouyang' }, elsewhere)).toEqual([]);
    await expect(search({ idNumber: '610202190001010058' })).rejects.toEqual(refused('number.invalid'));
  });
});
