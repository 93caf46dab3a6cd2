import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { Store, sql } from '@lianxue/persistence';
import { app as program, callOf } from '@lianxue/testing';
import { App } from '../apps/app.entity.js';
import { withApps, type Apps } from '../apps/apps.room.js';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { Person } from '../people/person.entity.js';
import { RegisteringPeople } from '../people/registering-people.js';
import { SigningIn } from '../signing-in/signing-in.js';
import { Declaring } from '../consents/declaring.js';
import { Deletions } from '../consents/deletions.js';
import { SandboxConsenting } from './consenting.js';
import { fixedId, sandboxRoot } from './fixed-ids.js';
import { KeepingSandboxes, type Opened } from './keeping-sandboxes.js';
import { NeededSteps } from './needed-steps.js';
import { sandboxSchool } from './sandbox-school.js';
import { sandboxView } from './sandbox.view.js';

let room: IdentityRoom & Apps;
let app: App;
let opened: Opened;

const register = () => room.register({ organisation: room.city, scopes: ['identity.read', 'identity.write'] });
const open = (id: string) => room.get(KeepingSandboxes).open(id, room.by('vendor', room.city));
const inside = (operation = identity.resetSandbox as never) =>
  callOf(operation, { ...program({ client: opened.sandbox.client }), sandbox: app.id });
const rows = (person: string) => room.query<{ name: string; version: number }>(`select name, version from person where id = $1`, [person]);

beforeAll(async () => {
  room = await withApps(await openIdentity());
  ({ app } = await register());
  opened = await open(app.id);
});
afterAll(() => room.close());

describe('a sandbox', () => {
  it('has ids that only the app decides, of a form every reader of UUIDs accepts', () => {
    const { county, school } = opened.sandbox;
    expect([county, school]).toEqual([fixedId(app.id, 'county'), fixedId(app.id, 'school')]);
    expect(school).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(fixedId('another', 'school')).not.toBe(school);
  });

  it('lets its client meet its school, and nobody of the region meet it', async () => {
    const meets = (operation: Parameters<typeof callOf>[0], caller: Parameters<typeof callOf>[1]) =>
      room.get(Store).first(OrganisationRecord, sql`t.id = ${opened.sandbox.school}`, callOf(operation, caller));
    expect(await meets(identity.organisation, program({ client: opened.sandbox.client }))).toMatchObject({ name: '沙箱小学' });
    expect(await meets(identity.organisation, room.by('systemAdmin', room.city).caller)).toBeUndefined();
    expect(await meets(identity.organisation, program({ client: app.clientId }))).toBeUndefined();
    const people = await room
      .get(Store)
      .page(Person, callOf(identity.peopleOf, program({ client: opened.sandbox.client })), { limit: 50 }, (each) => each);
    expect(people.items).toHaveLength(sandboxSchool(app.id).people.length);
    const others = await room
      .get(Store)
      .page(Person, callOf(identity.peopleOf, room.by('systemAdmin', room.city).caller), { limit: 200 }, ({ id }) => id);
    expect(others.items).not.toContain(people.items[0]!.id);
  });

  it('stands under a root of its own, and its client is in no directory and no list of apps', async () => {
    const [root] = await room.query<{ parent: null }>(`select parent from organisation_record where id = $1`, [sandboxRoot]);
    expect(root).toEqual({ parent: null });
    const offered = await room
      .get(Store)
      .page(App, callOf(identity.offeredApps, room.by('teacher', room.city).caller), { limit: 50 }, ({ clientId }) => clientId);
    expect(offered.items).toContain(app.clientId);
    expect(offered.items).not.toContain(opened.sandbox.client);
  });

  it('gives its people accounts with the password that was told', async () => {
    const { username, id } = sandboxView(opened.sandbox, []).people.find(({ role }) => role === 'teacher')!;
    const signedIn = await room
      .get(SigningIn)
      .signIn({ username: username!, password: opened.password }, callOf(identity.signIn, room.by('systemAdmin', room.city).caller));
    expect(signedIn).toMatchObject({ person: id, mustChangePassword: false });
  });

  it('has school years and terms, of which one begins on the next 1 September', async () => {
    const terms = await room.query<{ kind: string; since: string; until: string }>(
      'select kind, since::text, until::text from term where organisation = $1 order by since, kind',
      [opened.sandbox.county],
    );
    expect(terms.map(({ kind, since }) => `${kind} ${since}`)).toEqual([
      'schoolYear 2026-09-01',
      'term 2026-09-01',
      'term 2027-02-10',
      'schoolYear 2027-09-01',
      'term 2027-09-01',
      'term 2028-02-10',
    ]);
  });

  it('is made anew on request with new secrets and the same ids', async () => {
    const again = await open(app.id);
    expect(again.clientSecret).not.toBe(opened.clientSecret);
    expect(again.sandbox).toMatchObject({ id: opened.sandbox.id, client: opened.sandbox.client, school: opened.sandbox.school });
    opened = again;
  });
});

describe('the checklist', () => {
  const needed = (id: string) => room.get(NeededSteps).of(id);

  it('asks for webhooks of an app that hears events, and for a deletion receipt of one that asks for consent', async () => {
    expect(await needed(app.id)).toEqual(['token', 'paging', 'condition', 'tooMany', 'unavailable', 'reach']);
    const hearing = (await room.register({ scopes: ['identity.read', 'events.read'] })).app;
    expect(await needed(hearing.id)).toContain('webhook');
    expect(await needed(hearing.id)).not.toContain('deletion');
    const purposes = [{ purpose: 'recommendation' as const, basis: 'consent' as const, minors: true, notice: '推荐练习' }];
    await room.get(Declaring).declare({ appId: hearing.id, purposes }, room.bureau());
    expect(await needed(hearing.id)).toEqual(expect.arrayContaining(['webhook', 'deletion']));
    const { sandbox } = await room.get(KeepingSandboxes).open(hearing.id, room.by('vendor', room.vendor));
    expect(sandbox.checklist(await needed(hearing.id))).toMatchObject({
      passed: false,
      missing: expect.arrayContaining(['webhook', 'deletion']),
    });
    expect(sandbox.checklist([])).toMatchObject({ passed: true });
  });

  it('has a consent withdrawn by the guardian of the synthetic school, with all that follows', async () => {
    const consent = await room.get(SandboxConsenting).withdraw(inside(identity.withdrawSandboxConsent as never));
    expect(consent).toMatchObject({ child: fixedId(app.id, 'person', 'pupil1'), client: opened.sandbox.client, state: 'withdrawn' });
    const told = (await room.facts()).filter(({ entity }) => entity === consent.id).map(({ type }) => type.split('.').at(-1));
    expect(told).toEqual(['given', 'withdrawn']);
    const asks = callOf(identity.myDeletionRequests, program({ client: opened.sandbox.client }));
    expect((await room.get(Deletions).ofApp({ limit: 20 }, asks)).items).toMatchObject([
      { consent: consent.id, why: 'withdrawn', state: 'asked' },
    ]);
    await room.get(KeepingSandboxes).reset(inside());
    expect((await room.get(Deletions).ofApp({ limit: 20 }, asks)).items).toEqual([]);
    await expect(
      (async () => room.get(SandboxConsenting).withdraw(callOf(identity.resetSandbox, program({ client: app.clientId }))))(),
    ).rejects.toEqual(refused('sandbox.token_required'));
  });
});

describe('resetting', () => {
  const pupil = () => fixedId(app.id, 'person', 'pupil1');

  beforeEach(async () => {
    await room.get(KeepingSandboxes).reset(inside());
  });

  it('takes back what was changed, brings back what was closed, and removes what was added', async () => {
    const [before] = await rows(pupil());
    await room.query(`update person set name = '改了', closed = true, version = version + 1 where id = $1`, [pupil()]);
    const added = await room.get(RegisteringPeople).register(
      {
        organisation: opened.sandbox.school,
        name: '新生',
        idType: '1',
        idNumber: null,
        pupilNumber: null,
        phone: null,
        posts: [],
        source: 'local',
      },
      { ...room.by('systemAdmin', opened.sandbox.county, { client: opened.sandbox.client }) },
    );
    expect(await rows(added.person.id)).toHaveLength(1);
    await room.get(KeepingSandboxes).reset(inside());
    const [after] = await rows(pupil());
    expect(after).toEqual({ name: before!.name, version: before!.version + 2 });
    expect(await rows(added.person.id)).toEqual([]);
  });

  it('leaves the region and other sandboxes alone', async () => {
    const school = await room.organisation('school', room.city);
    const person = await room.person('pupil', school);
    const other = await register();
    await open(other.app.id);
    await room.get(KeepingSandboxes).reset(inside());
    expect(await rows(person)).toHaveLength(1);
    expect(await rows(fixedId(other.app.id, 'person', 'pupil1'))).toHaveLength(1);
  });

  it('is for a token of the sandbox', async () => {
    await expect(
      (async () => room.get(KeepingSandboxes).reset(callOf(identity.resetSandbox, program({ client: app.clientId }))))(),
    ).rejects.toEqual(refused('sandbox.token_required'));
  });
});
