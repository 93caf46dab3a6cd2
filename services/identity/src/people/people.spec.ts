import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type PostRole, type Role } from '@lianxue/contracts';
import { app, callOf } from '@lianxue/testing';
import { refused, type IdentityRoom } from '../identity.room.js';
import { Accounts } from './accounts.js';
import { MyOwn } from './my-own.js';
import { ReadingPeople } from './reading-people.js';
import { RegisteringPeople } from './registering-people.js';
import { openTwoSchools, type TwoSchools } from './two-schools.room.js';

let room: TwoSchools;
let county: string;
let school: string;
let sibling: string;

beforeAll(async () => {
  room = await openTwoSchools();
  ({ county, school, sibling } = room);
});
afterAll(() => room.close());

/** GB 11643 holds for these; born 1900, nobody's. */
const idNumber = '361002190001010012';
const another = '361002190001010020';

describe('registering a person', () => {
  it('keeps numbers sealed, finds them by hash, and says nothing of them in facts', async () => {
    const id = await room.person('pupil', school, { name: '欧阳娜娜', idNumber, pupilNumber: `G${idNumber}`, phone: '138 0013 8000' });
    const [row] = await room.query<Record<string, string>>('select * from person where id = $1', [id]);
    expect(JSON.stringify(row)).not.toContain(idNumber);
    expect(row!['id_number_lookup']).toBeTruthy();
    const facts = JSON.stringify(await room.facts());
    for (const secret of [idNumber, '欧阳娜娜', '13800138000']) expect(facts).not.toContain(secret);
    expect((await room.facts()).find(({ entity, type }) => entity === id && type.endsWith('person.changed'))).toMatchObject({
      data: { kinds: ['pupil'] },
    });
  });

  it('refuses the same number again, wherever, until the record is closed', async () => {
    const first = await room.person('pupil', school, { idNumber: another });
    await expect(room.person('pupil', sibling, { idNumber: another })).rejects.toEqual(refused('person.known'));
    await room.get(RegisteringPeople).close(first, room.by('systemAdmin', room.city));
    await expect(room.person('pupil', sibling, { idNumber: another })).resolves.toBeTruthy();
  });

  it.each([
    ['an identity number whose check digit is wrong', { idNumber: '361002190001010013' }, { field: 'idNumber', reason: 'check' }],
    ['one with a day that never was', { idNumber: '361002190002300019' }, { field: 'idNumber', reason: 'date' }],
    ['one that a spreadsheet has rounded', { idNumber: '3.61002E+17' }, { field: 'idNumber', reason: 'precision_lost' }],
    ['one that LibreOffice has rounded', { idNumber: '3.61002199001E+017' }, { field: 'idNumber', reason: 'precision_lost' }],
    ['a pupil number of no form', { pupilNumber: 'X361002190001010012' }, { field: 'pupilNumber', reason: 'form' }],
    ['a phone too short', { phone: '1380013' }, { field: 'phone', reason: 'form' }],
  ] as const)('refuses %s', async (_what, numbers, facts) => {
    await expect(room.person('pupil', school, numbers)).rejects.toEqual(refused('number.invalid', facts));
  });

  it('reads full-width digits, blanks and a small x', async () => {
    await expect(room.person('teacher', school, { idNumber: '１１０１０５ 19491231 002x' })).resolves.toBeTruthy();
  });

  it.each([
    ['a citizen’s number', '361002190001010039', {}],
    ['a 学籍号', 'g361002190001010039', {}],
    ['one in full-width digits', 'L３６１００２１９０００１０１００３９', {}],
    ['a passport number of theirs', 'e1234567', { idType: 'A' as const, idNumber: 'E1234567' }],
  ])('lets nobody sign in by %s', async (_what, username, numbers) => {
    const account = { username, mustChangePassword: true };
    await expect(room.person('pupil', school, { ...numbers, account })).rejects.toEqual(refused('account.username_is_number'));
    const id = await room.person('pupil', school, numbers);
    await expect(room.get(Accounts).open(id, account, room.by('schoolAdmin', school))).rejects.toEqual(
      refused('account.username_is_number'),
    );
  });

  it('gives a one-time password once, and none again when the same registration is repeated', async () => {
    const input = {
      id: crypto.randomUUID(),
      organisation: school,
      name: '王老师',
      idType: '1' as const,
      idNumber: null,
      pupilNumber: null,
      phone: null,
      source: 'local' as const,
    };
    const register = () =>
      room.get(RegisteringPeople).register(
        {
          ...input,
          posts: [{ role: 'teacher', organisation: school, wards: [] }],
          account: { username: 'Wang.Laoshi', mustChangePassword: true },
        },
        room.by('schoolAdmin', school),
      );
    expect((await register()).oneTimePassword).toHaveLength(12);
    expect((await register()).oneTimePassword).toBeNull();
    await expect(room.person('teacher', school, { account: { username: 'ｗang.laoshi', mustChangePassword: true } })).rejects.toEqual(
      refused('account.username_taken'),
    );
  });
});

describe('giving posts', () => {
  const give = async (role: PostRole, at: string, by: Role, byAt: string) => {
    const id = await room.person('teacher', school);
    return room.get(RegisteringPeople).givePost({ personId: id, role, organisation: at, wards: [] }, room.by(by, byAt));
  };

  it('is bounded by role: a school’s administrator makes no other administrator', async () => {
    await expect(give('homeroomTeacher', school, 'schoolAdmin', school)).resolves.toMatchObject({ role: 'homeroomTeacher' });
    await expect(give('schoolAdmin', school, 'schoolAdmin', school)).rejects.toEqual(refused('post.not_grantable'));
    await expect(give('teacher', school, 'rollManager', school)).rejects.toEqual(refused('post.not_grantable'));
  });

  it('is bounded by the tree and by what the organisation is', async () => {
    await expect(give('teacher', sibling, 'schoolAdmin', school)).rejects.toEqual(refused('organisation.unknown'));
    await expect(give('countyReviewer', school, 'systemAdmin', room.city)).rejects.toEqual(refused('post.misplaced'));
    await expect(give('teacher', school, 'systemAdmin', room.city)).rejects.toEqual(refused('post.held'));
  });

  it('keeps the three administrators apart', async () => {
    const id = await room.person('systemAdmin', county);
    const call = room.by('systemAdmin', room.city);
    const second = room.get(RegisteringPeople).givePost({ personId: id, role: 'auditAdmin', organisation: county, wards: [] }, call);
    await expect(second).rejects.toEqual(refused('post.separated'));
  });

  it('binds guardians to pupils of the school', async () => {
    const pupil = await room.person('pupil', school);
    const elsewhere = await room.person('pupil', sibling);
    await expect(room.person('guardian', school)).rejects.toEqual(refused('post.ward_unknown'));
    await expect(room.person('guardian', school, { wards: [elsewhere] })).rejects.toEqual(refused('post.ward_unknown'));
    const guardian = await room.person('guardian', school, { wards: [pupil] });
    expect(
      (await room.get(ReadingPeople).one(guardian, room.by('schoolAdmin', school, { operation: identity.person }))).posts,
    ).toMatchObject([{ about: [pupil] }]);
  });

  it('revokes the tokens of a post that ends, for good', async () => {
    const id = await room.person('teacher', school);
    const call = room.by('schoolAdmin', school);
    const { id: post } = await room
      .get(RegisteringPeople)
      .givePost({ personId: id, role: 'expert', organisation: school, wards: [] }, call);
    expect(await room.get(RegisteringPeople).endPost(post, call)).toMatchObject({ ended: true, until: '2026-11-21' });
    expect(room.announced.at(-1)).toEqual({ kind: 'post', value: post, notBefore: Date.parse('2026-11-21T08:00:03Z') });
    const { posts } = await room.get(MyOwn).of(room.by('teacher', school, { subject: id }).caller);
    expect(posts.map(({ role }) => role)).toEqual(['teacher']);
  });
});

describe('reading people', () => {
  let pupil: string;
  const read = (id: string, call: ReturnType<IdentityRoom['by']>) =>
    room.get(ReadingPeople).one(id, { ...call, operation: identity.person });

  beforeAll(async () => {
    pupil = await room.person('pupil', school, { name: '欧阳小明', pupilNumber: 'L361002201501011234' });
  });

  it('shows the school its pupil, with numbers masked, and notes who read', async () => {
    expect(await read(pupil, room.by('teacher', school))).toMatchObject({
      name: '欧阳小明',
      masked: false,
      pupilNumber: `L36${'*'.repeat(14)}34`,
    });
    const notes = await room.query(`select 1 from audit where entity = $1 and what = 'person.read'`, [pupil]);
    expect(notes).toHaveLength(1);
  });

  it.each([
    ['an officer without business at the school', 'bureauLeader', 'lianxue-console'],
    ['a teacher who uses a vendor’s app', 'teacher', 'some-app'],
  ] as const)('masks the name for %s', async (_what, role, client) => {
    await room.query(
      `insert into app_reach (id, client, organisation, scopes, active, version) values (gen_random_uuid(), 'some-app', $1, '{identity.read}', true, 1)`,
      [school],
    );
    expect(await read(pupil, room.by(role, role === 'teacher' ? school : room.city, { client }))).toMatchObject({
      name: '欧*',
      masked: true,
      username: null,
    });
  });

  it('answers a neighbour, and a pupil who asks about another, as if there were nobody', async () => {
    await expect(read(pupil, room.by('schoolAdmin', sibling))).rejects.toEqual(refused('person.unknown'));
    await expect(read(pupil, room.by('pupil', school, { about: [crypto.randomUUID()] }))).rejects.toEqual(refused('person.unknown'));
    expect(await read(pupil, room.by('pupil', school, { subject: pupil, about: [pupil] }))).toMatchObject({ name: '欧阳小明' });
  });

  it('shows a person through a post they hold here, though their record is kept elsewhere', async () => {
    const expert = await room.person('teacher', sibling, { name: '李专家' });
    await expect(read(expert, room.by('schoolAdmin', school))).rejects.toEqual(refused('person.unknown'));
    await room
      .get(RegisteringPeople)
      .givePost({ personId: expert, role: 'expert', organisation: school, wards: [] }, room.by('systemAdmin', room.city));
    const seen = await read(expert, room.by('schoolAdmin', school));
    expect(seen).toMatchObject({ name: '李专家', posts: [{ role: 'expert', organisationName: '第一小学' }] });
    expect(seen.posts).toHaveLength(1);
  });

  it('lists only who is there today, masked for an app', async () => {
    await room.query(
      `insert into app_reach (id, client, organisation, scopes, active, version) values (gen_random_uuid(), 'lister', $1, '{identity.read}', true, 1)`,
      [school],
    );
    const future = await room.person('pupil', school, { posts: [{ role: 'pupil', organisation: school, since: '2027-09-01', wards: [] }] });
    const call = callOf(identity.pupils, app({ client: 'lister' }));
    const { items } = await room.get(ReadingPeople).listOf(school, 'pupil', { limit: 200 }, call);
    expect(items.map(({ person }) => person)).toContain(pupil);
    expect(items.map(({ person }) => person)).not.toContain(future);
    expect(new Set(items.map(({ name, masked }) => `${name.endsWith('*')}${masked}`))).toEqual(new Set(['truetrue']));
    await expect(room.get(ReadingPeople).listOf(sibling, 'pupil', { limit: 20 }, call)).rejects.toEqual(refused('organisation.unknown'));
  });
});

describe('resetting a password', () => {
  it('needs power over every post of the person', async () => {
    const id = await room.person('schoolAdmin', school, { account: { username: 'head', mustChangePassword: true } });
    await expect(room.get(Accounts).reset(id, room.by('schoolAdmin', school))).rejects.toEqual(refused('post.not_grantable'));
    expect(await room.get(Accounts).reset(id, room.by('systemAdmin', county))).toMatchObject({ username: 'head' });
    expect(room.announced.at(-1)).toMatchObject({ kind: 'subject', value: id });
  });

  it('is refused to whoever could not also act in all of them', async () => {
    const id = await room.person('teacher', school, { account: { username: 'both', mustChangePassword: true } });
    const city = room.by('systemAdmin', room.city);
    await room.get(RegisteringPeople).givePost({ personId: id, role: 'systemAdmin', organisation: room.city, wards: [] }, city);
    await expect(room.get(Accounts).reset(id, room.by('systemAdmin', county))).rejects.toEqual(refused('person.beyond_reach'));
    await expect(room.get(RegisteringPeople).close(id, room.by('systemAdmin', county))).rejects.toEqual(refused('person.beyond_reach'));
    const headless = await room.person('schoolAdmin', school);
    const open = room.get(Accounts).open(headless, { username: 'mine', mustChangePassword: false }, room.by('rollManager', school));
    await expect(open).rejects.toEqual(refused('post.not_grantable'));
  });
});
