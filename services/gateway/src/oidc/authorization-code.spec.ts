import { describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as client from 'openid-client';
import { AppOf, redirectUri } from './spec-kit/app.js';
import { Browser } from './spec-kit/browser.js';
import { post } from './spec-kit/known-accounts.js';
import { running } from './spec-kit/running.room.js';

const world = running();
const secret = 'a secret that the platform made itself';
const confidential = async (id: string) => (world.accounts.app(id, { secret }), AppOf.discovering(world.server, id, secret));

describe('signing in to the platform’s own app', () => {
  it('gives a token for the API in the only post, the name at userinfo, and renews both', async () => {
    const held = post('teacher', '临川一小');
    const { person } = world.accounts.person('zhang', [held]);
    const app = await confidential('console');
    const { browser, shown, tokens } = await app.begin();
    expect(shown.text).toContain('<html lang="zh-CN">');
    const back = await browser.submit(shown, { username: 'zhang', password: 'correct horse battery' });
    expect(new URL(back.url).searchParams.get('iss')).toBe(world.server.issuer);
    const given = await tokens(back);
    expect(decodeProtectedHeader(given.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    const claims = decodeJwt(given.access_token);
    expect(claims).toMatchObject({
      iss: world.server.issuer,
      aud: 'urn:lianxue:api',
      sub: person,
      client_id: 'console',
      role: 'teacher',
      org: held.organisation,
      post: held.id,
    });
    expect(claims).toMatchObject({ scope: 'openid profile resources.read' });
    expect(claims.exp! - claims.iat!).toBe(600);
    expect(Math.abs((claims['issued_ms'] as number) - claims.iat! * 1000)).toBeLessThan(2000);
    expect(await client.fetchUserInfo(app.config, given.access_token, person)).toMatchObject({
      sub: person,
      name: 'zhang老师',
      role: 'teacher',
      org: held.organisation,
    });
    const renewed = await client.refreshTokenGrant(app.config, given.refresh_token!);
    expect(decodeJwt(renewed.access_token)).toMatchObject({ sub: person, post: held.id });
    expect(renewed.refresh_token).not.toBe(given.refresh_token);
  });

  it('signs ID tokens with RS256 and lets a second app in without asking again', async () => {
    world.accounts.person('wang', [post('teacher', '临川二小')]);
    const [one, two] = [await confidential('one'), await confidential('two')];
    const { browser, tokens } = await one.signIn('wang');
    expect(decodeProtectedHeader(tokens.id_token!)).toMatchObject({ alg: 'RS256' });
    const second = await two.begin(browser, { prompt: 'none' });
    expect(decodeJwt((await second.tokens(second.shown)).access_token)).toMatchObject({ client_id: 'two' });
  });

  it('cuts API scopes to what the app was granted', async () => {
    world.accounts.person('he', [post('teacher', '临川三小')]);
    const app = await confidential('narrow');
    const { tokens } = await app.signIn('he', { scope: 'openid resources.read incidents.write' });
    expect(decodeJwt(tokens.access_token)).toMatchObject({ scope: 'openid resources.read' });
  });

  it('speaks English when the app or the browser does', async () => {
    const app = await confidential('english');
    expect((await app.begin(new Browser(world.server.origin, 'en-GB,en;q=0.9'))).shown.text).toContain('<h1>Sign in</h1>');
    expect((await app.begin(undefined, { ui_locales: 'en' })).shown.text).toContain('<html lang="en">');
  });
});

describe('what an app must not do', () => {
  const parameters = (more: Record<string, string>) =>
    `/oidc/auth?${new URLSearchParams({ client_id: 'strict', response_type: 'code', scope: 'openid', redirect_uri: redirectUri, state: 's1', ...more }).toString()}`;
  const challenge = { code_challenge: 'a'.repeat(43), code_challenge_method: 'S256' };
  const go = (more: Record<string, string>) => new Browser(world.server.origin).go(parameters(more));
  world.accounts.app('strict');

  it('is told to use PKCE, and S256', async () => {
    expect(new URL((await go({})).url).searchParams.get('error')).toBe('invalid_request');
    expect(new URL((await go({ ...challenge, code_challenge_method: 'plain' })).url).searchParams.get('error')).toBe('invalid_request');
  });

  it('gets no redirect to an address it did not register', async () => {
    for (const redirect_uri of [
      'http://127.0.0.1:9/callback/',
      'http://127.0.0.1:9/callback?x',
      'https://evil.example/callback',
      'javascript:alert(1)',
    ]) {
      const shown = await go({ ...challenge, redirect_uri });
      expect([shown.status, new URL(shown.url).origin]).toEqual([400, world.server.origin]);
      expect(shown.text).toContain('invalid_redirect_uri');
    }
  });

  it('hears login_required with its state when nobody is signed in and it may not ask', async () => {
    const { searchParams } = new URL((await go({ ...challenge, prompt: 'none' })).url);
    expect([searchParams.get('error'), searchParams.get('state'), searchParams.get('iss')]).toEqual([
      'login_required',
      's1',
      world.server.issuer,
    ]);
  });

  it('cannot have tokens in the address bar', async () => {
    for (const response_type of ['token', 'id_token', 'code id_token', 'none']) {
      expect((await go({ ...challenge, response_type, nonce: 'n' })).url).toMatch(/[#?&]error=unsupported_response_type/);
    }
  });

  it('is unknown while suspended, everywhere', async () => {
    const record = world.accounts.app('halted', { secret, suspended: true, grants: ['client_credentials', 'authorization_code'] });
    const app = await AppOf.discovering(world.server, 'halted', secret);
    expect(await app.token({ grant_type: 'client_credentials' }, secret)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect((await new Browser(world.server.origin).go(parameters({ client_id: record.clientId }))).status).toBe(400);
  });
});

describe('an app on its own', () => {
  it('gets a token without a role, and is refused with a wrong secret', async () => {
    world.accounts.app('harvest', { secret, grants: ['client_credentials'], redirectUris: [] });
    const app = await AppOf.discovering(world.server, 'harvest', secret);
    const { access_token: token } = await client.clientCredentialsGrant(app.config, { scope: 'identity.read openid' });
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({ sub: 'harvest', client_id: 'harvest', scope: 'identity.read', aud: 'urn:lianxue:api' });
    expect(Object.keys(claims)).not.toContain('role');
    expect((await client.clientCredentialsGrant(app.config)).scope).toBe('resources.read identity.read');
    const refused = await app.token({ grant_type: 'client_credentials' }, `${secret}x`);
    expect(refused).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(refused.headers.get('www-authenticate')).toContain('Basic');
    expect(refused.headers.get('cache-control')).toContain('no-store');
  });

  it('has no other way: neither a person’s password nor an implicit grant', async () => {
    const app = await confidential('direct');
    for (const grant_type of ['password', 'implicit']) {
      expect(await app.token({ grant_type, username: 'zhang', password: 'correct horse battery' }, secret)).toMatchObject({
        status: 400,
        body: { error: 'unsupported_grant_type' },
      });
    }
  });
});

describe('what anyone may read', () => {
  it('discovery names every endpoint and only what is offered', async () => {
    const metadata = (await (await fetch(`${world.server.issuer}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
    const endpoints = [
      'authorization',
      'token',
      'userinfo',
      'end_session',
      'introspection',
      'revocation',
      'device_authorization',
      'pushed_authorization_request',
    ];
    for (const endpoint of endpoints) expect(metadata[`${endpoint}_endpoint`]).toMatch(`${world.server.issuer}/`);
    expect(metadata).toMatchObject({
      issuer: world.server.issuer,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
      authorization_response_iss_parameter_supported: true,
      backchannel_logout_supported: true,
      ui_locales_supported: ['zh-CN', 'en'],
    });
    expect(metadata['grant_types_supported']).not.toContain('implicit');
  });

  it('JWKS has an RS256 and an ES256 key, each with its own id, and nothing private', async () => {
    const { keys } = (await (await fetch(`${world.server.issuer}/jwks`)).json()) as { keys: Record<string, unknown>[] };
    expect(keys.map(({ alg }) => alg).sort()).toEqual(['ES256', 'RS256']);
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
    for (const key of keys) for (const secretPart of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) expect(key).not.toHaveProperty(secretPart);
  });

  it('userinfo answers 401 with how to ask', async () => {
    const answer = await fetch(`${world.server.issuer}/me`);
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('Bearer')]);
    expect((await fetch(`${world.server.issuer}/me`, { headers: { authorization: 'Bearer not.a.token' } })).status).toBe(401);
  });
});
