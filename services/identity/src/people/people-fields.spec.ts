import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type FieldProfileName } from '@lianxue/contracts';
import { app, callOf } from '@lianxue/testing';
import { Providing } from '../apps/providing.js';
import { Selecting } from '../apps/selecting.js';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { ReadingPeople } from './reading-people.js';

let room: IdentityRoom;
let school: string;
let teacher: string;

beforeAll(async () => {
  room = await openIdentity();
  school = await room.organisation('school', room.city, { name: '第一小学' });
  teacher = await room.person('teacher', school, { name: '王老师', idNumber: '11010519491231002X', phone: '13800138000' });
});
afterAll(() => room.close());

/** An app approved for one profile and selected under another, at the school unless said; answers its client id. */
async function appWith(approved: FieldProfileName, selected: FieldProfileName, at = school): Promise<string> {
  const admin = room.by('systemAdmin', room.city);
  const { app: made } = await room.get(Providing).register(
    {
      organisation: room.city,
      name: '应用',
      public: false,
      grants: ['client_credentials'],
      scopes: ['identity.read'],
      profile: approved,
      redirectUris: [],
      postLogoutRedirectUris: [],
      backchannelLogoutUri: null,
      jwks: null,
    },
    admin,
  );
  await room.get(Selecting).select({ organisationId: at, client: made.clientId, scopes: ['identity.read'], profile: selected }, admin);
  return made.clientId;
}

const peopleFor = async (client: string) =>
  (await room.get(ReadingPeople).listOf(school, 'teacher', { limit: 20 }, callOf(identity.peopleOf, app({ client })))).items;

describe('a birth', () => {
  it.each([
    ['a citizen’s number', { idNumber: '11010519491231002X' }, { gender: '2', born_on: '1949-12-31' }],
    ['a 学籍号 of kind G', { pupilNumber: 'G361002201501010018' }, { gender: '1', born_on: '2015-01-01' }],
    [
      'what is said of a temporary one',
      { pupilNumber: 'L361002201501011234', birthDate: '2015-06-01' },
      { gender: null, born_on: '2015-06-01' },
    ],
    ['nothing', {}, { gender: null, born_on: null }],
  ])('is known from %s', async (_what, told, born) => {
    const other = await openIdentity();
    try {
      const id = await other.person('teacher', await other.organisation('school', other.city), told);
      expect(await other.query(`select gender, born_on::text from person where id = $1`, [id])).toEqual([born]);
    } finally {
      await other.close();
    }
  });
});

describe('an app', () => {
  it.each([
    ['statistics', { name: '王*', masked: true, gender: null, birthMonth: null }],
    ['roster', { name: '王老师', masked: false, gender: '2', birthMonth: null }],
    ['teaching', { name: '王老师', masked: false, gender: '2', birthMonth: '1949-12' }],
  ] as const)('selected for %s reads what that names', async (profile, seen) => {
    expect(await peopleFor(await appWith('teaching', profile))).toEqual([expect.objectContaining({ person: teacher, ...seen })]);
  });

  it('never reads identity numbers and phones in clear', async () => {
    const client = await appWith('teaching', 'teaching');
    const read = await room.get(ReadingPeople).one(teacher, callOf(identity.person, app({ client })));
    expect(read).toMatchObject({ name: '王老师', idNumber: `11${'*'.repeat(14)}2X`, phone: '+86138****8000' });
  });

  it('is selected for no more than it is approved for', async () => {
    await expect(appWith('roster', 'teaching')).rejects.toEqual(refused('selection.profile_exceeded', { profile: 'roster' }));
  });

  it('is not widened by its vendor once it is listed', async () => {
    const [made] = await room.query<{ id: string }>('select id from app where client_id = $1', [await appWith('roster', 'roster')]);
    const change = room.by('vendor', room.city, { operation: identity.changeApp, call: { ifMatch: '*' } });
    await expect(room.get(Providing).change({ appId: made!.id, profile: 'teaching' }, change)).rejects.toEqual(
      refused('app.settled', { scopes: ['teaching'] }),
    );
    await expect(room.get(Providing).change({ appId: made!.id, profile: 'statistics' }, change)).resolves.toMatchObject({
      profile: 'statistics',
    });
  });

  it('reads by a selection above as well, and by none elsewhere', async () => {
    const county = await room.organisation('county', room.city, { divisionCode: '361002' });
    expect(await peopleFor(await appWith('roster', 'roster', room.city))).toMatchObject([{ name: '王老师' }]);
    await expect(peopleFor(await appWith('roster', 'roster', county))).rejects.toEqual(refused('organisation.unknown'));
  });
});
