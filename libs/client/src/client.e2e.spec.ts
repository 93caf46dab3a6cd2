import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { platform, type TestPlatform } from '@lianxue/testing';
import { connect, pages, taken, verifyWebhook, type Lianxue, type WebhookEvent } from './index.js';

const types = ['cn.lianxue.identity.organisation.*'];
let running: TestPlatform;
let credentials: { origin: string; clientId: string; clientSecret: string };
let app: Lianxue;

beforeAll(async () => {
  running = await platform();
  const { clientId, clientSecret } = running.known.clients.find(
    ({ scopes, grants }) => grants.includes('client_credentials') && scopes.includes('events.read'),
  )!;
  credentials = { origin: running.origin, clientId, clientSecret };
  app = connect(credentials);
}, 300_000);
afterAll(async () => {
  for (const { id } of (await taken(app.api.GET('/api/v1/subscriptions'))).items)
    await app.api.DELETE('/api/v1/subscriptions/{subscriptionId}', { params: { path: { subscriptionId: id } } });
});

describe('the client, on a running platform', () => {
  it('reads a list page after page', async () => {
    const province = running.known.clients.find(({ what }) => what.includes('province'))!;
    const { api } = connect({ ...credentials, clientId: province.clientId, clientSecret: province.clientSecret });
    // A county of which the tests beside this make nothing.
    const listed = (limit: number, cursor?: string) =>
      api.GET('/api/v1/organisations', { params: { query: { name: '东乡区', limit, cursor } } });
    const all = (await taken(listed(200))).items.map(({ name }) => name);
    const names: string[] = [];
    for await (const { name } of pages((cursor) => listed(1, cursor))) names.push(name);
    expect(names).toEqual(all);
    expect(names.length).toBeGreaterThan(2);
  });

  it('throws the platform’s refusals with their code and facts', async () => {
    const { api } = connect({ ...credentials, language: 'en' });
    const asked = taken(api.POST('/api/v1/subscriptions', { body: { url: 'https://10.0.0.1/', types } }));
    await expect(asked).rejects.toMatchObject({ name: 'Refused', problem: { status: 422, code: 'subscription.url_refused' } });
    await expect(connect({ ...credentials, clientSecret: 'wrong' }).token()).rejects.toThrow('401');
  });

  it('does once what it has to ask for several times', async () => {
    const troubles = ['under way', 'lost', 503, 429];
    const { api } = connect({
      ...credentials,
      fetch: async (input, init) => {
        const answer = await fetch(input, init);
        if (!(input instanceof Request) || input.method !== 'POST') return answer;
        const trouble = troubles.shift();
        // The second time it was done, and the answer was lost.
        if (trouble === 'lost') throw new TypeError('fetch failed');
        if (trouble === 'under way') return Response.json({ code: 'idempotency.in_progress' }, { status: 409 });
        return typeof trouble === 'number' ? new Response(null, { status: trouble, headers: { 'retry-after': '0' } }) : answer;
      },
    });
    const note = `once ${Date.now()}`;
    const { id } = await taken(api.POST('/api/v1/subscriptions', { body: { url: 'http://127.0.0.1:9/', types, note } }));
    expect(troubles).toEqual([]);
    const { items } = await taken(app.api.GET('/api/v1/subscriptions', { params: { query: { limit: 200 } } }));
    expect(items.filter((each) => each.note === note).map((each) => each.id)).toEqual([id]);
  });

  it('hears of what happens, signed, and of what happened before when it asks', async () => {
    const events: WebhookEvent[] = [];
    let secret = '';
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        events.push(verifyWebhook(secret, request.headers, Buffer.concat(chunks)));
        response.writeHead(204).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const made = await taken(app.api.POST('/api/v1/subscriptions', { body: { url, types } }));
    secret = made.secret;
    const params = { path: { subscriptionId: made.id } };
    expect(await taken(app.api.POST('/api/v1/subscriptions/{subscriptionId}/ping', { params }))).toMatchObject({
      delivered: true,
      status: 204,
    });
    await taken(app.api.POST('/api/v1/subscriptions/{subscriptionId}/redeliveries', { params, body: { from: 0 } }));
    for (const until = Date.now() + 20_000; events.length < 2 && Date.now() < until;) await new Promise((done) => setTimeout(done, 50));
    server.close();
    server.closeAllConnections();
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['cn.lianxue.subscriptions.subscription.pinged', 'cn.lianxue.identity.organisation.registered']),
    );
    const log = await taken(app.api.GET('/api/v1/subscriptions/{subscriptionId}/deliveries', { params }));
    expect(log.items).toEqual(expect.arrayContaining([expect.objectContaining({ event: events[0]!.id, state: 'delivered', attempts: 1 })]));
  });
});
