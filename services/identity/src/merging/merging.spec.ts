import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { refused } from '../identity.room.js';
import { Accounts } from '../people/accounts.js';
import { ReadingPeople } from '../people/reading-people.js';
import { MovingPupils } from '../pupils/moving-pupils.js';
import { openPupils, type PupilsRoom } from '../pupils/pupils.room.js';
import { Merging } from './merging.js';
import { Pairs } from './pairs.js';

let room: PupilsRoom;
let sibling: string;

beforeAll(async () => {
  room = await openPupils();
  sibling = await room.organisation('school', room.counties[0], { name: '第二小学' });
});
afterAll(() => room.close());

const by = (operation = identity.mergePerson as (typeof identity)[keyof typeof identity], at = room.counties[0]) =>
  room.by('rollManager', at, { operation });
const merge = (from: string, into: string, at?: string) => room.get(Merging).merge(from, into, by(identity.mergePerson, at));
const undo = (from: string) => room.get(Merging).undo(from, by(identity.unmergePerson));
const read = (id: string, at = room.school) => room.get(ReadingPeople).one(id, room.by('schoolAdmin', at, { operation: identity.person }));
const pairs = (...ids: string[]) =>
  room.query<{ organisation: string; score: number; reasons: string[]; state: string }>(
    `select organisation, score, reasons, state from duplicate where one = any($1) and other = any($1)`,
    [ids],
  );
/** All that a merging may touch of these people, as it stands. */
const standing = async (...ids: string[]) => {
  const of = (table: string, columns: string, key = 'person') =>
    room.query(`select ${columns} from ${table} where ${key} = any($1::uuid[]) order by 1, 2`, [ids]);
  return {
    people: await of(
      'person',
      'id, organisation, name, kinds, id_type, id_number_sealed, id_number_lookup, pupil_number_sealed, pupil_number_lookup, phone_sealed, born_on, gender, sources, closed, merged_into',
      'id',
    ),
    posts: await room.query(
      `select id, person, role, about, until, ended from post where person = any($1::uuid[]) or about && $1::uuid[] order by id`,
      [ids],
    ),
    enrolments: await of('enrolment', 'id, person, class, until, ended'),
    accounts: await of('account', 'id, person, organisation, closed'),
    movements: await of('movement', 'id, person, kind'),
    consents: await of('consent', 'id, child, guardian, client', 'child'),
    staff: await of('staff_record', 'id, person'),
    numbers: await of('former_number', 'person, kind, lookup'),
    foreign: await of('external_id', 'entity, kind, source, value', 'entity'),
  };
};

describe('duplicates', () => {
  it('are found by name and birth, for whoever stands above both', async () => {
    const one = await room.person('pupil', room.school, { name: '重名一', birthDate: '2015-03-04' });
    const other = await room.person('pupil', sibling, { name: '重名一', birthDate: '2015-03-04' });
    await room.person('pupil', sibling, { name: '重名一', birthDate: '2015-03-05' });
    expect(await pairs(one, other)).toEqual([{ organisation: room.counties[0], score: 60, reasons: ['nameAndBirth'], state: 'open' }]);
    const near = await room.person('pupil', room.school, { name: '重名一', birthDate: '2015-03-04' });
    expect(await pairs(one, near)).toMatchObject([{ organisation: room.school }]);
  });

  it('are found by 学籍号 that differ in the letter alone, and by one number under two types of document', async () => {
    const one = await room.person('pupil', room.school, { name: '甲', idNumber: '361002190001010039' });
    const other = await room.person('pupil', sibling, { name: '乙', pupilNumber: 'G361002190001010039' });
    expect(await pairs(one, other)).toMatchObject([{ score: 90, reasons: ['pupilNumber'] }]);
    const permit = { idNumber: '810000199001010019' };
    const same = [await room.person('teacher', room.school, { name: '丙', ...permit })];
    same.push(await room.person('teacher', room.school, { name: '丁', idType: '6', ...permit }));
    expect(await pairs(...same)).toMatchObject([{ score: 95, reasons: ['number'] }]);
  });

  it('are listed likest first, masked for whoever has no business with the names, until somebody tells them apart', async () => {
    const ids = [];
    for (const at of [room.school, room.school]) ids.push(await room.person('pupil', at, { name: '列表重名', birthDate: '2016-01-01' }));
    const [pair] = await room.query<{ id: string }>('select id from duplicate where one = any($1) and other = any($1)', [ids]);
    const list = async () => room.get(Pairs).list({ limit: 200 }, by(identity.duplicates, room.school));
    const scores = (await list()).items.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect((await list()).items.find(({ id }) => id === pair!.id)).toMatchObject({
      reasons: ['nameAndBirth'],
      one: { name: '列表重名', organisation: room.school },
    });
    await room.get(Pairs).dismiss(pair!.id, by(identity.dismissDuplicate, room.school));
    expect((await list()).items.map(({ id }) => id)).not.toContain(pair!.id);
    await expect(room.get(Pairs).dismiss(pair!.id, by(identity.dismissDuplicate, room.farSchool))).rejects.toEqual(
      refused('duplicate.unknown'),
    );
  });
});

describe('merging', () => {
  async function two() {
    const inClass = await room.ownClass(3);
    const from = await room.pupil(inClass, { name: '王小明', pupilNumber: 'L361002201503031111', phone: '13800138000' });
    const into = await room.person('pupil', sibling, { name: '王小明', birthDate: '2015-03-03' });
    const guardian = await room.person('guardian', room.school, { wards: [from] });
    await room.get(Accounts).open(from, { username: `ming${from.slice(-6)}`, mustChangePassword: true }, room.by('systemAdmin', room.city));
    await room.query(`insert into external_id (kind, source, value, entity) values ('roster.user', $1, 'u1', $2) on conflict do nothing`, [
      sibling,
      from,
    ]);
    await room.query(
      `insert into consent (id, version, organisation, created_at, updated_at, child, client, guardian, by_self, purposes, text_version, state)
       values (gen_random_uuid(), 1, $1, now(), now(), $2, 'an-app', $3, false, '{}', 1, 'given')`,
      [room.school, from, guardian],
    );
    return { from, into, guardian };
  }

  it('passes everything to the successor, answers 410 with them, and undone puts everything back', async () => {
    const { from, into, guardian } = await two();
    const before = await standing(from, into, guardian);
    await merge(from, into);
    expect(await read(into)).toMatchObject({ pupilNumber: expect.stringMatching(/^L36/), username: expect.stringContaining('ming') });
    await expect(read(from)).rejects.toEqual(refused('person.merged', { successor: into }));
    await expect(read(from, sibling)).rejects.toEqual(refused('person.merged', { successor: into }));
    await expect(read(from, room.farSchool)).rejects.toEqual(refused('person.unknown'));
    await expect(
      room.get(MovingPupils).leave({ organisationId: room.school, personId: from, as: 'drift' }, room.keeper(identity.leaveSchool)),
    ).rejects.toEqual(refused('person.merged', { successor: into }));
    const merged = await standing(from, into, guardian);
    expect(merged.posts.filter((post) => (post as { person: string }).person === from)).toEqual([]);
    expect(merged.posts.find((post) => (post as { person: string }).person === guardian)).toMatchObject({ about: [into] });
    expect(merged.consents).toMatchObject([{ child: into, guardian }]);
    expect(room.announced).toContainEqual(expect.objectContaining({ kind: 'subject', value: from }));
    const fact = (await room.facts()).find(({ entity, type }) => entity === from && type.endsWith('person.merged'));
    expect(fact?.data).toEqual({
      id: from,
      version: expect.any(Number),
      organisation: room.school,
      kinds: ['pupil'],
      closed: true,
      successor: into,
    });
    await undo(from);
    expect(await standing(from, into, guardian)).toEqual(before);
    expect(await read(from)).toMatchObject({ name: '王小明', closed: false });
    await expect(undo(from)).rejects.toEqual(refused('merge.unknown'));
  });

  it('keeps one post where both held the same, and one account', async () => {
    const [from, into] = [await room.person('pupil', room.school), await room.person('pupil', room.school)];
    for (const id of [from, into])
      await room.get(Accounts).open(id, { username: `both${id.slice(-6)}`, mustChangePassword: true }, room.by('systemAdmin', room.city));
    const before = await standing(from, into);
    await merge(from, into);
    expect(await room.query('select person from post where person = any($1) and not ended', [[from, into]])).toEqual([{ person: into }]);
    expect(await room.query('select person from account where person = any($1) and not closed', [[from, into]])).toEqual([
      { person: into },
    ]);
    await undo(from);
    expect(await standing(from, into)).toEqual(before);
  });

  it('undone, takes back a ward from a guardian who has got another since', async () => {
    const [from, into, sister] = [
      await room.person('pupil', room.school),
      await room.person('pupil', room.school),
      await room.person('pupil', room.school),
    ];
    const guardian = await room.person('guardian', room.school, { wards: [from] });
    await merge(from, into);
    await room.query(`update post set about = array_append(about, $2::uuid), version = version + 1 where person = $1`, [guardian, sister]);
    await undo(from);
    const [post] = await room.query<{ about: string[] }>('select about from post where person = $1', [guardian]);
    expect([...post!.about].sort()).toEqual([from, sister].sort());
  });

  it('needs both in reach, and power over every post of both', async () => {
    const [here, far] = [await room.person('pupil', room.school), await room.person('pupil', room.farSchool)];
    await expect(merge(here, far)).rejects.toEqual(refused('person.unknown'));
    const teacher = await room.person('teacher', room.school);
    await expect(merge(teacher, here)).rejects.toEqual(refused('post.not_grantable'));
    await expect(merge(here, here)).rejects.toEqual(refused('merge.same'));
  });

  it('keeps what has happened since, and is not undone after thirty days', async () => {
    const [from, into] = [await room.person('pupil', room.school), await room.person('pupil', sibling)];
    await merge(from, into);
    await room
      .get(MovingPupils)
      .leave({ organisationId: room.school, personId: into, as: 'withdrawal' }, room.keeper(identity.leaveSchool));
    await undo(from);
    expect(await room.query('select ended, pupil_status from post where person = $1', [from])).toEqual([
      { ended: true, pupil_status: '03' },
    ]);
    const [again, other] = [await room.person('pupil', room.school), await room.person('pupil', sibling)];
    await merge(again, other);
    room.at('2026-12-22T08:00:01Z');
    await expect(undo(again)).rejects.toEqual(refused('merge.too_old'));
    room.at('2026-11-21T08:00:00Z');
  });
});
