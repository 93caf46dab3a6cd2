import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEdge, type OpenEdge } from '../rest/spec-kit/open-edge.js';

describe('limits', () => {
  let edge: OpenEdge;
  beforeAll(async () => {
    edge = await openEdge({ signedIn: { calls: 5, seconds: 60 }, anonymous: { calls: 3, seconds: 60 }, trustedProxies: ['127.0.0.1/32'] });
  });
  afterAll(() => edge?.close());

  const statuses = async (times: number, ask: () => Promise<Response>) => {
    const answers: number[] = [];
    for (let time = 0; time < times; time++) answers.push((await ask()).status);
    return answers;
  };
  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('are told with every answer, and with when to come back once they are reached', async () => {
    const token = await edge.sign({ sub: '01939f6e-7c00-7000-8000-0000000000e1' });
    const first = await edge.ask('/api/v1/weather', { token });
    expect([first.headers.get('ratelimit'), first.headers.get('ratelimit-policy')]).toEqual([
      '"signed-in";r=4;t=60',
      '"signed-in";q=5;w=60',
    ]);
    expect(await statuses(5, () => edge.ask('/api/v1/weather', { token }))).toEqual([200, 200, 200, 200, 429]);
    const refused = await edge.ask('/api/v1/weather', { token });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await refused.json()).toMatchObject({ code: 'rate.limited', title: '请求过于频繁' });
  });

  it('count each person in each app on their own, whatever token they bring', async () => {
    const sign = (client: string) => edge.sign({ sub: '01939f6e-7c00-7000-8000-0000000000e2', client_id: client });
    expect(await statuses(6, async () => edge.ask('/api/v1/weather', { token: await sign('one') }))).toEqual([
      200, 200, 200, 200, 200, 429,
    ]);
    expect((await edge.ask('/api/v1/weather', { token: await sign('two') })).status).toBe(200);
  });

  it('hold a program to the quota of its app, whoever else calls', async () => {
    const program = { role: undefined, org: undefined, post: undefined, sid: undefined, about: undefined };
    const sign = (client: string, quota?: [number, number]) =>
      edge.sign({ ...program, sub: client, client_id: client, ...(quota && { quota }) });
    const token = await sign('app-quota', [2, 20]);
    const first = await edge.ask('/api/v1/weather', { token });
    expect(first.headers.get('ratelimit-policy')).toBe('"app";q=2;w=60');
    expect(await statuses(2, () => edge.ask('/api/v1/weather', { token }))).toEqual([first.status, 429]);
    const usual = await edge.ask('/api/v1/weather', { token: await sign('app-usual') });
    expect(usual.headers.get('ratelimit-policy')).toBe('"signed-in";q=5;w=60');
  });

  it('count callers without a token by operation and address, one IPv6 network as one', async () => {
    expect(await statuses(4, () => edge.ask('/api/v1/weather', { headers: from('2001:db8:1:2::1') }))).toEqual([200, 200, 200, 429]);
    expect((await edge.ask('/api/v1/weather', { headers: from('2001:db8:1:2:ffff::9') })).status).toBe(429);
    expect((await edge.ask('/api/v1/weather', { headers: from('2001:db8:1:3::1') })).status).toBe(200);
    expect((await edge.ask('/api/v1/slow?ms=1', { headers: from('2001:db8:1:2::1') })).status).toBe(200);
  });

  it('reach those who guess tokens', async () => {
    const ask = () => edge.ask('/api/v1/weather', { token: 'a.b.c', headers: from('203.0.113.9') });
    expect(await statuses(4, ask)).toEqual([401, 401, 401, 429]);
  });

  it('believe no address that an unknown proxy names', async () => {
    const alone = await openEdge({ anonymous: { calls: 1, seconds: 60 } });
    try {
      expect((await alone.ask('/api/v1/weather', { headers: from('198.51.100.1') })).status).toBe(200);
      expect((await alone.ask('/api/v1/weather', { headers: from('198.51.100.2') })).status).toBe(429);
    } finally {
      await alone.close();
    }
  });
});
