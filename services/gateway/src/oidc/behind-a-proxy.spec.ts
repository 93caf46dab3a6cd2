import { describe, expect, it } from '@jest/globals';
import { running } from './spec-kit/running.room.js';

const origin = 'https://lianxue.example';
const world = running(origin);

describe('behind a proxy that ends TLS', () => {
  const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' };

  it('names its own configured address, whatever a header says', async () => {
    const answer = await fetch(`${world.server.address}/oidc/.well-known/openid-configuration`, { headers: forged });
    const text = await answer.text();
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age/);
    expect(text).not.toContain('evil.example');
    expect(JSON.parse(text)).toMatchObject({ issuer: `${origin}/oidc`, token_endpoint: `${origin}/oidc/token` });
  });

  it('gives only cookies that travel by TLS and that scripts cannot read', async () => {
    world.accounts.app('proxied');
    const parameters = { client_id: 'proxied', response_type: 'code', scope: 'openid', redirect_uri: 'http://127.0.0.1:9/callback' };
    const query = new URLSearchParams({ ...parameters, code_challenge: 'a'.repeat(43), code_challenge_method: 'S256' });
    const answer = await fetch(`${world.server.address}/oidc/auth?${query.toString()}`, { headers: forged, redirect: 'manual' });
    expect(answer.headers.get('location')).toMatch(/^\/sign-in\//);
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/; secure; httponly/i);
  });
});
