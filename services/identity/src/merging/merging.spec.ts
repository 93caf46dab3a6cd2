import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { DisclosingPeople } from '../disclosures/disclosing.js';
import { refused } from '../identity.room.js';
import { Accounts } from '../people/accounts.js';
import { ReadingPeople } from '../people/reading-people.js';
import { MovingPupils } from '../pupils/moving-pupils.js';
import { openPupils, type PupilsRoom } from '../pupils/pupils.room.js';
import { Merging } from './merging.js';
import { Pairs } from './pairs.js';
import { passesOver, stays } from './person-columns.js';

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
    cards: await of('card', 'id, person, state'),
    pins: await of('pupil_pin', 'id, person, class, picture'),
    factors: await of('second_factor', 'id, person, organisation'),
    invitations: await of('guardian_invitation', 'id, pupil, claimant', 'pupil'),
    deletions: await of('deletion_request', 'id, child, state', 'child'),
    pairs: await room.query('select id, state from duplicate where one = any($1) or other = any($1) order by id', [ids]),
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

  it('of many of one name and day are each noted beside the first five', async () => {
    const same: string[] = [];
    for (let n = 0; n < 8; n++)
      same.push(await room.person('pupil', n % 2 ? sibling : room.school, { name: '众人', birthDate: '2015-03-06' }));
    const noted = await room.query<{ one: string; other: string }>(
      'select one, other from duplicate where one = any($1) and other = any($1)',
      [same],
    );
    const expected = same.flatMap((one, nth) => (nth < 5 ? same.slice(nth + 1).map((other) => [one, other].sort().join()) : []));
    expect(noted.map(({ one, other }) => [one, other].sort().join()).sort()).toEqual(expected.sort());
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
    await theRest(from, inClass, guardian);
    return { from, into, guardian };
  }

  /** One row of every other kind that names a person. */
  async function theRest(person: string, inClass: string, guardian: string): Promise<void> {
    const row = (table: string, columns: Record<string, unknown>) => {
      const all = {
        id: crypto.randomUUID(),
        version: 1,
        organisation: room.school,
        created_at: new Date(),
        updated_at: new Date(),
        ...columns,
      };
      const places = Object.keys(all).map((_, index) => `$${index + 1}`);
      const names = Object.keys(all).map((name) => `"${name}"`);
      return room.query(`insert into ${table} (${names.join()}) values (${places.join()})`, Object.values(all));
    };
    const unique = crypto.randomUUID();
    await row('card', { person, kind: 'campus', number_sealed: 'x', number_lookup: unique, state: 'active' });
    await row('pupil_pin', { class: inClass, person, picture: 'sun', pin_hash: 'x' });
    await row('second_factor', { person, secret_sealed: 'x', last_step: '0', recovery: [], failures: 0 });
    await row('staff_record', { person, kind: 'training', title: '培训', from: '2026-01-01', state: 'entered', entered_by: 'self' });
    await row('guardian_invitation', {
      pupil: person,
      code_lookup: unique,
      expires_at: new Date(),
      invited_by: 'school',
      state: 'offered',
    });
    const [consent] = await room.query<{ id: string }>('select id from consent where child = $1', [person]);
    await row('deletion_request', {
      child: person,
      client: 'an-app',
      consent: consent!.id,
      due_on: '2026-12-01',
      state: 'asked',
      why: 'until',
    });
    await row('disclosure', {
      person,
      reader: guardian,
      role: 'schoolAdmin',
      acting: room.school,
      reason: 'contact',
      note: '',
      fields: ['phone'],
    });
    await room.query(`insert into pupil_qr (token, class, person, expires_at) values ($1, $2, $3, now() + interval '1 hour')`, [
      unique,
      inClass,
      person,
    ]);
    await room.person('pupil', room.school, { name: '王小明', pupilNumber: 'G361002201503031111' });
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
    for (const kind of ['cards', 'pins', 'factors', 'staff', 'movements'] as const)
      expect([kind, ...new Set(merged[kind].map((row) => (row as { person: string }).person))]).toEqual([kind, into]);
    expect(merged.invitations).toMatchObject([{ pupil: into }]);
    expect(merged.deletions).toMatchObject([{ child: into }]);
    const pairsOfFrom = await room.query('select distinct state from duplicate where $1 in (one, other)', [from]);
    expect(pairsOfFrom).toEqual([{ state: 'settled' }]);
    expect(await room.query('select 1 from pupil_qr where person = $1', [into])).toHaveLength(1);
    const own = room.by('pupil', room.school, { subject: into, about: [into], operation: identity.myDisclosures });
    expect((await room.get(DisclosingPeople).mine({ limit: 20 }, own)).items).toMatchObject([{ person: from, fields: ['phone'] }]);
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

  it('knows of every column that names a person what becomes of it', async () => {
    const columns = await room.query<{ name: string }>(
      `select c.table_name || '.' || c.column_name as name from information_schema.columns c
        where c.table_schema = current_schema() and c.udt_name in ('uuid', '_uuid')
          and (c.column_name ~ '(person|pupil|child|guardian|about|claimant|reader|entity|^one$|^other$|merged)'
               or exists (select 1 from information_schema.key_column_usage k
                            join information_schema.constraint_column_usage u using (constraint_schema, constraint_name)
                           where k.table_name = c.table_name and k.column_name = c.column_name and k.table_schema = current_schema()
                             and u.table_name = 'person' and k.position_in_unique_constraint is not null))`,
    );
    // Tables about whatever a service has; a stamp of the roster, which the facts of the merging make anew; the other school of a movement;
    // what services remember that follow mergings, which identity makes itself.
    const followers = ['followed_merger.person', 'followed_row.person'];
    const ofNobody = ['movement.other', 'outbox.entity', 'audit.entity', 'feed_failure.entity', 'roster_stamp.entity', ...followers];
    const decided = [...passesOver, ...Object.keys(stays)].sort();
    expect(
      columns
        .map(({ name }) => name)
        .filter((name) => !ofNobody.includes(name))
        .sort(),
    ).toEqual(decided);
    expect(new Set(decided).size).toBe(decided.length);
  });

  it('leaves a picture and PIN where the successor has some in that class', async () => {
    const inClass = await room.ownClass(2);
    const [from, into] = [await room.pupil(inClass), await room.pupil(inClass)];
    for (const [person, picture] of [
      [from, 'sun'],
      [into, 'moon'],
    ])
      await room.query(
        `insert into pupil_pin (id, version, organisation, created_at, updated_at, class, person, picture, pin_hash)
         values (gen_random_uuid(), 1, $1, now(), now(), $2, $3, $4, 'x')`,
        [room.school, inClass, person, picture],
      );
    const before = await standing(from, into);
    await merge(from, into);
    expect((await standing(from, into)).pins).toEqual(before.pins);
    await undo(from);
    expect(await standing(from, into)).toEqual(before);
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
    // A row carries the database's own time, whatever the room's clock says.
    room.at(new Date(Date.now() + 31 * 86_400_000).toISOString());
    await expect(undo(again)).rejects.toEqual(refused('merge.too_old'));
    room.at('2026-11-21T08:00:00Z');
  });
});
