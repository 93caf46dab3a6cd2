import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identity, type Call, type FieldProfileName } from '@lianxue/contracts';
import { app, callOf } from '@lianxue/testing';
import { refused } from '../identity.room.js';
import { MyOwn } from '../people/my-own.js';
import { ReadingPeople } from '../people/reading-people.js';
import { StandingOfPupils } from '../roster-query/standing-of-pupils.js';
import { SigningIn } from '../signing-in/signing-in.js';
import type { Purpose } from './app-purposes.entity.js';
import { byConsent, openConsents, type ConsentsRoom } from './consents.room.js';
import { Deciding } from './deciding.js';
import { Declaring } from './declaring.js';
import { Deletions } from './deletions.js';
import { ReadingConsents } from './reading-consents.js';

let room: ConsentsRoom;
let school: string;
let child: string;
let guardian: Call;

const byDuty: Purpose = { purpose: 'teaching', basis: 'statutory', minors: true, notice: '布置作业' };

beforeAll(async () => {
  room = await openConsents();
});
beforeEach(async () => {
  room.at('2026-11-21T08:00:00Z');
  school = await room.organisation('school', room.city, { name: '第一小学' });
  child = await room.person('pupil', school, { name: '欧阳小明', gender: '1', birthDate: '2015-03-08' });
  guardian = room.by('guardian', school, { subject: room.administrator, about: [child], operation: identity.decideConsent });
});
afterAll(() => room.close());

const appFor = (purposes: readonly Purpose[], profile?: FieldProfileName) => room.appFor(purposes, profile, school);
const listFor = async (client: string) =>
  (await room.get(ReadingPeople).listOf(school, 'pupil', { limit: 20 }, callOf(identity.pupils, app({ client })))).items[0]!;
const readFor = (client: string) => room.get(ReadingPeople).one(child, callOf(identity.person, app({ client })));
const decide = (
  client: string,
  decision: 'give' | 'refuse' = 'give',
  call = guardian,
  more: { until?: string; textVersion?: number } = {},
) => room.decide(child, client, call, decision, more);

describe('an app that works by consent', () => {
  it('reads a pupil while there is consent, and from the withdrawal on nothing but an id', async () => {
    const { client } = await appFor([byConsent]);
    const nothing = { person: child, name: '*', gender: null, birthMonth: null, pupilNumber: null, consent: 'missing' };
    expect(await listFor(client)).toMatchObject(nothing);
    await expect(readFor(client)).rejects.toEqual(refused('consent.missing'));
    const { id } = await decide(client);
    expect(await listFor(client)).toMatchObject({ name: '欧阳小明', gender: '1', birthMonth: '2015-03', consent: null });
    expect(await readFor(client)).toMatchObject({ name: '欧阳小明' });
    await room.get(Deciding).withdraw(id, guardian);
    expect(await listFor(client)).toMatchObject(nothing);
    await expect(readFor(client)).rejects.toEqual(refused('consent.missing'));
    const facts = (await room.facts()).filter(({ entity }) => entity === id);
    expect(facts.map(({ type }) => type.split('.').at(-1))).toEqual(['given', 'withdrawn']);
    expect(JSON.stringify(facts)).not.toContain('欧阳');
  });

  it('reads no more of a pupil through the token of a teacher, or of the pupil themself', async () => {
    const { client } = await appFor([byConsent]);
    const teacher = room.by('teacher', school, { client, operation: identity.pupils });
    expect((await room.get(ReadingPeople).listOf(school, 'pupil', { limit: 20 }, teacher)).items[0]).toMatchObject({ name: '*' });
    const own = room.by('pupil', school, { client, subject: child, about: [child], operation: identity.me });
    expect(await room.get(MyOwn).of(own.caller)).toMatchObject({ name: '*' });
    expect(await room.get(SigningIn).postsOf(child, client)).toMatchObject({ name: '*' });
    await decide(client);
    expect(await room.get(MyOwn).of(own.caller)).toMatchObject({ name: '欧阳小明' });
    expect(await room.get(SigningIn).postsOf(child, client)).toMatchObject({ name: '欧阳小明' });
  });

  it('loses it with the day it was given until', async () => {
    const { client } = await appFor([byConsent]);
    await decide(client, 'give', guardian, { until: '2027-01-01T00:00:00+08:00' });
    expect(await listFor(client)).toMatchObject({ consent: null });
    room.at('2026-12-31T16:00:01Z');
    expect(await listFor(client)).toMatchObject({ consent: 'missing' });
  });

  it('asks the pupil from the fourteenth birthday in Shanghai on', async () => {
    const { client } = await appFor([byConsent]);
    await decide(client);
    const pupil = room.by('pupil', school, { subject: child, about: [child], operation: identity.decideConsent });
    room.at('2029-03-07T15:59:59Z');
    expect(await listFor(client)).toMatchObject({ consent: null });
    await expect(decide(client, 'give', pupil)).rejects.toEqual(refused('consent.not_yours'));
    room.at('2029-03-07T16:00:00Z');
    expect(await listFor(client)).toMatchObject({ consent: 'missing' });
    await expect(decide(client)).rejects.toEqual(refused('consent.not_yours'));
    expect(await decide(client, 'give', pupil)).toMatchObject({ bySelf: true, state: 'given' });
    expect(await listFor(client)).toMatchObject({ name: '欧阳小明' });
  });
});

describe('a consent', () => {
  const byName: Purpose = { ...byConsent, purpose: 'homeSchool', notice: '与家长联系' };
  const give = (client: string, purposes: Purpose['purpose'][], textVersion = 1) =>
    room.get(Deciding).decide({ personId: child, client, decision: 'give', purposes, textVersion }, guardian);

  it('covers what its purposes cover, and no more', async () => {
    const { client } = await appFor([byConsent, byName]);
    await give(client, ['homeSchool']);
    expect(await listFor(client)).toMatchObject({ name: '欧阳小明', gender: null, birthMonth: null, consent: null });
    await give(client, ['homeSchool', 'recommendation']);
    expect(await listFor(client)).toMatchObject({ name: '欧阳小明', gender: '1', birthMonth: '2015-03' });
    expect(await room.get(ReadingConsents).ofWard(child, guardian)).toMatchObject({
      apps: [{ covered: ['recommendation', 'homeSchool'] }],
    });
  });

  it('adds to what is read by duty, which needs none', async () => {
    const { client } = await appFor([{ ...byDuty, purpose: 'attendance' }, byConsent]);
    expect(await listFor(client)).toMatchObject({ name: '欧阳小明', gender: '1', birthMonth: null });
    await decide(client);
    expect(await listFor(client)).toMatchObject({ birthMonth: '2015-03', pupilNumber: null });
  });

  it('is to be given anew once its text has changed, and only for the purpose that has', async () => {
    const { client, id } = await appFor([byConsent, byName]);
    await give(client, ['homeSchool', 'recommendation']);
    const declare = (purposes: Purpose[]) => room.get(Declaring).declare({ appId: id, purposes }, room.by('systemAdmin', room.city));
    await declare([byConsent, { ...byName, notice: '与家长联系，保存三年' }]);
    expect(await listFor(client)).toMatchObject({ name: '欧阳小明', birthMonth: '2015-03' });
    expect(await room.get(ReadingConsents).ofWard(child, guardian)).toMatchObject({ apps: [{ covered: ['recommendation'], valid: true }] });
    await declare([byName]);
    expect(await listFor(client)).toMatchObject({ name: '*', consent: 'missing' });
    const head = room.by('schoolAdmin', school, { operation: identity.consentCounts });
    expect(await room.get(ReadingConsents).counts(school, head)).toMatchObject({ apps: [{ client, given: 0, missing: 1 }] });
    await give(client, ['homeSchool'], 3);
    expect(await listFor(client)).toMatchObject({ name: '欧阳小明', birthMonth: null });
  });

  it('of the wrong purpose opens no marks', async () => {
    const { client } = await appFor([byConsent, byName]);
    await give(client, ['recommendation']);
    expect(await room.get(StandingOfPupils).withheld({ client, people: [child] })).toEqual({ withheld: [child] });
    await give(client, ['homeSchool']);
    expect(await room.get(StandingOfPupils).withheld({ client, people: [child] })).toEqual({ withheld: [] });
  });
});

describe('another basis', () => {
  it('lets a statutory purpose read every pupil, whatever else is asked', async () => {
    const { client } = await appFor([byDuty, byConsent]);
    expect(await listFor(client)).toMatchObject({ name: '欧阳小明', consent: null });
  });

  it('lets an app that declared nothing read no more than statistics', async () => {
    const { client } = await appFor([]);
    expect(await listFor(client)).toMatchObject({ name: '欧*', gender: null, consent: 'undeclared' });
    expect(await listFor((await appFor([], 'statistics')).client)).toMatchObject({ name: '欧*', consent: 'undeclared' });
  });

  it('is said to be statutory by an authority, not by a vendor', async () => {
    const { id } = await appFor([]);
    const vendor = room.by('vendor', room.city);
    await expect(room.get(Declaring).declare({ appId: id, purposes: [byDuty] }, vendor)).rejects.toEqual(refused('purpose.basis_reserved'));
    await room.get(Declaring).declare({ appId: id, purposes: [byDuty] }, room.by('systemAdmin', room.city));
    const again = { ...byDuty, notice: '布置与批改作业' };
    expect(await room.get(Declaring).declare({ appId: id, purposes: [again] }, vendor)).toMatchObject({
      version: 2,
      forPupils: 'statutory',
    });
  });
});

describe('a decision', () => {
  it('is made in the platform’s own pages, for what is asked, in the words that were read', async () => {
    const { client, id } = await appFor([byConsent]);
    const elsewhere = room.by('guardian', school, { client, about: [child], operation: identity.decideConsent });
    await expect(decide(client, 'give', elsewhere)).rejects.toEqual(refused('client.own_pages_only'));
    await expect(decide('nobodys-app')).rejects.toEqual(refused('consent.not_asked'));
    await expect(decide((await appFor([byDuty])).client)).rejects.toEqual(refused('consent.not_asked'));
    await room.get(Declaring).declare({ appId: id, purposes: [byConsent] }, room.by('systemAdmin', room.city));
    await expect(decide(client)).rejects.toEqual(refused('consent.text_changed', { textVersion: 2 }));
    const stranger = room.by('guardian', school, { about: [crypto.randomUUID()], operation: identity.decideConsent });
    await expect(decide(client, 'give', stranger, { textVersion: 2 })).rejects.toEqual(refused('person.unknown'));
  });

  it('replaces the one before, and a refusal takes a consent back', async () => {
    const { client } = await appFor([byConsent]);
    const first = await decide(client);
    await decide(client);
    await decide(client, 'refuse');
    const rows = await room.query<{ state: string }>('select state from consent where child = $1 order by id', [child]);
    expect(rows.map(({ state }) => state)).toEqual(['replaced', 'withdrawn', 'refused']);
    await expect(room.get(Deciding).withdraw(first.id, guardian)).rejects.toEqual(refused('move.not_allowed', { state: 'replaced' }));
    expect(await listFor(client)).toMatchObject({ consent: 'missing' });
    expect(await room.query('select 1 from deletion_request where child = $1', [child])).toHaveLength(1);
  });

  it('is seen by the family, counted by the school, and told to the app by id', async () => {
    const { client } = await appFor([byConsent]);
    const other = await room.person('pupil', school, { name: '王小红' });
    const head = room.by('schoolAdmin', school, { operation: identity.consentsMissing });
    const missing = async () =>
      (await room.get(ReadingConsents).missing({ organisationId: school, client, limit: 20 }, head)).items.map(({ person }) => person);
    expect((await missing()).sort()).toEqual([child, other].sort());
    await decide(client);
    expect(await missing()).toEqual([other]);
    expect(await room.get(ReadingConsents).counts(school, head)).toEqual({
      apps: [{ client, name: '智慧作业', pupils: 2, given: 1, refused: 0, missing: 1 }],
    });
    const asking = callOf(identity.consentedPupils, app({ client }));
    const { items } = await room.get(ReadingConsents).consented({ organisationId: school, limit: 20 }, asking);
    expect(items).toMatchObject([{ person: child, purposes: ['recommendation'], textVersion: 1 }]);
    expect(await room.get(ReadingConsents).ofWard(child, guardian)).toMatchObject({
      apps: [{ client, asks: 'guardian', valid: true, consent: { state: 'given', moves: ['withdraw', 'replace'] } }],
    });
  });
});

describe('a deletion request', () => {
  it('follows a withdrawal, is answered by its app alone even after the selection ended, and shows when overdue', async () => {
    const { client } = await appFor([byConsent]);
    const { id } = await decide(client);
    await room.get(Deciding).withdraw(id, guardian);
    await room.query(`update app_reach set active = false where client = $1`, [client]);
    const asApp = (who: string) => callOf(identity.answerDeletionRequest, app({ client: who }));
    const [request] = (await room.get(Deletions).ofApp({ limit: 20 }, { ...asApp(client), operation: identity.myDeletionRequests })).items;
    expect(request).toMatchObject({ child, consent: id, dueOn: '2026-12-06', overdue: false, receipt: null });
    const head = room.by('schoolAdmin', school, { operation: identity.deletionRequests });
    const overdue = async () => (await room.get(Deletions).inReach({ standing: 'overdue', limit: 20 }, head)).items.map((row) => row.id);
    expect(await overdue()).toEqual([]);
    room.at('2026-12-06T16:00:00Z');
    expect(await overdue()).toEqual([request!.id]);
    const receipt = { requestId: request!.id, deletedOn: '2026-12-07', what: '全部练习记录', reference: 'DEL-1' };
    await expect(room.get(Deletions).answer(receipt, asApp('another-app'))).rejects.toEqual(refused('deletion_request.unknown'));
    expect(await room.get(Deletions).answer(receipt, asApp(client))).toMatchObject({ state: 'answered', receipt: { reference: 'DEL-1' } });
    expect(await overdue()).toEqual([]);
  });
});
