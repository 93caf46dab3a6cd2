import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { subscriptions } from '@lianxue/contracts';
import { callOf, person } from '@lianxue/testing';
import { typesOf } from './event-types.js';
import { Owning } from './owning.js';
import { Subscribing } from './subscribing.js';
import { openSubscriptions, type SubscriptionsRoom } from './subscriptions.room.js';

const url = 'http://127.0.0.1:9/hooks';
let room: SubscriptionsRoom;
let client: string;

beforeAll(async () => {
  room = await openSubscriptions();
  client = await room.selected(room.region.county);
});
afterEach(() => room.query('delete from subscription'));
afterAll(() => room.close());

describe('subscribing', () => {
  it('keeps the secret sealed, out of facts and out of answers', async () => {
    const { row, secret } = await room.subscribe(client, url);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const kept = JSON.stringify([await room.query('select * from subscription'), await room.query('select * from outbox')]);
    expect(kept).not.toContain(secret.slice(6));
    expect(JSON.stringify(await room.facts())).not.toContain(url);
    expect(await room.get(Owning).one(row.id, room.call(client))).toMatchObject({ client, url, state: 'active' });
  });

  it('repeats its answer under the same Idempotency-Key', async () => {
    const input = { url, types: ['cn.lianxue.resources.*'], below: null, note: null };
    const call = () => ({ ...room.call(client, { idempotencyKey: 'once' }), input });
    const first = await room.get(Subscribing).subscribe(input, call());
    const second = await room.get(Subscribing).subscribe(input, call());
    expect(second).toMatchObject({ secret: first.secret, row: { id: first.row.id } });
  });

  it.each([
    ['an address inside', { url: 'https://10.0.0.1/' }, 'subscription.url_refused'],
    ['a plain address', { url: 'http://vendor.example/' }, 'subscription.url_refused'],
    ['a type that does not exist', { types: ['cn.lianxue.resources.resource.vanished'] }, 'subscription.type_unknown'],
    ['a thing that does not exist', { types: ['cn.lianxue.resources.nothing.*'] }, 'subscription.type_unknown'],
    ['another app', { client: 'somebody-else' }, 'subscription.client_refused'],
  ] as const)('refuses %s', async (_, more, code) => {
    await expect(room.subscribe(client, url, more as object)).rejects.toMatchObject({ kind: { code } });
  });

  it('refuses an organisation out of reach like one that does not exist', async () => {
    for (const below of [room.region.farSchool, '01900000-0000-7000-8000-000000000000'])
      await expect(room.subscribe(client, url, { below })).rejects.toMatchObject({ kind: { code: 'organisation.unknown' } });
    await expect(room.subscribe(client, url, { below: room.region.school })).resolves.toBeTruthy();
  });

  it('knows no subscription of another app, whatever is asked of it', async () => {
    const { row } = await room.subscribe(client, url);
    const other = await room.selected(room.region.county);
    const call = room.call(other, { ifMatch: 7 });
    const unknown = { kind: { code: 'subscription.unknown' } };
    await expect(room.get(Owning).one(row.id, call)).rejects.toMatchObject(unknown);
    await expect(room.get(Subscribing).change({ subscriptionId: row.id, note: 'x' }, call)).rejects.toMatchObject(unknown);
    await expect(room.get(Subscribing).rotate(row.id, 0, call)).rejects.toMatchObject(unknown);
    await expect(room.get(Subscribing).end(row.id, call)).rejects.toMatchObject(unknown);
    expect((await room.get(Owning).page({ limit: 20 }, call)).items).toEqual([]);
  });

  it('shows an authority the subscriptions of apps it provides, and no others', async () => {
    const { row } = await room.subscribe(client, url);
    await room.query('update subscription set organisation = $1', [room.region.county]);
    const seen = async (organisation: string) =>
      (
        await room.get(Owning).page({ limit: 20 }, callOf(subscriptions.subscriptions, person({ role: 'systemAdmin', organisation })))
      ).items.map(({ id }) => id);
    expect(await seen(room.region.city)).toEqual([row.id]);
    expect(await seen(room.region.neighbourCounty)).toEqual([]);
  });

  it('says when somebody else changed it meanwhile', async () => {
    const { row } = await room.subscribe(client, url);
    await expect(
      room.get(Subscribing).change({ subscriptionId: row.id, note: '新' }, room.call(client, { ifMatch: 1 })),
    ).resolves.toMatchObject({
      version: 2,
    });
    await expect(
      room.get(Subscribing).change({ subscriptionId: row.id, note: '旧' }, room.call(client, { ifMatch: 1 })),
    ).rejects.toMatchObject({
      kind: { code: 'version.changed' },
    });
  });

  it('goes with its log when it ends', async () => {
    const { row } = await room.subscribe(client, url);
    await room.get(Subscribing).end(row.id, room.call(client));
    expect(await room.query('select 1 from subscription_progress where subscription = $1', [row.id])).toEqual([]);
  });

  it('keeps its tables as its entity says', async () => expect(await room.schemaDiff()).toEqual([]));
});

describe('a pattern of types', () => {
  it('means the types of a thing or of a service, and never half a word', () => {
    expect(typesOf(['cn.lianxue.resources.resource.*'])).toContain('cn.lianxue.resources.resource.published');
    expect(typesOf(['cn.lianxue.identity.*']).length).toBeGreaterThan(typesOf(['cn.lianxue.identity.person.*']).length);
    expect(typesOf(['cn.lianxue.identity.p.*'])).toEqual([]);
  });
});
