import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { DisclosingPeople } from './disclosing.js';
import { Seeing } from './seeing.js';

let room: IdentityRoom;
let county: string;
let school: string;
let pupil: string;
let head: string;
const idNumber = '11010519491231002X';

beforeAll(async () => {
  room = await openIdentity();
  county = await room.organisation('county', room.city, { divisionCode: '361002' });
  school = await room.organisation('school', county, { name: '第一小学' });
  pupil = await room.person('pupil', school, { name: '欧阳小明', idNumber, phone: '13800138000' });
  head = await room.person('schoolAdmin', school, { name: '李校长' });
});
afterAll(() => room.close());

const by = (role: Parameters<IdentityRoom['by']>[0], at = school, more: Parameters<IdentityRoom['by']>[2] = {}) =>
  room.by(role, at, { operation: identity.disclosePerson, subject: head, ...more });
const disclose = (call: ReturnType<typeof by>, fields: ('name' | 'idNumber' | 'phone')[] = ['idNumber', 'phone']) =>
  room.get(DisclosingPeople).disclose({ personId: pupil, reason: 'contact', note: '联系家长', fields }, call);

describe('reading a pupil in full', () => {
  it('says what is asked and no more, and keeps who, why and which, never the values', async () => {
    const said = await disclose(by('schoolAdmin'));
    expect(said).toEqual({ id: said.id, person: pupil, idNumber, phone: '+8613800138000' });
    const kept = JSON.stringify([
      await room.query('select * from disclosure'),
      await room.query('select * from audit where entity = $1', [said.id]),
      await room.facts(),
    ]);
    expect(kept).not.toContain(idNumber);
    expect(kept).not.toContain('13800138000');
  });

  it('is seen by the family, with the reader’s name and reason', async () => {
    const family = by('guardian', school, { about: [pupil], subject: room.administrator, operation: identity.myDisclosures });
    const { items } = await room.get(DisclosingPeople).mine({ limit: 20 }, family);
    expect(items[0]).toMatchObject({ person: pupil, readerName: '李校长', reason: 'contact', fields: ['idNumber', 'phone'] });
    const stranger = by('guardian', school, { about: [crypto.randomUUID()], subject: head, operation: identity.myDisclosures });
    expect((await room.get(DisclosingPeople).mine({ limit: 20 }, stranger)).items).toEqual([]);
  });

  it('is for the platform’s own pages, for one’s own class and one’s own reach', async () => {
    const vendor = 'a-vendors-app';
    await expect(disclose(by('schoolAdmin', school, { client: vendor }))).rejects.toEqual(refused('client.own_pages_only'));
    await expect(disclose(by('homeroomTeacher'))).rejects.toEqual(refused('pupil.not_your_class'));
    const sibling = await room.organisation('school', county);
    await expect(disclose(by('schoolAdmin', sibling))).rejects.toEqual(refused('person.unknown'));
    await expect(disclose(by('guardian', school, { about: [crypto.randomUUID()] }))).rejects.toEqual(refused('person.unknown'));
    await expect(disclose(by('guardian', school, { about: [pupil] }), ['name'])).resolves.toMatchObject({ name: '欧阳小明' });
  });
});

describe('who can see a pupil', () => {
  it('is everyone at the school and above it, the guardians and the pupil, each with the reason', async () => {
    const mother = await room.person('guardian', school, { wards: [pupil], name: '李妈妈' });
    await room.person('guardian', school, { wards: [await room.person('pupil', school)] });
    const officer = await room.person('bureauLeader', county, { name: '王局长' });
    await room.person('teacher', await room.organisation('school', county));
    const call = by('guardian', school, { about: [pupil], operation: identity.viewers });
    const { items } = await room.get(Seeing).viewers({ personId: pupil, limit: 100 }, call);
    const found = new Map(items.map(({ person, why, readsNames }) => [person, { why, readsNames }]));
    expect(found).toEqual(
      new Map([
        [pupil, { why: 'self', readsNames: true }],
        [mother, { why: 'guardian', readsNames: true }],
        [head, { why: 'atSchool', readsNames: true }],
        [officer, { why: 'above', readsNames: false }],
        [room.administrator, { why: 'above', readsNames: true }],
      ]),
    );
    const first = await room.get(Seeing).viewers({ personId: pupil, limit: 2 }, call);
    const second = await room.get(Seeing).viewers({ personId: pupil, limit: 5, cursor: first.next }, call);
    expect([...first.items, ...second.items].map(({ person }) => person)).toEqual(items.map(({ person }) => person));
  });

  it('masks names for whoever may not read them', async () => {
    const auditor = by('auditAdmin', room.city, { operation: identity.viewers });
    const { items } = await room.get(Seeing).viewers({ personId: pupil, limit: 100 }, auditor);
    expect(items.find(({ role }) => role === 'guardian')).toMatchObject({ name: '李*', masked: true });
  });
});
