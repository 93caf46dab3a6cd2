import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEdge, type OpenEdge } from './spec-kit/open-edge.js';
import { RoomHandlers, roomId } from './spec-kit/rooms.js';

let edge: OpenEdge;
let token: string;
beforeAll(async () => {
  edge = await openEdge();
  token = await edge.sign();
});
afterAll(() => edge?.close());

const json = { 'content-type': 'application/json' };
const add = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  edge.ask('/api/v1/rooms', { method: 'POST', token, body: body as never, headers: { ...json, ...headers } });

describe('an operation over REST', () => {
  it('answers an item with its ETag, and 304 to whoever has it', async () => {
    const answer = await edge.ask(`/api/v1/rooms/${roomId}`, { token });
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('content-type')]).toEqual([
      200,
      '"3"',
      'application/json; charset=utf-8',
    ]);
    expect(await answer.json()).toMatchObject({ id: roomId, seats: 45 });
    for (const known of ['"3"', 'W/"3"', '"1", "3"', '*']) {
      const again = await edge.ask(`/api/v1/rooms/${roomId}`, { token, headers: { 'if-none-match': known } });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, '"3"', '']);
    }
    expect((await edge.ask(`/api/v1/rooms/${roomId}`, { token, headers: { 'if-none-match': '"2"' } })).status).toBe(200);
  });

  it('says where a created item is', async () => {
    const answer = await add('{"name":"乙","seats":40}');
    expect([answer.status, answer.headers.get('location'), answer.headers.get('etag')]).toEqual([201, `/api/v1/rooms/${roomId}`, '"1"']);
  });

  it('links to the next page, keeping the filter', async () => {
    const answer = await edge.ask('/api/v1/rooms?limit=200&name=%E5%BD%95%E6%92%AD', { token });
    expect(answer.headers.get('link')).toBe('</api/v1/rooms?limit=200&name=%E5%BD%95%E6%92%AD&cursor=200>; rel="next"');
    const last = await edge.ask('/api/v1/rooms?limit=200&cursor=400', { token });
    expect([last.headers.get('link'), ((await last.json()) as { items: unknown[] }).items.length]).toEqual([null, 50]);
  });

  it('answers nothing where there is nothing to say', async () => {
    const answer = await edge.ask(`/api/v1/rooms/${roomId}/close`, { method: 'POST', token });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it('passes on what a caller says besides the input', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await add('{"name":"丙","seats":40}', { 'idempotency-key': 'k-1', 'accept-language': 'en', traceparent });
    expect(RoomHandlers.calls.at(-1)).toMatchObject({
      idempotencyKey: 'k-1',
      language: 'en',
      traceparent,
      caller: { kind: 'person', role: 'teacher' },
    });
    const renamed = await edge.ask(`/api/v1/rooms/${roomId}`, {
      method: 'PATCH',
      token,
      body: '{"name":"丁"}',
      headers: { ...json, 'if-match': '"3"' },
    });
    expect(await renamed.json()).toMatchObject({ version: 4 });
    const app = await edge.sign({
      sub: 'vendor-app',
      client_id: 'vendor-app',
      role: undefined,
      org: undefined,
      post: undefined,
      sid: undefined,
      about: undefined,
    });
    await edge.ask(`/api/v1/rooms/${roomId}`, { token: app, headers: { 'acting-organisation': roomId } });
    expect(RoomHandlers.calls.at(-1)!.caller).toMatchObject({ kind: 'app', organisation: roomId });
  });

  it('serves HEAD like GET, without the body', async () => {
    const answer = await edge.ask(`/api/v1/rooms/${roomId}`, { method: 'HEAD', token });
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([200, '"3"', '']);
  });

  it('lets a page of another origin call it, with no cookie in play', async () => {
    const preflight = await edge.ask('/api/v1/rooms', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });
    expect([
      preflight.status,
      preflight.headers.get('access-control-allow-origin'),
      preflight.headers.get('access-control-allow-credentials'),
    ]).toEqual([204, '*', null]);
    const answer = await edge.ask('/api/v1/weather', { headers: { origin: 'https://app.example' } });
    expect(answer.headers.get('access-control-expose-headers')).toContain('ETag');
  });

  it('keeps answers out of caches and sniffing, pages out of frames too', async () => {
    const { headers } = await edge.ask('/api/v1/weather');
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff']);
    expect((await edge.ask('/')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});

describe('who asks', () => {
  it('asks for a token, in the reader’s language', async () => {
    const answer = await edge.ask(`/api/v1/rooms/${roomId}`);
    expect([answer.status, answer.headers.get('www-authenticate'), answer.headers.get('content-type')]).toEqual([
      401,
      'Bearer realm="lianxue"',
      'application/problem+json; charset=utf-8',
    ]);
    expect(await answer.json()).toEqual({
      type: '/problems/token.missing',
      title: '请先登录',
      status: 401,
      code: 'token.missing',
      detail: '请先登录',
      instance: expect.stringMatching(/^urn:trace:[0-9a-f]{32}$/),
    });
    const english = await edge.ask(`/api/v1/rooms/${roomId}`, { headers: { 'accept-language': 'fr, en;q=0.8, zh;q=0.5' } });
    expect([english.headers.get('content-language'), ((await english.json()) as { title: string }).title]).toEqual(['en', 'Sign in first']);
  });

  it('takes the scheme in any case, and no other place for a token', async () => {
    const ask = async (headers: Record<string, string>, path = `/api/v1/rooms/${roomId}`) => (await edge.ask(path, { headers })).status;
    expect(await ask({ authorization: `bEaReR ${token}` })).toBe(200);
    expect(await ask({ authorization: `Basic ${token}` })).toBe(401);
    expect(await ask({ authorization: token })).toBe(401);
    expect(await ask({ authorization: `Bearer ${token} x` })).toBe(401);
    expect(await ask({ authorization: 'Bearer ' })).toBe(401);
    expect(await ask({ cookie: `access_token=${token}` })).toBe(401);
    expect(await ask({}, `/api/v1/rooms/${roomId}?access_token=${token}`)).toBe(401);
  });

  it('needs none for what is public, but refuses a bad one even there', async () => {
    expect(await (await edge.ask('/api/v1/weather')).json()).toEqual({ to: 'anyone', language: 'zh' });
    expect(await (await edge.ask('/api/v1/weather', { token })).json()).toMatchObject({ to: '01939f6e-7c00-7000-8000-00000000000a' });
    const answer = await edge.ask('/api/v1/weather', { token: `${token}x` });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'token.invalid']);
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it('names the scope an app lacks', async () => {
    const answer = await edge.ask(`/api/v1/rooms/${roomId}`, { token: await edge.sign({ scope: 'resources.write' }) });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      403,
      'Bearer realm="lianxue", error="insufficient_scope", scope="resources.read"',
    ]);
    expect(await answer.json()).toMatchObject({
      code: 'scope.missing',
      title: '应用未获得授权：…',
      detail: '应用未获得授权：resources.read',
      scope: 'resources.read',
    });
  });

  it('forgets a caller whose rights were withdrawn', async () => {
    const gone = await edge.sign({ sub: '01939f6e-7c00-7000-8000-0000000000dd' });
    expect((await edge.ask('/api/v1/weather', { token: gone })).status).toBe(200);
    edge.revocations.push({ kind: 'subject', value: '01939f6e-7c00-7000-8000-0000000000dd', notBefore: Date.now() });
    const until = Date.now() + 5_000;
    let answer = await edge.ask('/api/v1/weather', { token: gone });
    while (answer.status === 200 && Date.now() < until) answer = await edge.ask('/api/v1/weather', { token: gone });
    expect(await answer.json()).toMatchObject({ status: 401, code: 'token.revoked' });
  });
});

describe('a refusal', () => {
  it('is worded with its facts, which stand beside it', async () => {
    const answer = await add('{"name":"甲","seats":40}');
    expect(await answer.json()).toMatchObject({
      status: 409,
      code: 'room.taken',
      title: '…已占用',
      detail: '三班、四班已占用',
      by: ['三班', '四班'],
    });
    const english = await add('{"name":"甲","seats":40}', { 'accept-language': 'en' });
    expect(await english.json()).toMatchObject({ detail: 'Taken by 三班, 四班' });
  });

  it('tells nothing of an accident but where to look', async () => {
    const answer = await edge.ask('/api/v1/stumble');
    const body = await answer.text();
    expect([answer.status, Object.keys(JSON.parse(body) as object).sort()]).toEqual([500, ['code', 'instance', 'status', 'title', 'type']]);
    expect(body).not.toContain('secret');
  });

  it('says which methods an address takes', async () => {
    const answer = await edge.ask('/api/v1/rooms', { method: 'DELETE', token });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD, OPTIONS']);
    expect(await answer.json()).toMatchObject({ code: 'method.not_allowed', detail: '此地址不支持 DELETE' });
  });

  it.each(['/api/v1/nothing', '/nothing', '/docs/index.html', '/docs/swagger-initializer.js', '/problems/no.such'])(
    'is given for the unknown address %s',
    async (path) => {
      const answer = await edge.ask(path, { token });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    },
  );

  it('comes at once, as 503, while a service is away; a read is tried again', async () => {
    await edge.stopRooms();
    const refused = await edge.ask('/api/v1/rooms', { method: 'POST', token, body: '{}', headers: json });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    const asked = edge.ask('/api/v1/weather');
    await edge.startRooms();
    expect((await asked).status).toBe(200);
  });
});

describe('pages', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '联学'],
    ['/docs', 'text/html; charset=utf-8', 'swagger-ui'],
    ['/docs/swagger-ui-bundle.js', 'text/javascript; charset=utf-8', ''],
    ['/docs/oauth2-redirect.html', 'text/html; charset=utf-8', 'oauth2-redirect.js'],
    ['/openapi.json', 'application/json; charset=utf-8', '"openapi": "3.1.0"'],
    ['/problems', 'text/html; charset=utf-8', 'input.invalid'],
    ['/problems/room.taken', 'text/html; charset=utf-8', '已占用'],
    ['/health/live', 'application/json; charset=utf-8', 'ok'],
  ])('%s is served', async (path, type, content) => {
    const answer = await edge.ask(path);
    const body = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(body).toContain(content);
    if (type.startsWith('text/html')) expect(body).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('greets in English whoever asks for it', async () => {
    expect(await (await edge.ask('/', { headers: { 'accept-language': 'en-GB' } })).text()).toContain('lang="en"');
  });

  it('is honest about what is ready', async () => {
    expect(await (await edge.ask('/health/ready')).json()).toEqual({ status: 'ok', missing: [], services: { resources: 'ready' } });
  });
});
