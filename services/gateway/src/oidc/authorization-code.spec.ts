import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@lianxue/testing';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as client from 'openid-client';
import { migrations } from '../migrations/index.js';
import { authServer, type AuthServer } from './spec-kit/auth-server.js';
import { Browser, type Shown } from './spec-kit/browser.js';
import { KnownAccounts, post } from './spec-kit/known-accounts.js';

const redirectUri = 'http://127.0.0.1:9/callback';
const api = 'openid profile resources.read';

let database: TestDatabase;
let server: AuthServer;
const accounts = new KnownAccounts();

beforeAll(async () => {
  database = await testDatabase('gateway', migrations);
  server = await authServer(database.serviceUrl, accounts);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const discovered = (clientId: string, secret?: string) =>
  client.discovery(new URL(server.issuer), clientId, secret, secret === undefined ? client.None() : client.ClientSecretBasic(secret), { execute: [client.allowInsecureRequests] });

async function begun(config: client.Configuration, browser: Browser, more: Record<string, string> = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const parameters = { redirect_uri: redirectUri, scope: api, state, code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...more };
  const shown = await browser.go(client.buildAuthorizationUrl(config, parameters).href);
  const tokens = (page: Shown) => client.authorizationCodeGrant(config, new URL(page.url), { pkceCodeVerifier: verifier, expectedState: state });
  return { shown, tokens, state };
}

const signedIn = (browser: Browser, page: Shown, username: string, password = 'correct horse battery') => browser.submit(page, { username, password });

describe('signing in to the platform’s own app', () => {
  it('gives an access token for the API in the only post, and the name at userinfo', async () => {
    const held = post('teacher', '临川一小');
    const { person } = accounts.person('zhang', [held]);
    accounts.app('console', { secret: 'a secret of 32 characters at least' });
    const config = await discovered('console', 'a secret of 32 characters at least');
    const browser = new Browser(server.origin);
    const { shown, tokens } = await begun(config, browser);
    expect(shown.text).toContain('登录');
    const back = await signedIn(browser, shown, 'zhang');
    expect(new URL(back.url).searchParams.get('iss')).toBe(server.issuer);
    const given = await tokens(back);
    expect(decodeProtectedHeader(given.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    const claims = decodeJwt(given.access_token);
    expect(claims).toMatchObject({ iss: server.issuer, aud: 'urn:lianxue:api', sub: person, client_id: 'console', role: 'teacher', org: held.organisation, post: held.id, scope: api });
    expect(claims.exp! - claims.iat!).toBe(600);
    expect(Math.abs((claims['issued_ms'] as number) - claims.iat! * 1000)).toBeLessThan(2000);
    expect(await client.fetchUserInfo(config, given.access_token, person)).toMatchObject({ sub: person, name: 'zhang老师', role: 'teacher', org: held.organisation });
    const renewed = await client.refreshTokenGrant(config, given.refresh_token!);
    expect(decodeJwt(renewed.access_token)).toMatchObject({ sub: person, post: held.id });
    expect(renewed.refresh_token).not.toBe(given.refresh_token);
  });
});
