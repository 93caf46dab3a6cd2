import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identity, type InputOf } from '@lianxue/contracts';
import { callOf, service } from '@lianxue/testing';
import { randomUUID } from 'node:crypto';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { Merging } from '../merging/merging.js';
import { RegisteringPeople } from '../people/registering-people.js';
import { KeepingProviders } from './keeping-providers.js';
import { Linking } from './linking.js';

let room: IdentityRoom;
let county: string;
let otherCounty: string;
let school: string;

const gateway = () => callOf(identity.signInByIdentityProvider, service('gateway'));
const linking = () => room.get(Linking);
const keeping = () => room.get(KeepingProviders);
type Registering = InputOf<typeof identity.registerIdentityProvider>;
let count = 0;
const register = (organisationId: string, more: Partial<Registering> = {}) =>
  keeping().register(
    {
      organisationId,
      issuer: `https://sso-${++count}.example.cn/oidc`,
      clientId: 'lianxue',
      clientSecret: 'the secret of the province',
      subjectClaim: 'sub',
      name: { zh: '省教育平台', en: 'Provincial platform' },
      scopes: ['openid', 'profile'],
      match: null,
      linksOnTheSpot: true,
      enabled: true,
      ...more,
    },
    room.by('systemAdmin', room.city, { operation: identity.registerIdentityProvider }),
  );
const change = async (providerId: string, more: Partial<InputOf<typeof identity.changeIdentityProvider>>) => {
  const [{ version: ifMatch }] = (await room.query('select version from identity_provider where id = $1', [providerId])) as [
    { version: number },
  ];
  const call = room.by('systemAdmin', room.city, { operation: identity.changeIdentityProvider, call: { ifMatch } });
  return keeping().change({ providerId, ...more }, call);
};
const come = (provider: string, subject: string, mark: string | null = null) => linking().signIn({ provider, subject, mark }, gateway());
const link = (provider: string, subject: string, person: string) => linking().link({ provider, subject, person }, gateway());
const inBy = (person: string) => ({ person, secondFactor: 'none', mayLink: false });
const unknown = { person: null, secondFactor: 'none', mayLink: true };
const teacher = () => room.person('teacher', school);

beforeAll(async () => {
  room = await openIdentity();
  [county, otherCounty] = [
    await room.organisation('county', room.city, { divisionCode: '361002' }),
    await room.organisation('county', room.city, { divisionCode: '361003' }),
  ];
  school = await room.organisation('school', county);
});
afterAll(() => room.close());
beforeEach(() => room.at('2026-11-21T08:00:00Z'));

describe('an identity provider', () => {
  it('is kept with its secret sealed, and once for an organisation', async () => {
    const { id, issuer } = await register(county);
    expect(JSON.stringify([await room.query('select * from identity_provider'), await room.facts()])).not.toContain('the secret of the');
    expect(await keeping().toAsk(id)).toMatchObject({ issuer, clientSecret: 'the secret of the province' });
    await expect(register(county, { issuer })).rejects.toEqual(refused('identity_provider.taken'));
    await register(otherCounty, { issuer });
  });

  it('is an https address, or one of this machine', () => {
    const reads = (issuer: string) => identity.registerIdentityProvider.body.shape.issuer.safeParse(issuer).success;
    const fine = ['https://sso.jx.edu.cn', 'https://sso.jx.edu.cn:8443/oidc', 'http://127.0.0.1:9000/oidc', 'http://[::1]:9000'];
    const bad = [
      'http://sso.jx.edu.cn',
      'https://user:pw@sso.jx.edu.cn',
      'https://sso.jx.edu.cn/?a=b',
      'https://sso.jx.edu.cn/#a',
      'http://127.0.0.1.example.cn',
      'http://localhost@example.cn',
      'javascript:alert(1)',
      'ftp://sso.jx.edu.cn',
    ];
    expect([fine.map(reads), bad.map(reads)]).toEqual([fine.map(() => true), bad.map(() => false)]);
  });

  it('is offered by apps its people use, and only while it is enabled', async () => {
    const [mine, theirs] = [await register(county), await register(otherCounty)];
    const client = `app-${randomUUID()}`;
    await room.query(
      `insert into selection (id, version, organisation, created_at, updated_at, app, client, scopes, state)
       select $1, 1, $2, now(), now(), id, $3, '{}', 'selected' from app limit 1`,
      [randomUUID(), school, client],
    );
    const offered = async (organisation: string | null = null, of = client) =>
      (await keeping().offered({ client: of, organisation })).items.map(({ id }) => id).filter((id) => [mine.id, theirs.id].includes(id));
    expect(await offered()).toEqual([mine.id]);
    expect(await offered(school)).toEqual([mine.id]);
    expect(await offered(otherCounty)).toEqual([]);
    expect(new Set(await offered(null, 'lianxue-console'))).toEqual(new Set([mine.id, theirs.id]));
    expect(await offered(school, 'lianxue-console')).toEqual([mine.id]);
    expect(await offered(null, 'nobody')).toEqual([]);
    await change(mine.id, { enabled: false });
    expect(await offered(school)).toEqual([]);
  });
});

describe('a person who comes by an identity provider', () => {
  it('is nobody until linked, and then always the same; what they are called there is written down nowhere', async () => {
    const [{ id }, person] = [await register(county), await teacher()];
    expect(await come(id, 'zhang-san-36')).toEqual(unknown);
    await link(id, 'zhang-san-36', person);
    await link(id, 'zhang-san-36', person);
    expect(await come(id, 'zhang-san-36')).toEqual(inBy(person));
    expect(await come(id, 'Zhang-san-36')).toEqual(unknown);
    const { id: another } = await register(county);
    expect(await come(another, 'zhang-san-36')).toEqual(unknown);
    const kept = JSON.stringify([await room.query('select * from sign_in_link'), await room.facts()]);
    expect(kept).not.toContain('zhang-san-36');
    expect((await linking().of(person)).items).toMatchObject([{ provider: id, providerName: { zh: '省教育平台' }, madeBy: 'proof' }]);
  });

  it('is one person there and one here', async () => {
    const [{ id }, one, two] = [await register(county), await teacher(), await teacher()];
    await link(id, 'a', one);
    await expect(link(id, 'a', two)).rejects.toEqual(refused('sign_in_link.refused', { reason: 'taken' }));
    await expect(link(id, 'b', one)).rejects.toEqual(refused('sign_in_link.refused', { reason: 'taken' }));
    const [{ id: raced }, three] = [await register(county), await teacher()];
    const outcomes = await Promise.allSettled([one, two, three].map((person) => link(raced, 'same', person)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter((each) => each.status === 'rejected').map((each) => each.reason)).toEqual([
      refused('sign_in_link.refused', { reason: 'taken' }),
      refused('sign_in_link.refused', { reason: 'taken' }),
    ]);
  });

  it('belongs to the organisation that vouches: a county does not speak for somebody of the city', async () => {
    const [{ id }, person] = [await register(county), await teacher()];
    const cityPerson = await room.person('systemAdmin', room.city);
    await expect(link(id, 'admin', cityPerson)).rejects.toEqual(refused('sign_in_link.refused', { reason: 'beyond' }));
    await link(id, 'later', person);
    expect(await come(id, 'later')).toEqual(inBy(person));
    const elsewhere = await room.organisation('school', otherCounty);
    await room.query('update post set organisation = $2 where person = $1', [person, elsewhere]);
    await expect(come(id, 'later')).rejects.toEqual(refused('sign_in_link.refused', { reason: 'beyond' }));
    const { id: ofTheCity } = await register(room.city);
    await link(ofTheCity, 'later', person);
    expect(await come(ofTheCity, 'later')).toEqual(inBy(person));
  });

  it('is shut out at once when the provider is disabled, its link removed, or the person closed', async () => {
    const [{ id }, person] = [await register(county), await teacher()];
    await link(id, 's', person);
    await change(id, { enabled: false });
    await expect(come(id, 's')).rejects.toEqual(refused('identity_provider.unknown'));
    await expect(keeping().toAsk(id)).rejects.toEqual(refused('identity_provider.unknown'));
    await change(id, { enabled: true, linksOnTheSpot: false });
    const [mine] = (await linking().of(person)).items;
    await expect(linking().removeOwn(mine!.id, room.by('teacher', school))).rejects.toEqual(refused('sign_in_link.unknown'));
    await linking().removeOwn(mine!.id, room.by('teacher', school, { subject: person, operation: identity.removeMySignInLink }));
    expect(await come(id, 's')).toEqual({ ...unknown, mayLink: false });
    await expect(link(id, 's', person)).rejects.toEqual(refused('sign_in_link.refused', { reason: 'closed' }));
    await change(id, { linksOnTheSpot: true });
    await link(id, 's', person);
    await room.get(RegisteringPeople).close(person, room.by('systemAdmin', room.city, { operation: identity.closePerson }));
    await expect(come(id, 's')).rejects.toEqual(refused('subject.unknown'));
  });

  it('is out once an administrator who could reset them removes the link', async () => {
    const [{ id }, person] = [await register(county), await teacher()];
    await link(id, 's', person);
    const [made] = (await linking().of(person)).items;
    const by = (organisation: string) => room.by('schoolAdmin', organisation, { operation: identity.removeSignInLink });
    const elsewhere = await room.organisation('school', otherCounty);
    await expect(linking().remove(person, made!.id, by(elsewhere))).rejects.toEqual(refused('person.unknown'));
    await linking().remove(person, made!.id, by(school));
    expect(room.announced).toContainEqual(expect.objectContaining({ kind: 'subject', value: person }));
    expect(await come(id, 's')).toEqual(unknown);
  });

  it('is asked for the second factor all the same', async () => {
    const [{ id }, person] = [await register(county), await teacher()];
    await link(id, 's', person);
    await room.query(
      `insert into second_factor (id, version, organisation, created_at, updated_at, person, secret_sealed, confirmed_at, last_step, recovery, failures)
       values ($1, 1, $2, now(), now(), $3, 'x', now(), 0, '{}', 0)`,
      [randomUUID(), school, person],
    );
    expect(await come(id, 's')).toEqual({ ...inBy(person), secondFactor: 'held' });
  });
});

describe('matching', () => {
  const pupilNumber = 'G361002201609012347';

  it('finds a pupil by the 学籍号 of a provider that is trusted for it, once for each subject', async () => {
    const pupil = await room.person('pupil', school, { pupilNumber });
    const trusted = await register(county, { match: { claim: 'xjh', by: 'pupilNumber' } });
    const plain = await register(county);
    expect(await come(plain.id, 'p', pupilNumber)).toEqual(unknown);
    expect(await come(trusted.id, 'p', null)).toEqual(unknown);
    expect(await come(trusted.id, 'p', 'G36')).toEqual(unknown);
    expect(await come(trusted.id, 'p', ` ${pupilNumber.toLowerCase()} `)).toEqual(inBy(pupil));
    expect(await come(trusted.id, 'p')).toEqual(inBy(pupil));
    expect(await come(trusted.id, 'another subject', pupilNumber)).toEqual(unknown);
    expect((await linking().of(pupil)).items).toMatchObject([{ madeBy: 'match' }]);
  });

  it('finds nobody of elsewhere, and nobody who administers', async () => {
    const trusted = await register(county, { match: { claim: 'uid', by: 'person' } });
    const elsewhere = await room.person('teacher', await room.organisation('school', otherCounty));
    const [admin, mine] = [await room.person('schoolAdmin', school), await teacher()];
    expect(await come(trusted.id, '1', elsewhere)).toEqual(unknown);
    expect(await come(trusted.id, '2', admin)).toEqual(unknown);
    expect(await come(trusted.id, '3', "1' or '1'='1")).toEqual(unknown);
    expect(await come(trusted.id, '4', mine)).toEqual(inBy(mine));
  });
});

it('goes over to the person another was merged into', async () => {
  const { id } = await register(county);
  const [from, into] = [await teacher(), await teacher()];
  await link(id, 'm', from);
  await room.get(Merging).merge(from, into, room.by('systemAdmin', room.city, { operation: identity.mergePerson }));
  expect(await come(id, 'm')).toEqual(inBy(into));
});
