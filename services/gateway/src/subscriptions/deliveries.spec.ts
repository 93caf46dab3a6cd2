import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact } from '@lianxue/contracts';
import { until } from '@lianxue/testing';
import { Webhook } from 'standardwebhooks';
import { DeliveryLog } from './delivery-log.js';
import { Receiver, verify, type Received } from './receiver.room.js';
import { Redelivering } from './redelivering.js';
import { Subscribing } from './subscribing.js';
import { openSubscriptions, type SubscriptionsRoom } from './subscriptions.room.js';

const minute = 60_000;
const hour = 60 * minute;

let room: SubscriptionsRoom;
const receivers: Receiver[] = [];
const receiver = async () => {
  const opened = await Receiver.open();
  receivers.push(opened);
  return opened;
};

beforeAll(async () => {
  room = await openSubscriptions();
});
afterEach(async () => {
  await room.query('delete from subscription');
  await Promise.all(receivers.splice(0).map((each) => each.close()));
});
afterAll(() => room.close());

const log = async (id: string, client: string, more = {}) =>
  (await room.get(DeliveryLog).read({ subscriptionId: id, limit: 200, ...more }, room.call(client))).items;
const happenings = async (count: number, organisation = room.region.school) => {
  const entities: string[] = [];
  for (let n = 0; n < count; n++) entities.push(await room.happen(organisation));
  return entities;
};
/** Goes on in time until the subscription is tried again, so often. */
const waitFor = async (hours: number) => {
  for (const end = room.now().getTime() + hours * hour; room.now().getTime() < end;) {
    room.pass(10 * minute);
    await room.settle();
  }
};

describe('a delivery', () => {
  it('is a CloudEvent, signed so that Standard Webhooks’ own library agrees', async () => {
    const to = await receiver();
    const client = await room.selected(room.region.county);
    const { secret } = await room.subscribe(client, to.url);
    const entity = await room.happen(room.region.school);
    await room.settle();
    expect(to.received).toHaveLength(1);
    const [got] = to.received as [Received];
    expect(got.headers).toMatchObject({ 'content-type': 'application/cloudevents+json; charset=utf-8', 'webhook-id': got.event.id });
    expect(verify(secret, got)).toMatchObject({
      specversion: '1.0',
      type: 'cn.lianxue.resources.resource.published',
      source: 'urn:lianxue:service:resources',
      subject: `resource/${entity}`,
      organisation: room.region.school,
      data: { title: '分数' },
    });
    expect(() => new Webhook(secret).verify(`${got.body} `, got.headers as Record<string, string>)).toThrow('No matching signature');
  });

  it('carries both signatures while a secret rotates, and one afterwards', async () => {
    const to = await receiver();
    const client = await room.selected(room.region.county);
    const { row, secret: old } = await room.subscribe(client, to.url);
    const { secret } = await room.get(Subscribing).rotate(row.id, 1, room.call(client));
    await room.happen(room.region.school);
    await room.settle();
    expect(verify(old, to.received[0]!)).toEqual(verify(secret, to.received[0]!));
    room.pass(hour);
    await room.happen(room.region.school);
    await room.settle();
    expect(() => verify(old, to.received[1]!)).toThrow();
    expect(verify(secret, to.received[1]!)).toBeTruthy();
  });

  it('holds what the app may see and asked for, and nothing else', async () => {
    const to = await receiver();
    const client = await room.selected(room.region.city, ['events.read', 'resources.read']);
    await room.subscribe(client, to.url, {
      types: ['cn.lianxue.resources.resource.*', 'cn.lianxue.identity.*'],
      below: room.region.county,
    });
    const wanted = await room.happen(room.region.school);
    await room.happen(room.region.farSchool);
    await room.happen(room.region.school, { type: 'cn.lianxue.resources.other.thing' });
    await room.happen(room.region.school, { service: 'identity', thing: 'person', type: 'cn.lianxue.identity.person.registered' });
    const elsewhere = await receiver();
    await room.subscribe(await room.selected(room.region.farSchool), elsewhere.url);
    const unselected = await receiver();
    await room.subscribe('never-selected', unselected.url);
    await room.happen(room.region.teachingPoint);
    await room.settle();
    expect(to.taken[0]).toBe(wanted);
    expect(to.taken).toHaveLength(2);
    expect(elsewhere.taken).toEqual([]);
    expect(unselected.taken).toEqual([]);
  });

  it('stops with the selection, and tells of that', async () => {
    const to = await receiver();
    const client = await room.selected(room.region.school);
    await room.subscribe(client, to.url, { types: ['cn.lianxue.*'] });
    const [held] = await room.query<{ id: string }>('select id from app_reach where client = $1', [client]);
    const data = {
      id: held!.id,
      client,
      organisation: room.region.school,
      scopes: ['events.read'],
      active: false,
      until: null,
      version: 2,
    };
    await room.happen(room.region.school, {
      service: 'identity',
      thing: 'selection',
      type: 'cn.lianxue.identity.selection.ended',
      entity: held!.id,
      version: 2,
      data,
    });
    await room.happen(room.region.school);
    await room.settle();
    expect(to.received.map(({ event }) => event.type)).toEqual(['cn.lianxue.federation.scope.left']);
  });

  it('waits while the app is suspended', async () => {
    const to = await receiver();
    const client = await room.selected(room.region.school);
    await room.subscribe(client, to.url);
    const told = (happened: string, state: string): Partial<Fact> => ({
      service: 'identity',
      thing: 'app',
      type: `cn.lianxue.identity.app.${happened}`,
      data: { client, state },
    });
    await room.happen(room.region.vendor, told('suspended', 'suspended'));
    await room.happen(room.region.school);
    await room.settle();
    expect(to.received).toEqual([]);
    await room.happen(room.region.vendor, told('resumed', 'active'));
    await room.settle();
    expect(to.received).toHaveLength(1);
  });
});

describe('a receiver in trouble', () => {
  it('that is down a day, then flaps, then is slow, gets everything once, in order, signed, and holds nobody up', async () => {
    const [to, other] = [await receiver(), await receiver()];
    const client = await room.selected(room.region.county);
    const { row, secret } = await room.subscribe(client, to.url);
    await room.subscribe(client, other.url);
    const sent = await happenings(20);

    to.behaviour = 503;
    await room.settle();
    expect(other.taken).toEqual(sent);
    await waitFor(24);
    sent.push(...(await happenings(20)));
    expect(to.taken).toEqual([]);
    const attempts = to.received.length;
    expect(attempts).toBeGreaterThan(5);
    expect(attempts).toBeLessThanOrEqual(20);
    expect(new Set(to.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);

    let flaps = 0;
    to.behaviour = 204;
    const flap = setInterval(() => (to.behaviour = flaps++ % 2 ? 204 : 500), 3);
    await waitFor(12);
    clearInterval(flap);
    to.behaviour = 204;
    await waitFor(7);
    expect(to.taken).toEqual(sent);
    expect(other.taken).toEqual(sent);
    for (const each of to.received) expect(verify(secret, each)).toBeTruthy();

    to.behaviour = (response) => void setTimeout(() => response.destroy(), 11_000).unref();
    const slow = await happenings(3);
    let settled = false;
    const settling = room.settle().then(() => (settled = true));
    await until(() => settled || other.taken.length === sent.length + 3);
    expect([other.taken, settled]).toEqual([[...sent, ...slow], false]);
    await settling;
    expect((await log(row.id, client))[0]).toMatchObject({ state: 'failing', status: null, error: 'timeout' });
    to.behaviour = 204;
    await waitFor(1);
    expect(to.taken).toEqual([...sent, ...slow]);
  }, 60_000);

  it('that answers 410 is left alone until somebody resumes, and then misses nothing', async () => {
    const to = await receiver();
    const client = await room.selected(room.region.county);
    const { row } = await room.subscribe(client, to.url);
    to.behaviour = 410;
    const sent = await happenings(3);
    await room.settle();
    await waitFor(8);
    expect(to.received).toHaveLength(1);
    const [{ state }] = (await room.query<{ state: string }>('select state from subscription where id = $1', [row.id])) as [
      { state: string },
    ];
    expect(state).toBe('disabled');
    to.behaviour = 200;
    await room.get(Subscribing).resume(row.id, room.call(client));
    await room.settle();
    expect(to.taken).toEqual(sent);
  });

  it('that stays away gets dead letters after three days and at most twenty attempts, and all of them when they are redriven', async () => {
    const to = await receiver();
    const client = await room.selected(room.region.county);
    const { row } = await room.subscribe(client, to.url);
    const [first, second] = (await happenings(2)) as [string, string];
    to.behaviour = 500;
    await room.settle();
    await waitFor(71);
    expect(await log(row.id, client, { state: 'dead' })).toEqual([]);
    await waitFor(8);
    const [dead] = await log(row.id, client, { state: 'dead' });
    expect(dead).toMatchObject({ state: 'dead', status: 500, error: 'status', attempts: expect.any(Number) });
    expect(dead!.attempts).toBeLessThanOrEqual(20);
    expect(to.received.filter(({ headers }) => headers['webhook-id'] === dead!.event)).toHaveLength(dead!.attempts);
    to.behaviour = 204;
    await waitFor(7);
    expect(to.taken).toEqual([second]);
    const { after, until } = await room.get(Redelivering).redrive(row.id, room.call(client));
    expect(until - after).toBe(1);
    await room.settle();
    expect(to.taken).toEqual([second, first]);
    expect(await log(row.id, client, { state: 'dead' })).toEqual([]);
  }, 60_000);

  it.each([
    ['sends elsewhere', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), { status: 302, error: 'status' }],
    ['hangs up', (response) => response.destroy(), { status: null, error: 'connection' }],
  ] as [string, Receiver['behaviour'], object][])('that %s is tried again', async (_, behaviour, logged) => {
    const to = await receiver();
    const client = await room.selected(room.region.county);
    const { row } = await room.subscribe(client, to.url);
    to.behaviour = behaviour;
    await room.happen(room.region.school);
    await room.settle();
    expect(await log(row.id, client)).toMatchObject([logged]);
    expect(to.received).toHaveLength(1);
  });

  it('that answers for ever is read no further than needed', async () => {
    const to = await receiver();
    const client = await room.selected(room.region.county);
    await room.subscribe(client, to.url);
    let written = 0;
    to.behaviour = (response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) written += 16_384;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    const [entity] = await happenings(1);
    await room.settle();
    expect(written).toBeLessThan(16 * 1024 * 1024);
    expect(to.received[0]!.event.subject).toBe(`resource/${entity}`);
  });
});
