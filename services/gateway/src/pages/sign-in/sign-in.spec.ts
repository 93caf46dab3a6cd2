import { describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { randomUUID } from 'node:crypto';
import { AppOf } from '../../oidc/spec-kit/app.js';
import { Browser, type Shown } from '../../oidc/spec-kit/browser.js';
import { post } from '../../oidc/spec-kit/known-accounts.js';
import { running } from '../../oidc/spec-kit/running.room.js';

const world = running();
const password = 'correct horse battery';
const appOf = (more: Parameters<typeof world.accounts.app>[1] = {}) =>
  AppOf.discovering(world.server, world.accounts.app(randomUUID(), more).clientId);
const someone = (more: Parameters<typeof world.accounts.person>[2] = {}) =>
  world.accounts.person(randomUUID(), [post('pupil', '临川一小')], more);
/** What differs from one interaction to the next, taken out. */
const bare = ({ text, url }: Shown) =>
  text.replaceAll(new URL(url).pathname.split('/')[2]!, 'uid').replaceAll(/name="token" value="[^"]*"/g, '');

describe('the sign-in page', () => {
  it('says the same of a wrong password as of a name that does not exist', async () => {
    const app = await appOf();
    const { username } = someone();
    const absent = username.replaceAll(/[0-9a-f]/g, 'x');
    const wrong = async (name: string) => {
      const { browser, shown } = await app.begin();
      return browser.submit(shown, { username: name, password: 'wrong' });
    };
    const [known, unknown] = [await wrong(username), await wrong(absent)];
    expect(known.text).toContain('用户名或密码不正确');
    expect([known.status, bare(known)]).toEqual([unknown.status, bare(unknown).replaceAll(absent, username)]);
  });

  it('names what is missing at its field, and keeps the username', async () => {
    const { browser, shown } = await (await appOf()).begin();
    const empty = await browser.submit(shown, { username: '', password: '' });
    for (const text of [
      '<a href="#username">请填写用户名</a>',
      '<a href="#password">请填写密码</a>',
      'role="alert"',
      'aria-invalid="true"',
    ])
      expect(empty.text).toContain(text);
    expect((await browser.submit(shown, { username: '<b>"me', password: '' })).text).toContain('value="&lt;b&gt;&quot;me"');
  });

  it('takes a form only from itself', async () => {
    const { browser, shown } = await (await appOf()).begin();
    const { username } = someone();
    const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      browser.go(new URL(shown.url).pathname, { method: 'POST', body: new URLSearchParams(fields), headers });
    expect((await send({ username, password, token: 'guessed' })).status).toBe(400);
    const token = /name="token" value="([^"]*)"/.exec(shown.text)![1]!;
    expect((await send({ username, password, token }, { origin: 'https://evil.example' })).status).toBe(400);
    const stranger = await new Browser(world.server.origin).go(new URL(shown.url).pathname, {
      method: 'POST',
      body: new URLSearchParams({ username, password, token }),
    });
    expect(stranger.text).toContain('页面已过期');
  });

  it('is bounded: a body of a megabyte, NUL, and a page long gone are refused in words or with a 4xx', async () => {
    const { browser, shown } = await (await appOf()).begin();
    const { pathname } = new URL(shown.url);
    expect((await browser.go(pathname, { method: 'POST', body: new URLSearchParams({ username: 'x'.repeat(1_000_000) }) })).status).toBe(
      413,
    );
    expect((await browser.go(pathname, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(415);
    expect((await browser.submit(shown, { username: 'a\0b', password: 'x' })).status).toBe(422);
    expect((await browser.go('/sign-in/no-such-page')).text).toContain('页面已过期');
  });

  it('slows guessing, but not in the browser its owner uses', async () => {
    const app = await appOf();
    const { username } = someone();
    const owner = new Browser(world.server.origin);
    const first = await app.begin(owner, { prompt: 'login' });
    await owner.submit(first.shown, { username, password });
    const { browser: guesser, shown } = await app.begin();
    let last = shown;
    for (let guess = 0; guess < 32 && last.status !== 429; guess++)
      last = await guesser.submit(shown, { username, password: `guess ${guess}` });
    expect([last.status, Number(last.headers.get('retry-after')) <= 60]).toEqual([429, true]);
    expect(last.text).toContain('尝试次数太多了');
    const again = await app.begin(owner, { prompt: 'login' });
    expect(new URL((await owner.submit(again.shown, { username, password })).url).searchParams.get('code')).toBeTruthy();
  });

  it('keeps the language somebody chose', async () => {
    const { browser, shown } = await (await appOf()).begin();
    const english = await browser.go(/<a href="([^"]*)" hreflang="en"/.exec(shown.text)![1]!);
    expect(english.text).toContain('<h1>Sign in</h1>');
    const next = await (await appOf()).begin(browser);
    expect(/<h1>[^<]*/.exec(next.shown.text)?.[0]).toBe('<h1>Sign in');
  });
});

describe('a one-time password', () => {
  it('must be replaced before anything else', async () => {
    const app = await appOf();
    const person = someone({ mustChangePassword: true });
    const { browser, shown, tokens } = await app.begin();
    const changing = await browser.submit(shown, { username: person.username, password });
    expect(changing.text).toContain('设置新密码');
    const differing = await browser.submit(changing, { current: password, next: 'a longer one', repeat: 'another' }, '/password');
    expect(differing.text).toContain('两次输入的新密码不一样');
    const wrong = await browser.submit(changing, { current: 'wrong', next: 'a longer one', repeat: 'a longer one' }, '/password');
    expect(wrong.text).toContain('现在的密码不正确');
    const back = await browser.submit(changing, { current: password, next: 'a longer one', repeat: 'a longer one' }, '/password');
    expect(decodeJwt((await tokens(back)).access_token)).toMatchObject({ sub: person.person });
    expect(person).toMatchObject({ password: 'a longer one', mustChangePassword: false });
  });

  it('cannot be walked around', async () => {
    const person = someone({ mustChangePassword: true });
    const { browser, shown } = await (await appOf()).begin();
    const changing = await browser.submit(shown, { username: person.username, password });
    const uid = new URL(changing.url).pathname.split('/')[2]!;
    expect((await browser.go(`/oidc/auth/${uid}`)).url).toContain('/sign-in/');
  });
});

describe('every page of unified auth', () => {
  it('fetches nothing, runs nothing, is not kept and not framed', async () => {
    const app = await appOf({ firstParty: false, grants: ['authorization_code', 'urn:ietf:params:oauth:grant-type:device_code'] });
    const chooser = world.accounts.person(randomUUID(), [post('teacher', '一小'), post('expert', '教研室')]);
    const { browser, shown } = await app.begin();
    const choosing = await browser.submit(shown, { username: chooser.username, password });
    const consenting = await browser.submit(choosing, { post: chooser.posts[0]!.id }, '/post');
    const changer = await app.begin();
    const changing = await changer.browser.submit(changer.shown, { username: someone({ mustChangePassword: true }).username, password });
    const signOut = await browser.go('/oidc/session/end');
    const device = await fetch(`${world.server.issuer}/device/auth`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: app.config.clientMetadata().client_id, scope: 'openid' }),
    });
    const { user_code } = (await device.json()) as { user_code: string };
    const entering = await new Browser(world.server.origin).go('/oidc/device');
    const deviceBrowser = new Browser(world.server.origin);
    const confirming = await deviceBrowser.submit(await deviceBrowser.go('/oidc/device'), { user_code });
    const signedOut = await browser.go('/oidc/session/end/success');
    const error = await browser.go('/oidc/auth?client_id=nobody');
    const expired = await browser.go('/sign-in/gone');
    const pages = { shown, choosing, consenting, changing, signOut, signedOut, entering, confirming, error, expired };
    for (const [name, page] of Object.entries(pages)) {
      const elsewhere = [...page.text.matchAll(/https?:\/\/[^"'\s<)]+/g)]
        .map(([url]) => new URL(url).origin)
        .filter((origin) => origin !== world.server.origin);
      expect([name, elsewhere, /<script|<link|<img|<iframe|\son\w+=|@import|url\(/i.test(page.text)]).toEqual([name, [], false]);
      expect([name, page.headers.get('cache-control'), page.headers.get('x-frame-options')]).toEqual([name, 'no-store', 'DENY']);
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(page.text).toMatch(/<html lang="zh-CN">[\s\S]*<title>[^<]+ · 联学<\/title>[\s\S]*<h1>/);
    }
  });
});
