import { describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as client from 'openid-client';
import { AppOf } from './spec-kit/app.js';
import { Browser } from './spec-kit/browser.js';
import { post } from './spec-kit/known-accounts.js';
import { running } from './spec-kit/running.room.js';

const world = running();
const someone = () => world.accounts.person(randomUUID(), [post('teacher', '临川一小')]).username;
const appOf = async (more: Parameters<typeof world.accounts.app>[1] = {}) =>
  AppOf.discovering(world.server, world.accounts.app(randomUUID(), more).clientId);
const signedOutAt = 'http://127.0.0.1:9/signed-out';

describe('signing out', () => {
  it('asks, returns to the registered address with its state, and ends every app’s tokens', async () => {
    const [one, two] = [await appOf(), await appOf()];
    const { browser, tokens } = await one.signIn(someone());
    const second = await two.begin(browser);
    const others = await second.tokens(second.shown);
    const url = client.buildEndSessionUrl(one.config, {
      id_token_hint: tokens.id_token!,
      post_logout_redirect_uri: signedOutAt,
      state: 's2',
    });
    const asking = await browser.go(url.href);
    expect(asking.text).toContain('退出登录');
    expect((await browser.submit(asking, { logout: 'yes' })).url).toBe(`${signedOutAt}?state=s2`);
    for (const [app, given] of [
      [one, tokens],
      [two, others],
    ] as const) {
      await expect(client.refreshTokenGrant(app.config, given.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
      expect(world.accounts.revoked).toContainEqual({ kind: 'session', value: decodeJwt(given.access_token)['sid'] });
    }
    const silent = await one.begin(browser, { prompt: 'none' });
    expect(new URL(silent.shown.url).searchParams.get('error')).toBe('login_required');
  });

  it('sends nobody to an address that is not registered', async () => {
    const app = await appOf();
    const { browser, tokens } = await app.signIn(someone());
    const to = (parameters: Record<string, string>) => browser.go(`/oidc/session/end?${new URLSearchParams(parameters).toString()}`);
    expect(await to({ id_token_hint: tokens.id_token!, post_logout_redirect_uri: 'https://evil.example/' })).toMatchObject({ status: 400 });
    const without = await to({ post_logout_redirect_uri: 'https://evil.example/' });
    const done = await browser.submit(without, { logout: 'yes' });
    expect([new URL(done.url).origin, done.text.includes('已退出登录')]).toEqual([world.server.origin, true]);
  });

  it('is not done by a page of somebody else', async () => {
    const app = await appOf();
    const { browser, tokens } = await app.signIn(someone());
    await browser.go(client.buildEndSessionUrl(app.config, { id_token_hint: tokens.id_token! }).href);
    const forged = await browser.go('/oidc/session/end/confirm', {
      method: 'POST',
      body: new URLSearchParams({ xsrf: 'guessed', logout: 'yes' }),
    });
    expect(forged.status).toBe(400);
    await client.refreshTokenGrant(app.config, tokens.refresh_token!);
  });

  it('tells the app’s own server (back-channel logout)', async () => {
    const heard: string[] = [];
    const server: Server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => heard.push(text));
      request.on('end', () => response.end());
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const app = await appOf({ backchannelLogoutUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/signed-out` });
    const { browser, tokens } = await app.signIn(someone());
    await browser.submit(await browser.go(client.buildEndSessionUrl(app.config, { id_token_hint: tokens.id_token! }).href), {
      logout: 'yes',
    });
    server.close();
    const token = new URLSearchParams(heard.join('')).get('logout_token')!;
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${world.server.issuer}/jwks`)), { issuer: world.server.issuer });
    expect(payload).toMatchObject({
      sub: decodeJwt(tokens.access_token).sub,
      sid: decodeJwt(tokens.id_token!)['sid'],
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    });
  });
});

describe('an app whose server is away', () => {
  it('is told of the sign-out again, until it takes it', async () => {
    let calls = 0;
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(++calls < 3 ? 503 : 200).end();
      if (calls === 3) server.close();
    }).listen(0, '127.0.0.1');
    const took = once(server, 'close');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const app = await appOf({ backchannelLogoutUri: `http://127.0.0.1:${port}/signed-out` });
    const { browser, tokens } = await app.signIn(someone());
    const ending = await browser.go(client.buildEndSessionUrl(app.config, { id_token_hint: tokens.id_token! }).href);
    await browser.submit(ending, { logout: 'yes' });
    await took;
    expect(calls).toBe(3);
  });
});

describe('giving a token back', () => {
  it('ends the sign-in it came from', async () => {
    const app = await appOf();
    const { tokens } = await app.signIn(someone());
    await client.tokenRevocation(app.config, tokens.refresh_token!);
    await expect(client.refreshTokenGrant(app.config, tokens.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    expect(world.accounts.revoked).toContainEqual({ kind: 'session', value: decodeJwt(tokens.access_token)['sid'] });
  });

  it('shows as inactive where its owner asks about it', async () => {
    const app = await appOf();
    const { tokens } = await app.signIn(someone());
    expect(await client.tokenIntrospection(app.config, tokens.refresh_token!)).toMatchObject({ active: true });
    await client.tokenRevocation(app.config, tokens.refresh_token!);
    expect(await client.tokenIntrospection(app.config, tokens.refresh_token!)).toEqual({ active: false });
  });
});

describe('an app of a third party', () => {
  it('is let in only after consent that says what it may do, once', async () => {
    const app = await appOf({ firstParty: false, name: '智慧作业' });
    const username = someone();
    const { browser, shown, tokens } = await app.begin();
    const asking = await browser.submit(shown, { username, password: 'correct horse battery' });
    for (const text of ['智慧作业', '读取资源', '知道您的姓名']) expect(asking.text).toContain(text);
    const given = await tokens(await browser.submit(asking, {}, '/consent'));
    expect(decodeJwt(given.access_token)).toMatchObject({ scope: 'openid profile resources.read' });
    const again = await app.begin(browser, { prompt: 'none' });
    expect(new URL(again.shown.url).searchParams.get('code')).toBeTruthy();
  });

  it('hears access_denied when the person does not want it, and consent_required when it may not ask', async () => {
    const app = await appOf({ firstParty: false });
    const username = someone();
    const { browser, shown } = await app.begin();
    const asking = await browser.submit(shown, { username, password: 'correct horse battery' });
    expect(new URL((await browser.submit(asking, {}, '/cancel')).url).searchParams.get('error')).toBe('access_denied');
    const silent = await app.begin(browser, { prompt: 'none' });
    expect(new URL(silent.shown.url).searchParams.get('error')).toBe('consent_required');
  });
});

describe('a device without a keyboard', () => {
  it('shows a code that a signed-in person confirms', async () => {
    const app = await appOf({
      grants: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      redirectUris: [],
      name: '班级大屏',
    });
    const device = await client.initiateDeviceAuthorization(app.config, { scope: 'openid resources.read' });
    const browser = new Browser(world.server.origin);
    const entering = await browser.go(device.verification_uri);
    expect(entering.text).toContain('连接设备');
    const wrong = await browser.submit(entering, { user_code: 'AAAA-BBBB' });
    expect(wrong.text).toContain('代码不正确');
    const confirming = await browser.submit(wrong, { user_code: device.user_code });
    for (const text of ['班级大屏', device.user_code]) expect(confirming.text).toContain(text);
    const signing = await browser.submit(confirming, {});
    const done = await browser.submit(signing, { username: someone(), password: 'correct horse battery' });
    expect(done.text).toContain('设备已连接');
    const tokens = await client.pollDeviceAuthorizationGrant(app.config, { ...device, interval: 0.1 });
    expect(decodeJwt(tokens.access_token)).toMatchObject({ role: 'teacher' });
  });
});

describe('an app that goes on after the person left', () => {
  it('is asked for with consent, and renews after the sign-out', async () => {
    const app = await appOf({ firstParty: false });
    const username = someone();
    const { browser, shown, tokens } = await app.begin(undefined, { scope: 'openid offline_access resources.read', prompt: 'consent' });
    const asking = await browser.submit(shown, { username, password: 'correct horse battery' });
    expect(asking.text).toContain('在您离开后继续访问');
    const given = await tokens(await browser.submit(asking, {}, '/consent'));
    await browser.submit(await browser.go('/oidc/session/end'), { logout: 'yes' });
    expect((await client.refreshTokenGrant(app.config, given.refresh_token!)).access_token).toBeTruthy();
  });
});
