import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type InputOf } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { app, callOf } from '@lianxue/testing';
import { createHash } from 'node:crypto';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { withApps, type Apps } from './apps.room.js';
import { Providing } from './providing.js';
import { KeepingSandboxes } from '../sandbox/keeping-sandboxes.js';
import { Listing } from './listing.js';
import { Selecting } from './selecting.js';

let room: IdentityRoom & Apps;
let vendor: string;
let school: string;
let sibling: string;

beforeAll(async () => {
  room = await withApps(await openIdentity());
  ({ vendor } = room);
  school = await room.organisation('school', room.city);
  sibling = await room.organisation('school', room.city);
});
afterAll(() => room.close());

const register = (more: Parameters<Apps['register']>[0] = {}, organisation = vendor) => room.register({ organisation, ...more });
const select = (client: string, at: string, scopes: InputOf<typeof identity.selectApp>['scopes'] = ['identity.read']) =>
  room.select(client, at, { scopes }, room.by('schoolAdmin', at));
const reads = (client: string, organisation: string) =>
  room
    .get(Store)
    .first(OrganisationRecord, { strings: ['t.id = ', ''], values: [organisation] }, callOf(identity.organisation, app({ client })));

describe('registering an app', () => {
  it('shows the secret once and keeps only its salted hash', async () => {
    const { app: kept, clientSecret } = await register();
    const [scheme, salt, hash] = kept.secretHash!.split('$');
    expect(scheme).toBe('sha256');
    expect(createHash('sha256').update(Buffer.from(salt!, 'base64url')).update(clientSecret!).digest('base64url')).toBe(hash);
    expect(JSON.stringify(await room.facts())).not.toContain(hash);
  });

  it.each([
    ['a redirect over plain http', { grants: ['authorization_code'], redirectUris: ['http://app.example/cb'] }, 'app.redirect_invalid'],
    ['a redirect with a fragment', { grants: ['authorization_code'], redirectUris: ['https://app.example/cb#x'] }, 'app.redirect_invalid'],
    ['a code flow that leads nowhere', { grants: ['authorization_code'] }, 'app.incomplete'],
    ['a sign-out call that anyone on the way could read', { backchannelLogoutUri: 'http://vendor.example/out' }, 'app.redirect_invalid'],
    ['a public program without a person', { public: true }, 'app.incomplete'],
  ] as const)('refuses %s', async (_what, more, code) => {
    await expect(register(more as never)).rejects.toEqual(refused(code));
  });

  it('is for vendors and authorities, not for schools', async () => {
    await expect(register({}, school)).rejects.toEqual(refused('app.misplaced'));
  });

  it('lets a loopback redirect be plain', async () => {
    await expect(register({ grants: ['authorization_code'], redirectUris: ['http://127.0.0.1:9000/cb'] })).resolves.toBeTruthy();
  });
});

describe('selecting an app', () => {
  it('lets it meet the school at once, and not the neighbour; ended, nothing', async () => {
    const { app: kept } = await register();
    expect(await reads(kept.clientId, school)).toBeUndefined();
    const selection = await select(kept.clientId, school);
    expect(await reads(kept.clientId, school)).toMatchObject({ id: school });
    expect(await reads(kept.clientId, sibling)).toBeUndefined();
    await expect(select(kept.clientId, school)).rejects.toEqual(refused('selection.held'));
    await room.get(Selecting).end(selection.id, undefined, room.by('schoolAdmin', school));
    expect(await reads(kept.clientId, school)).toBeUndefined();
    expect(room.announced.at(-1)).toMatchObject({ kind: 'client', value: kept.clientId });
    await expect(room.get(Selecting).end(selection.id, undefined, room.by('schoolAdmin', school))).rejects.toEqual(
      refused('move.not_allowed'),
    );
    await expect(select(kept.clientId, school)).resolves.toBeTruthy();
  });

  it('gives no more than the app may have, and nothing of the platform’s own', async () => {
    const { app: kept } = await register();
    await expect(select(kept.clientId, school, ['identity.read', 'identity.write'])).rejects.toEqual(
      refused('selection.scopes_exceeded', { scopes: ['identity.write'] }),
    );
    await expect(select('lianxue-console', school)).rejects.toEqual(refused('app.unknown'));
    await expect(
      room
        .get(Selecting)
        .select({ organisationId: sibling, client: kept.clientId, scopes: ['identity.read'] }, room.by('schoolAdmin', school)),
    ).rejects.toEqual(refused('organisation.unknown'));
  });

  it('holds until its day and no longer', async () => {
    const { app: kept } = await register();
    const { id } = await select(kept.clientId, school);
    const until = (ms: number, ifMatch: number) =>
      room
        .get(Selecting)
        .change(
          { selectionId: id, until: new Date(Date.now() + ms).toISOString() },
          callOf(identity.changeSelection, room.by('schoolAdmin', school).caller, {}, { ifMatch }),
        );
    await until(60_000, 1);
    expect(await reads(kept.clientId, school)).toBeTruthy();
    await until(-1, 2);
    expect(await reads(kept.clientId, school)).toBeUndefined();
  });
});

describe('suspending an app', () => {
  it('cuts its tokens for good, is undone by resuming, and is the authority’s to do', async () => {
    const { app: kept } = await register();
    const authority = room.by('systemAdmin', room.city);
    expect(await room.get(Providing).suspend(kept.id, authority)).toMatchObject({ state: 'suspended' });
    expect(room.announced.at(-1)).toEqual({ kind: 'client', value: kept.clientId, notBefore: Date.parse('2026-11-21T08:00:03Z') });
    await expect(select(kept.clientId, sibling)).rejects.toEqual(refused('app.suspended'));
    await expect(room.get(Providing).suspend(kept.id, authority)).rejects.toEqual(refused('move.not_allowed'));
    expect(await room.get(Providing).resume(kept.id, authority)).toMatchObject({ state: 'listed' });
  });

  it('does so in its sandbox too, and there it ends with the app', async () => {
    const { app: kept } = await register();
    const { sandbox } = await room.get(KeepingSandboxes).open(kept.id, room.by('vendor', vendor));
    const state = async () =>
      (await room.query<{ state: string }>('select state from app where client_id = $1', [sandbox.client]))[0]!.state;
    await room.get(Providing).suspend(kept.id, room.bureau());
    expect(await state()).toBe('suspended');
    expect(room.announced.slice(-2).map(({ value }) => value)).toEqual([kept.clientId, sandbox.client]);
    await room.get(Providing).resume(kept.id, room.bureau());
    expect(await state()).toBe('listed');
    await room.get(Listing).withdraw(kept.id, ['停止运营'], room.by('vendor', vendor));
    expect(await state()).toBe('withdrawn');
    expect(room.announced.map(({ value }) => value)).toContain(sandbox.client);
  });

  it('ends an old secret when a new one is made', async () => {
    const { app: kept } = await register();
    const renewed = await room.get(Providing).renewSecret({ appId: kept.id, immediately: true }, room.by('vendor', vendor));
    expect(renewed.app.secretHash).not.toBe(kept.secretHash);
    expect(room.announced.at(-1)).toMatchObject({ kind: 'client', value: kept.clientId });
  });

  it('lets an old secret open for a week at most, and cuts no token meanwhile', async () => {
    const { app: kept } = await register();
    const old = kept.secretHash;
    const week = Date.parse('2026-11-28T08:00:00Z');
    const renew = (oldStopsAt?: string) =>
      room.get(Providing).renewSecret({ appId: kept.id, immediately: false, oldStopsAt }, room.by('vendor', vendor));
    const { app: renewed } = await renew();
    expect([renewed.oldSecretHash, renewed.oldSecretUntil?.getTime()]).toEqual([old, week]);
    expect(room.announced.at(-1)).toEqual({ kind: 'client', value: kept.clientId, notBefore: 1 });
    expect((await renew('2027-01-01T00:00:00Z')).app.oldSecretUntil?.getTime()).toBe(week);
    expect((await renew('2026-11-22T08:00:00+08:00')).app.oldSecretUntil).toEqual(new Date('2026-11-22T00:00:00Z'));
  });

  it('takes a key instead of a secret, and a secret again when one is made', async () => {
    const jwks = { keys: [{ kty: 'EC' as const, crv: 'P-256', x: 'x', y: 'y' }] };
    const { app: kept, clientSecret } = await register({ jwks });
    expect([clientSecret, kept.secretHash]).toEqual([null, null]);
    expect((await room.get(Providing).renewSecret({ appId: kept.id, immediately: false }, room.by('vendor', vendor))).app).toMatchObject({
      jwks: null,
      secretHash: expect.any(String),
    });
  });

  it('leaves the platform’s own clients alone', async () => {
    const [own] = await room.query<{ id: string }>(`select id from app where client_id = 'lianxue-console'`);
    await expect(room.get(Providing).suspend(own!.id, room.by('systemAdmin', room.city))).rejects.toEqual(refused('app.unknown'));
  });
});
