import { describe, expect, it } from '@jest/globals';
import { signIns, type Call } from '@lianxue/contracts';
import { callOf, person as callerOf } from '@lianxue/testing';
import { decodeJwt } from 'jose';
import { randomUUID } from 'node:crypto';
import * as client from 'openid-client';
import { deviceName } from '../oidc/device-name.js';
import { AppOf } from '../oidc/spec-kit/app.js';
import { post } from '../oidc/spec-kit/known-accounts.js';
import { running } from '../oidc/spec-kit/running.room.js';

const world = running();
const password = 'correct horse battery';
const someone = (...posts: ReturnType<typeof post>[]) =>
  world.accounts.person(randomUUID(), posts.length > 0 ? posts : [post('teacher', '临川一小')]);
const appOf = (more: Parameters<typeof world.accounts.app>[1] = {}) =>
  AppOf.discovering(world.server, world.accounts.app(randomUUID(), more).clientId);

/** A call with this access token. */
function by(token: string): Call {
  const claims = decodeJwt(token) as { sub: string; role: 'teacher'; org: string; sid: string };
  const caller = { ...callerOf({ subject: claims.sub, role: claims.role, organisation: claims.org }), signIn: claims.sid };
  return callOf(signIns.mySessions, caller);
}
const renew = (app: AppOf, token: string | undefined) => client.refreshTokenGrant(app.config, token!);
const ended = { error: 'invalid_grant' };

describe('the sessions of a person', () => {
  it('say in which browser, since when and for which apps; one’s own alone', async () => {
    const account = someone();
    const app = await appOf({ name: '控制台' });
    const { tokens } = await app.signIn(account.username);
    await app.signIn(someone().username);
    const { items } = await world.server.own.list(by(tokens.access_token));
    expect(items).toEqual([
      {
        id: expect.any(String),
        device: '未知设备 unknown device',
        methods: ['pwd'],
        signedInAt: expect.stringContaining('+08:00'),
        lastUsedAt: expect.stringContaining('+08:00'),
        current: true,
        apps: [{ client: app.config.clientMetadata().client_id, name: '控制台', post: account.posts[0]!.id, postName: '教师 · 临川一小' }],
      },
    ]);
  });

  it('end one by one, with all that was given in them', async () => {
    const account = someone();
    const app = await appOf();
    const [here, there] = [await app.signIn(account.username), await app.signIn(account.username)];
    const call = by(here.tokens.access_token);
    const [other] = (await world.server.own.list(call)).items.filter(({ current }) => !current);
    await expect(world.server.own.end(other!.id, by((await app.signIn(someone().username)).tokens.access_token))).rejects.toMatchObject({
      kind: { code: 'session.unknown' },
    });
    await world.server.own.end(other!.id, call);
    await expect(renew(app, there.tokens.refresh_token)).rejects.toMatchObject(ended);
    expect(new URL((await app.begin(there.browser, { prompt: 'none' })).shown.url).searchParams.get('error')).toBe('login_required');
    expect(world.accounts.revoked).toContainEqual({ kind: 'session', value: decodeJwt(there.tokens.access_token)['sid'] });
    expect((await world.server.own.list(call)).items).toHaveLength(1);
    await renew(app, here.tokens.refresh_token);
  });

  it('end all but the one at hand', async () => {
    const account = someone();
    const app = await appOf();
    const others = [await app.signIn(account.username), await app.signIn(account.username)];
    const here = await app.signIn(account.username);
    expect(await world.server.own.endOthers(by(here.tokens.access_token))).toEqual({ ended: 2 });
    for (const { tokens } of others) await expect(renew(app, tokens.refresh_token)).rejects.toMatchObject(ended);
    await renew(app, here.tokens.refresh_token);
  });

  it('end when nobody uses them: administrators’ sooner than others’', async () => {
    const app = await appOf();
    const rest = async (username: string, minutes: number) => {
      const { tokens, browser } = await app.signIn(username);
      const { sub } = decodeJwt(tokens.access_token);
      await world.server.query(`update sign_in_session set last_used_at = now() - $2 * interval '1 minute' where account = $1`, [
        sub,
        minutes,
      ]);
      const again = await app.begin(browser, { prompt: 'none' });
      const renewed = await renew(app, tokens.refresh_token).then(
        () => true,
        () => false,
      );
      return [new URL(again.shown.url).searchParams.get('error'), renewed];
    };
    expect(await rest(someone(post('schoolAdmin', '临川一小')).username, 14)).toEqual([null, true]);
    expect(await rest(someone(post('schoolAdmin', '临川一小')).username, 16)).toEqual(['login_required', false]);
    expect(await rest(someone().username, 16)).toEqual([null, true]);
    expect(await rest(someone().username, 31)).toEqual(['login_required', false]);
  });

  it('go on after signing in again in the same browser', async () => {
    const account = someone();
    const app = await appOf();
    const { browser } = await app.signIn(account.username);
    await world.server.query(`update sign_in_session set last_used_at = now() - interval '1 hour' where account = $1`, [account.person]);
    const { shown, tokens } = await app.begin(browser);
    expect(shown.text).toContain('登录');
    expect((await tokens(await browser.submit(shown, { username: account.username, password }))).access_token).toBeTruthy();
  });
});

describe('an app of a third party', () => {
  const allowing = async (app: AppOf, username: string, more: Record<string, string> = {}) => {
    const { browser, shown, tokens } = await app.begin(undefined, more);
    const next = await browser.submit(shown, { username, password });
    const asked = next.text.includes('授权确认');
    return { asked, tokens: await tokens(asked ? await browser.submit(next, {}, '/consent') : next) };
  };

  it('is asked about once, and again when it wants more', async () => {
    const account = someone();
    const app = await appOf({ firstParty: false });
    expect((await allowing(app, account.username, { scope: 'openid resources.read' })).asked).toBe(true);
    expect((await allowing(app, account.username, { scope: 'openid resources.read' })).asked).toBe(false);
    const more = await allowing(app, account.username, { scope: 'openid resources.read identity.read' });
    expect(more.asked).toBe(true);
    expect((await allowing(app, account.username, { scope: 'openid identity.read' })).asked).toBe(false);
    const { items } = await world.server.own.apps(by(more.tokens.access_token));
    expect(items).toMatchObject([{ scopes: ['identity.read', 'openid', 'resources.read'], postName: '教师 · 临川一小' }]);
  });

  it('is asked about for each post, and by each person', async () => {
    const [teaching, judging] = [post('teacher', '一小'), post('expert', '教研室')];
    const account = someone(teaching, judging);
    const app = await appOf({ firstParty: false });
    expect((await allowing(app, account.username, { acting_post: teaching.id })).asked).toBe(true);
    expect((await allowing(app, account.username, { acting_post: judging.id })).asked).toBe(true);
    expect((await allowing(app, account.username, { acting_post: judging.id })).asked).toBe(false);
    expect((await allowing(app, someone().username)).asked).toBe(true);
  });

  it('loses all it was given when the person takes it back, and has to ask again', async () => {
    const account = someone();
    const app = await appOf({ firstParty: false });
    const { tokens } = await allowing(app, account.username);
    const id = app.config.clientMetadata().client_id;
    await world.server.own.withdraw(id, by(tokens.access_token));
    await expect(renew(app, tokens.refresh_token)).rejects.toMatchObject(ended);
    expect(world.accounts.revoked).toContainEqual({ kind: 'session', value: decodeJwt(tokens.access_token)['sid'] });
    await expect(world.server.own.withdraw(id, by(tokens.access_token))).rejects.toMatchObject({ kind: { code: 'allowed_app.unknown' } });
    expect((await allowing(app, account.username)).asked).toBe(true);
  });
});

describe('the name of a device', () => {
  it('is what its owner calls it', () => {
    const agents = {
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0':
        'Edge 141 · Windows',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E148 Safari/604.1':
        'Safari 18 · iPhone',
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0': '微信 WeChat 8 · Android',
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': 'Firefox 140 · Linux',
      '<script>alert(1)</script>': '未知设备 unknown device',
    };
    for (const [agent, name] of Object.entries(agents)) expect(deviceName(agent)).toBe(name);
  });
});
