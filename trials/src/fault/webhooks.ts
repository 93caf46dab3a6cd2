import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyWebhook, type WebhookEvent } from '@lianxue/client';
import type { Api, World } from '../story/world.js';
import type { TrialPlatform } from '../trial-platform.js';
import type { Effort, Finding } from './faults.js';
import { writeUntil, type Writing } from './writers.js';

const scopes = ['events.read', 'federation.read', 'resources.read'];

/** A receiver that fails now and then, and a gateway that is killed meanwhile: everything arrives, in order, signed. */
export async function hearing(platform: TrialPlatform, world: World, writing: Writing, { calmMs }: Effort): Promise<Finding> {
  const api = await listener(world);
  const receiver = await openReceiver();
  const made = await api.post('/subscriptions', { url: receiver.url, types: ['cn.lianxue.resources.*'] });
  world.check(made.status === 201, 'an app subscribes', made.body);
  receiver.secret = made.body.secret as string;

  let isOver = false;
  const writes = writeUntil(writing, () => isOver);
  await sleep(calmMs);
  process.kill(platform.process('gateway').pid, 'SIGKILL');
  await sleep(200);
  await platform.untilReady();
  await sleep(calmMs);
  isOver = true;
  const { acknowledged } = await writes;

  const back = Date.now();
  const missing = () => acknowledged.filter(({ id }) => !receiver.heard.has(id)).length;
  // What failed is tried again after half a minute unless somebody wakes it.
  while (missing() > 0 && Date.now() - back < 120_000) {
    await api.post(`/subscriptions/${made.body.id}/ping`);
    await sleep(200);
  }
  const inOrder = await isOrderOfFeed(api, receiver.taken);
  await receiver.close();
  await api.delete(`/subscriptions/${made.body.id}`);
  return {
    fault: 'kill -9 gateway while a receiver of webhooks fails now and then',
    held: missing() === 0 && inOrder && receiver.forged === 0 && acknowledged.length > 0,
    figures: {
      acknowledged: acknowledged.length,
      missing: missing(),
      deliveries: receiver.deliveries,
      repeated: receiver.taken.length - new Set(receiver.taken).size,
      forged: receiver.forged,
      inOrder: String(inOrder),
    },
  };
}

async function listener(world: World): Promise<Api> {
  const admin = await world.as('systemAdmin', world.city);
  const app = await admin.post('/apps', {
    organisation: world.city.id,
    name: `收听试验 ${world.run}`,
    grants: ['client_credentials'],
    scopes,
  });
  world.check(app.status === 201, 'an app is registered to listen', app.body);
  const selection = await admin.post(`/organisations/${world.city.id}/selections`, { client: app.body.clientId, scopes });
  world.check(selection.status === 201, 'and selected', selection.body);
  return world.app(app.body.clientId as string, app.body.clientSecret as string);
}

async function openReceiver() {
  const receiver = {
    url: '',
    secret: '',
    deliveries: 0,
    forged: 0,
    /** Events taken, as they came. */
    taken: [] as string[],
    /** Entities heard of. */
    heard: new Set<string>(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (++receiver.deliveries % 50 === 0) return void response.writeHead(500).end();
      const event = verified(receiver.secret, request.headers, Buffer.concat(chunks));
      if (!event) receiver.forged++;
      else if (event.type.startsWith('cn.lianxue.resources.')) {
        receiver.taken.push(event.id);
        receiver.heard.add(event.subject.split('/')[1]!);
      }
      response.writeHead(event ? 204 : 401).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  return receiver;
}

function verified(secret: string, headers: Parameters<typeof verifyWebhook>[1], body: Buffer): WebhookEvent | undefined {
  try {
    return verifyWebhook(secret, headers, body);
  } catch {
    return undefined;
  }
}

/** Whether events came in the order that the feed itself tells them in, repeats left out. */
async function isOrderOfFeed(api: Api, taken: readonly string[]): Promise<boolean> {
  const place = new Map<string, number>();
  for (let cursor: string | undefined, more = true; more;) {
    const page = await api.get('/federation/v1/changes', { query: { limit: 200, cursor } });
    for (const { id } of page.body.items as { id: string }[]) place.set(id, place.size);
    ({ next: cursor, more } = page.body as { next: string; more: boolean });
  }
  const places = [...new Set(taken)].map((id) => place.get(id) ?? -1);
  return places.every((each, index) => each >= 0 && (index === 0 || each > places[index - 1]!));
}
