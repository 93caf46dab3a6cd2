import { beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '@lianxue/local';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { randomBytes } from 'node:crypto';
import * as client from 'openid-client';
import type { World } from '../story/world.js';
import { wholeWorld } from '../whole-world.js';

const back = 'http://127.0.0.1:9/back';
const signedOut = 'http://127.0.0.1:9/signed-out';
const scopes = ['identity.read', 'resources.read'];
const device = 'urn:ietf:params:oauth:grant-type:device_code';
const insecure = { execute: [client.allowInsecureRequests] };

let world: World;
let issuer: URL;
const teacher = { username: '', password: `${randomBytes(12).toString('base64url')}aA1!` };

beforeAll(async () => {
  world = await wholeWorld();
  issuer = new URL('/oidc', world.origin);
  teacher.username = `oidc.${world.run}`;
  const admin = await world.as('systemAdmin', world.city);
  const posts = [{ role: 'teacher', organisation: world.school.id }];
  const account = { ...teacher, mustChangePassword: false };
  const person = await admin.post('/people', { organisation: world.school.id, name: '独立', posts, account });
  world.check(person.status === 201, 'a teacher', person.body);
}, 300_000);

/** What a vendor gets: a client id and, unless it signs, a secret. */
async function registered(more: Record<string, unknown>): Promise<{ clientId: string; clientSecret: string }> {
  const admin = await world.as('systemAdmin', world.city);
  const app = await admin.post('/apps', { organisation: world.city.id, name: `独立 ${world.run}`, scopes, ...more });
  world.check(app.status === 201, 'an app', app.body);
  const selected = await admin.post(`/organisations/${world.city.id}/selections`, { client: app.body.clientId, scopes });
  world.check(selected.status === 201, 'selected', selected.body);
  return app.body as { clientId: string; clientSecret: string };
}

const withCode = { grants: ['authorization_code', 'refresh_token'], redirectUris: [back], postLogoutRedirectUris: [signedOut] };
const fill = (fields: readonly string[]): Record<string, string> => (fields.includes('password') ? teacher : {});

/** The code flow with PKCE, by a pushed request when asked; answers the tokens and the browser. */
async function signedIn(config: client.Configuration, pushed = false) {
  const verifier = client.randomPKCECodeVerifier();
  const nonce = client.randomNonce();
  const state = client.randomState();
  const parameters = {
    redirect_uri: back,
    scope: 'openid profile identity.read',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    nonce,
    state,
  };
  const start = pushed ? await client.buildAuthorizationUrlWithPAR(config, parameters) : client.buildAuthorizationUrl(config, parameters);
  if (pushed) expect(start.searchParams.has('redirect_uri')).toBe(false);
  const browser = new Browser();
  const arrived = await browser.walk(start, back, fill);
  const checks = { pkceCodeVerifier: verifier, expectedNonce: nonce, expectedState: state, idTokenExpected: true };
  return { browser, tokens: await client.authorizationCodeGrant(config, arrived, checks) };
}

describe('an OpenID Connect client that knows the issuer, its id and its secret', () => {
  it('signs people in, reads userinfo, renews, asks about tokens and gives them back', async () => {
    const { clientId, clientSecret } = await registered(withCode);
    const config = await client.discovery(issuer, clientId, clientSecret, undefined, insecure);
    client.enableNonRepudiationChecks(config);
    const { tokens } = await signedIn(config);
    const { sub } = tokens.claims()!;
    expect(tokens.claims()).toMatchObject({ acr: 'urn:lianxue:acr:one-factor', amr: ['pwd'] });
    expect(await client.fetchUserInfo(config, tokens.access_token, sub)).toMatchObject({ role: 'teacher' });
    const renewed = await client.refreshTokenGrant(config, tokens.refresh_token!);
    expect(renewed.claims()).toMatchObject({ sub });
    expect(await client.tokenIntrospection(config, renewed.refresh_token!)).toMatchObject({ active: true, client_id: clientId });
    await client.tokenRevocation(config, renewed.refresh_token!);
    expect(await client.tokenIntrospection(config, renewed.refresh_token!)).toEqual({ active: false });
    await expect(client.refreshTokenGrant(config, renewed.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('pushes its request first', async () => {
    const { clientId, clientSecret } = await registered(withCode);
    const config = await client.discovery(issuer, clientId, clientSecret, client.ClientSecretPost(clientSecret), insecure);
    const { tokens } = await signedIn(config, true);
    expect(tokens.scope).toContain('identity.read');
  });

  it('works without a person, by its secret or by signing', async () => {
    const bySecret = await registered({ grants: ['client_credentials'] });
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] };
    const bySigning = await registered({ grants: ['client_credentials'], jwks });
    const configs = [
      await client.discovery(issuer, bySecret.clientId, bySecret.clientSecret, undefined, insecure),
      await client.discovery(issuer, bySigning.clientId, undefined, client.PrivateKeyJwt({ key: privateKey, kid: 'k1' }), insecure),
    ];
    for (const config of configs) {
      const { access_token: token } = await client.clientCredentialsGrant(config, { scope: 'identity.read' });
      const answer = await fetch(`${world.origin}/api/v1/organisations/${world.city.id}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(200);
    }
  });

  it('connects a device', async () => {
    const { clientId, clientSecret } = await registered({ grants: [device, 'refresh_token'] });
    const config = await client.discovery(issuer, clientId, clientSecret, undefined, insecure);
    const code = await client.initiateDeviceAuthorization(config, { scope: 'openid identity.read' });
    const done = `${issuer.href}/device/done`;
    const confirming = new Browser().walk(new URL(code.verification_uri_complete!), done, (fields, page) => {
      if (/<h1>设备已连接/.test(page)) throw new Connected();
      if (fields.includes('confirm')) return {};
      return fields.includes('user_code') ? { user_code: code.user_code } : fill(fields);
    });
    await confirming.catch((error: unknown) => {
      if (!(error instanceof Connected) && !/shows no form: .*设备已连接/.test(String(error))) throw error;
    });
    const tokens = await client.pollDeviceAuthorizationGrant(config, { ...code, interval: 0.2 });
    expect(tokens.claims()).toMatchObject({ aud: clientId });
  });

  it('signs people out, comes back where it registered, and hears of it at its own server', async () => {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => heard.push(text));
      request.on('end', () => response.end());
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const backchannelLogoutUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/out`;
    const { clientId, clientSecret } = await registered({ ...withCode, backchannelLogoutUri });
    const config = await client.discovery(issuer, clientId, clientSecret, undefined, insecure);
    const { browser, tokens } = await signedIn(config);
    const url = client.buildEndSessionUrl(config, { id_token_hint: tokens.id_token!, post_logout_redirect_uri: signedOut, state: 's' });
    const home = await browser.walk(url, signedOut, () => ({ logout: 'yes' }));
    expect(home.searchParams.get('state')).toBe('s');
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    server.close();
    expect(new URLSearchParams(heard.join('')).get('logout_token')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });
});

class Connected extends Error {}
