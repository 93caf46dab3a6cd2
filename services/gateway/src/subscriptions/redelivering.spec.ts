import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { subscriptions } from '@lianxue/contracts';
import { app, callOf } from '@lianxue/testing';
import { DeliveryLog } from './delivery-log.js';
import { Pinging } from './pinging.js';
import { Receiver, verify } from './receiver.room.js';
import { Redelivering } from './redelivering.js';
import { openSubscriptions, type SubscriptionsRoom } from './subscriptions.room.js';

let room: SubscriptionsRoom;
let to: Receiver;
let client: string;

beforeAll(async () => {
  room = await openSubscriptions();
  client = await room.selected(room.region.county);
});
beforeEach(async () => {
  to = await Receiver.open();
});
afterEach(async () => {
  await room.query('delete from subscription');
  await to.close();
});
afterAll(() => room.close());

const log = async (id: string) => (await room.get(DeliveryLog).read({ subscriptionId: id, limit: 200 }, room.call(client))).items;
const happenings = async (count: number) => {
  const entities: string[] = [];
  for (let n = 0; n < count; n++) entities.push(await room.happen(room.region.school));
  return entities;
};

describe('asking for more', () => {
  it('pings at once, signed, and wakes what waits', async () => {
    const { row, secret } = await room.subscribe(client, to.url);
    to.behaviour = 500;
    const sent = await happenings(1);
    await room.settle();
    expect(await room.get(Pinging).ping(row.id, room.call(client))).toMatchObject({ delivered: false, status: 500, error: 'status' });
    to.behaviour = 204;
    expect(await room.get(Pinging).ping(row.id, room.call(client))).toMatchObject({ delivered: true, status: 204 });
    expect(verify(secret, to.received.at(-1)!)).toMatchObject({ type: 'cn.lianxue.subscriptions.subscription.pinged' });
    await room.settle();
    expect(to.taken.at(-1)).toBe(sent[0]);
  });

  it('redelivers one event, a range of positions and a range of times, in order and under the same id', async () => {
    const earlier = await happenings(3);
    const { row } = await room.subscribe(client, to.url);
    const [one, two] = (await happenings(2)) as [string, string];
    await room.settle();
    const entries = await log(row.id);
    const again = (input: object) => room.get(Redelivering).redeliver({ subscriptionId: row.id, ...input }, room.call(client));

    await again({ event: entries.at(-1)!.event });
    await room.settle();
    expect(to.taken.slice(2)).toEqual([one]);
    expect(to.received[2]!.headers['webhook-id']).toBe(to.received[0]!.headers['webhook-id']);

    await again({ from: entries[0]!.position!, to: entries[0]!.position! });
    await room.settle();
    expect(to.taken.slice(3)).toEqual([two]);

    await again({ since: '2020-01-01T00:00:00Z' });
    const fresh = await happenings(1);
    await room.settle();
    expect(to.taken.slice(4)).toEqual(expect.arrayContaining([...earlier, one, two]));
    expect(to.taken.at(-1)).toBe(fresh[0]);
    await expect(again({})).rejects.toMatchObject({ kind: { code: 'subscription.redelivery_unclear' } });
    await expect(again({ event: row.id })).rejects.toMatchObject({ kind: { code: 'subscription.delivery_unknown' } });
  });

  it('shows its log page by page, and to nobody else', async () => {
    const { row } = await room.subscribe(client, to.url);
    await happenings(5);
    await room.settle();
    const reading = room.get(DeliveryLog);
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await reading.read({ subscriptionId: row.id, limit: 2, ...(cursor && { cursor }) }, room.call(client));
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
      more = cursor !== undefined;
    }
    expect(seen).toEqual((await log(row.id)).map(({ id }) => id));
    expect(seen).toHaveLength(5);
    const stranger = callOf(subscriptions.deliveries, app({ client: 'stranger' }));
    await expect(reading.read({ subscriptionId: row.id, limit: 2 }, stranger)).rejects.toMatchObject({
      kind: { code: 'subscription.unknown' },
    });
  });
});
