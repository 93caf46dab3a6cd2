import { beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '@lianxue/local';
import { platform, type TestPlatform } from '@lianxue/testing';
import * as client from 'openid-client';

let running: TestPlatform;
let config: client.Configuration;
beforeAll(async () => {
  running = await platform();
  const { clientId, clientSecret } = consoleOf(running);
  config = await client.discovery(new URL(running.known.issuer), clientId, clientSecret, undefined, {
    execute: [client.allowInsecureRequests],
  });
}, 240_000);

const consoleOf = ({ known }: TestPlatform) => known.clients.find(({ grants }) => grants.includes('authorization_code'))!;
const password = (username: string) => running.known.users.find((user) => user.username === username)!.password;

/** The code flow in this browser; `entered` answers each form the person meets. */
async function signedIn(browser: Browser, entered: Parameters<Browser['walk']>[2], more: Record<string, string> = {}) {
  const { redirectUri, scopes } = consoleOf(running);
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const scope = ['openid', 'profile', ...scopes].join(' ');
  const challenge = { code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' };
  const start = client.buildAuthorizationUrl(config, { redirect_uri: redirectUri, scope, state, ...challenge, ...more });
  const back = await browser.walk(start, redirectUri, entered);
  return client.authorizationCodeGrant(config, back, { pkceCodeVerifier: verifier, expectedState: state });
}

const as = (username: string) => () => ({ username, password: password(username) });
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, string>;
const api = (token: string) => fetch(`${running.origin}/api/v1/organisations?limit=1`, { headers: { authorization: `Bearer ${token}` } });

/** The API's answer once it is this, or its last one after five seconds. */
async function soon(token: string, status: number): Promise<{ status: number; code: unknown }> {
  const deadline = Date.now() + 5000;
  for (;;) {
    const answer = await api(token);
    const { code } = (await answer.json()) as { code?: unknown };
    if (answer.status === status || Date.now() > deadline) return { status: answer.status, code };
  }
}

describe('unified auth on the whole platform', () => {
  it('lets a teacher in, and out again everywhere within seconds', async () => {
    const browser = new Browser();
    const tokens = await signedIn(browser, as('teacher'));
    expect((await api(tokens.access_token)).status).toBe(200);
    expect(await client.fetchUserInfo(config, tokens.access_token, client.skipSubjectCheck)).toMatchObject({ role: 'teacher' });
    const done = `${running.known.issuer}/session/end/success`;
    await browser.walk(client.buildEndSessionUrl(config, { id_token_hint: tokens.id_token! }), done, () => ({ logout: 'yes' }));
    expect(await soon(tokens.access_token, 401)).toEqual({ status: 401, code: 'token.revoked' });
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('asks who holds two posts in which to act, keeps it, and switches without a password', async () => {
    const browser = new Browser();
    let offered: string[] = [];
    const choosing = (fields: readonly string[], page: string): Record<string, string> => {
      if (!fields.includes('post')) return as('homeroom')();
      offered = [...page.matchAll(/type="radio"[^>]*value="([^"]+)"/g)].map(([, value]) => value!);
      return { post: offered[0]! };
    };
    const first = await signedIn(browser, choosing);
    expect(claimsOf(first.access_token)['post']).toBe(offered[0]);
    const renewed = await client.refreshTokenGrant(config, first.refresh_token!);
    expect(claimsOf(renewed.access_token)['post']).toBe(offered[0]);
    const neverAsked = () => {
      throw new Error('asked for something');
    };
    const switched = await signedIn(browser, neverAsked, { acting_post: offered[1]! });
    expect(claimsOf(switched.access_token)).toMatchObject({ sub: claimsOf(first.access_token)['sub'], post: offered[1] });
    expect(claimsOf(switched.access_token)['role']).not.toBe(claimsOf(first.access_token)['role']);
  });

  it('ends a sign-in whose refresh token was stolen and used', async () => {
    const tokens = await signedIn(new Browser(), as('teacher'));
    const renewed = await client.refreshTokenGrant(config, tokens.refresh_token!);
    expect((await api(renewed.access_token)).status).toBe(200);
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    expect(await soon(renewed.access_token, 401)).toEqual({ status: 401, code: 'token.revoked' });
  });

  it('signs the documentation’s own client in from its page', async () => {
    const redirect_uri = `${running.origin}/docs/oauth2-redirect.html`;
    const docs = await client.discovery(new URL(running.known.issuer), 'lianxue-docs', undefined, client.None(), {
      execute: [client.allowInsecureRequests],
    });
    const verifier = client.randomPKCECodeVerifier();
    const challenge = { code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' };
    const start = client.buildAuthorizationUrl(docs, { redirect_uri, scope: 'openid identity.read', ...challenge });
    const back = await new Browser().walk(start, redirect_uri, as('teacher'));
    const body = {
      grant_type: 'authorization_code',
      client_id: 'lianxue-docs',
      code: back.searchParams.get('code')!,
      code_verifier: verifier,
      redirect_uri,
    };
    const answer = await fetch(`${running.known.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams(body),
      headers: { origin: running.origin },
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, running.origin]);
    const { access_token: token } = (await answer.json()) as { access_token: string };
    expect((await api(token)).status).toBe(200);
    const elsewhere = await fetch(`${running.known.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams(body),
      headers: { origin: 'https://evil.example' },
    });
    expect([elsewhere.status, elsewhere.headers.get('access-control-allow-origin')]).toEqual([400, null]);
  });
});
