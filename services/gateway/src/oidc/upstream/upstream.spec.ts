import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt, generateKeyPair, UnsecuredJWT, SignJWT, type JWTPayload } from 'jose';
import { randomUUID } from 'node:crypto';
import { Reachable } from '@lianxue/wire';
import { AppOf } from '../spec-kit/app.js';
import { Browser, type Shown } from '../spec-kit/browser.js';
import { post, type KnownProvider } from '../spec-kit/known-accounts.js';
import { openProvince, type Province } from '../spec-kit/province.js';
import { openRogue, type Rogue } from '../spec-kit/rogue-issuer.js';
import { running } from '../spec-kit/running.room.js';
import { RelyingParty } from './relying-party.js';

const world = running();
const password = 'correct horse battery';
const appOf = () => AppOf.discovering(world.server, world.accounts.app(randomUUID(), { name: '控制台' }).clientId);
const someone = (more: Parameters<typeof world.accounts.person>[2] = {}) =>
  world.accounts.person(randomUUID(), [post('teacher', '临川一小')], more);
const redirectOf = (id: string) => `${world.server.origin}/sign-in/upstream/${id}`;
const codeIn = ({ url }: Shown) => new URL(url).searchParams.get('code');

/** Follows the button of a provider, up to the address the browser is sent to. */
async function leave(app: AppOf, { id }: { id: string }, more: Record<string, string> = {}) {
  const begun = await app.begin(undefined, more);
  const { browser, shown } = begun;
  const sent = await browser.submit(shown, { provider: id }, '/upstream');
  return { ...begun, away: new URL(sent.url) };
}

describe('through a provincial platform', () => {
  let province: Province;
  let jiangxi: KnownProvider;
  let other: Province;
  let fuzhou: KnownProvider;

  beforeAll(async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    [province, other] = [await openProvince([redirectOf(one)]), await openProvince([redirectOf(two)])];
    jiangxi = province.registered(one);
    fuzhou = other.registered(two, { name: { zh: '抚州教育云', en: 'Fuzhou Cloud' }, match: { claim: 'xjh', by: 'pupilNumber' } });
  });
  afterAll(() => Promise.all([province.close(), other.close()]));
  beforeEach(() => {
    Object.assign(jiangxi, { enabled: true, linksOnTheSpot: true });
    world.accounts.providers.splice(0, Infinity, jiangxi, fuzhou);
  });

  /** Signs in on the platform's own pages; answers the address it sends the browser back to. */
  async function there({ origin }: Province, away: URL, name: string): Promise<string> {
    const browser = new Browser(origin);
    const asked = await browser.go(away.href);
    const consent = await browser.submit(asked, { login: name, password: 'any' });
    return (await browser.submit(consent, {})).url;
  }
  const through = async (app: AppOf, name: string, from = jiangxi, at = province) => {
    const left = await leave(app, from);
    return { ...left, back: await left.browser.go(await there(at, left.away, name)) };
  };

  it('a person proves their account once, and is let in by one click from then on', async () => {
    const [app, account] = [await appOf(), someone()];
    const first = await through(app, 'zhangsan');
    expect(first.back.url).not.toContain('code=');
    expect(first.back.text).toContain('关联账号');
    expect(first.back.text).toContain('您已在“江西教育”登录（zhangsan（省））');
    const wrong = await first.browser.submit(first.back, { username: account.username, password: 'wrong' });
    expect([wrong.status, wrong.text.includes('关联账号')]).toEqual([422, true]);
    const linked = await first.tokens(await first.browser.submit(wrong, { username: account.username, password }));
    expect(decodeJwt(linked.id_token!)).toMatchObject({ sub: account.person, amr: ['pwd', 'fed'], acr: 'urn:lianxue:acr:one-factor' });
    const second = await through(app, 'zhangsan');
    expect(decodeJwt((await second.tokens(second.back)).id_token!)).toMatchObject({ sub: account.person, amr: ['fed'] });
    expect((await through(app, 'lisi')).back.text).toContain('关联账号');
  });

  it('the account is proven in any way there is, and with its second factor', async () => {
    const [app, parent] = [await appOf(), someone({ phone: '13800004444', secondFactor: 'held' })];
    const { browser, back, tokens } = await through(app, 'parent');
    await browser.submit(await browser.go(`${back.url.split('?')[0]}/phone`), { phone: '13800004444' }, '/phone');
    const code = await browser.go(`${back.url.split('?')[0]}/code`);
    const asked = await browser.submit(code, { code: '654321' }, '/code');
    expect(world.accounts.links.get(`${jiangxi.id} parent`)).toBeUndefined();
    const entered = await browser.submit(asked, { code: '123456' }, '/second-factor');
    expect(decodeJwt((await tokens(entered)).id_token!)).toMatchObject({ sub: parent.person, amr: ['sms', 'otp', 'fed', 'mfa'] });
    const again = await through(app, 'parent');
    expect(again.back.text).toContain('动态口令');
    const done = await again.browser.submit(again.back, { code: '123456' }, '/second-factor');
    expect(decodeJwt((await again.tokens(done)).id_token!)).toMatchObject({ amr: ['fed', 'otp', 'mfa'] });
  });

  it('who does not want to be linked is not', async () => {
    const [app, account] = [await appOf(), someone()];
    const { browser, back, tokens } = await through(app, 'wangwu');
    const plain = await browser.submit(back, {}, '/unlinked');
    expect(plain.text).not.toContain('关联账号');
    expect(plain.text).toContain('用“江西教育”登录');
    expect(decodeJwt((await tokens(await browser.submit(plain, { username: account.username, password }))).id_token!)['amr']).toEqual([
      'pwd',
    ]);
    expect(world.accounts.links.get(`${jiangxi.id} wangwu`)).toBeUndefined();
  });

  it('somebody of another person’s link is told so, and not let in', async () => {
    const [app, account, another] = [await appOf(), someone(), someone()];
    const { browser, back } = await through(app, 'shared');
    world.accounts.links.set(`${jiangxi.id} shared`, another.person);
    const told = await browser.submit(back, { username: account.username, password });
    expect(told.text).toContain('没有关联');
    expect(codeIn(told)).toBeNull();
  });

  it('a platform that links nobody on the spot lets only known people in', async () => {
    const app = await appOf();
    jiangxi.linksOnTheSpot = false;
    const { back } = await through(app, 'zhaoliu');
    expect(back.text).toContain('还没有对应本平台的账号');
    expect(back.text).not.toContain('关联账号');
  });

  it('a platform that is trusted for a mark names the person by it', async () => {
    const [app, pupil] = [await appOf(), someone()];
    other.says.set('pupil', { xjh: pupil.username });
    const { back, tokens } = await through(app, 'pupil', fuzhou, other);
    expect(decodeJwt((await tokens(back)).id_token!)).toMatchObject({ sub: pupil.person, amr: ['fed'] });
  });

  it('one that is disabled meanwhile lets nobody in, and its button is gone', async () => {
    const [app, account] = [await appOf(), someone()];
    world.accounts.links.set(`${jiangxi.id} known`, account.person);
    const { browser, away } = await leave(app, jiangxi);
    const back = await there(province, away, 'known');
    jiangxi.enabled = false;
    const told = await browser.go(back);
    expect(told.text).toContain('现在不能用“江西教育”登录');
    expect(told.text).not.toContain('用“江西教育”登录</button>');
    expect(codeIn(told)).toBeNull();
  });

  it('sends along the reader’s language, and signs in anew whom the app wants to see sign in anew', async () => {
    const app = await appOf();
    const { away } = await leave(app, jiangxi, { prompt: 'login', ui_locales: 'en' });
    expect(Object.fromEntries(away.searchParams)).toMatchObject({
      ui_locales: 'en',
      prompt: 'login',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: redirectOf(jiangxi.id),
      scope: 'openid profile',
    });
    expect((await leave(app, jiangxi)).away.searchParams.has('prompt')).toBe(false);
  });

  describe('what comes back is taken', () => {
    it('once, by the browser that left', async () => {
      const [app, account] = [await appOf(), someone()];
      world.accounts.links.set(`${jiangxi.id} once`, account.person);
      const { browser, away } = await leave(app, jiangxi);
      const back = await there(province, away, 'once');
      const stranger = await app.begin();
      expect((await stranger.browser.go(back)).text).toContain('页面已过期');
      expect(codeIn(await browser.go(back))).not.toBeNull();
      const replayed = await browser.go(back);
      expect([replayed.status, codeIn(replayed) === null || replayed.url.includes('/sign-in/')]).toEqual([400, true]);
    });

    it('for the provider that was asked, at its own address', async () => {
      const app = await appOf();
      const { browser, away } = await leave(app, jiangxi);
      const back = await there(province, away, 'mixed');
      const told = await browser.go(back.replace(jiangxi.id, fuzhou.id));
      expect(told.text).not.toContain('关联账号');
      const state = new URL(back).searchParams.get('state')!;
      const nowhere = await browser.go(back.replace(state, `${state.split('.')[0]}.${'x'.repeat(32)}`));
      expect(nowhere.text).not.toContain('关联账号');
      for (const bad of ['', 'state=', 'state=a.b', `state=${'x'.repeat(9000)}`])
        expect((await browser.go(`${redirectOf(jiangxi.id)}?code=x&${bad}`)).status).toBe(400);
    });

    it('with an error, as that', async () => {
      const app = await appOf();
      const { browser, away } = await leave(app, jiangxi);
      const state = away.searchParams.get('state')!;
      const told = await browser.go(
        `${redirectOf(jiangxi.id)}?${new URLSearchParams({ error: 'access_denied', error_description: '<b>no</b>', state, iss: province.origin }).toString()}`,
      );
      expect(told.text).toContain('在“江西教育”没有完成登录');
      expect(told.text).not.toContain('<b>no');
      expect(told.text).toContain('name="password"');
    });
  });
});

describe('a platform that answers wrongly', () => {
  let rogue: Rogue;
  let provider: KnownProvider;
  let app: AppOf;

  beforeAll(async () => {
    rogue = await openRogue('lianxue');
    app = await appOf();
  });
  afterAll(() => rogue.close());
  beforeEach(() => {
    Object.assign(rogue, { document: {}, trouble: undefined, idToken: (claims: JWTPayload) => rogue.sign(claims) });
    const name = { zh: '坏平台', en: 'Rogue' };
    const more = { clientSecret: 'secret-secret-secret-secret-secret', subjectClaim: 'sub', scopes: [], match: null };
    const known = { id: randomUUID(), version: 1, name, issuer: rogue.origin, clientId: 'lianxue', enabled: true, linksOnTheSpot: true };
    world.accounts.providers.splice(0, Infinity, (provider = { ...known, ...more }));
  });

  /** What the browser sees when the platform sends it back so, with a token of these claims beside the right ones. */
  async function answering(query: Record<string, string> = {}) {
    const { browser, away } = await leave(app, provider);
    const nonce = away.searchParams.get('nonce')!;
    const make = rogue.idToken;
    rogue.idToken = (claims) => make({ nonce, ...claims });
    const parameters = new URLSearchParams({ code: 'code', state: away.searchParams.get('state')!, ...query });
    return browser.go(`${redirectOf(provider.id)}?${parameters.toString()}`);
  }
  const says = (claims: JWTPayload) => void (rogue.idToken = (right) => rogue.sign({ ...right, ...claims }));
  const refusedPage = '的答复不正确';
  const now = () => Math.floor(Date.now() / 1000);

  it('is believed when it answers rightly', async () => expect((await answering()).text).toContain('关联账号'));

  it.each<[string, () => void]>([
    ['another key', () => (rogue.idToken = async (claims) => rogue.sign(claims, (await generateKeyPair('RS256')).privateKey))],
    ['no signature', () => (rogue.idToken = async (claims) => new UnsecuredJWT(claims).encode())],
    [
      'the client secret for a signature',
      () =>
        (rogue.idToken = (claims) =>
          new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(Buffer.from(provider.clientSecret))),
    ],
    ['an expired token', () => says({ exp: now() - 120 })],
    ['a token for another app', () => says({ aud: 'somebody-else' })],
    ['a token for several, of which another asked', () => says({ aud: ['lianxue', 'somebody-else'], azp: 'somebody-else' })],
    ['a token of another issuer', () => says({ iss: 'https://sso.example.cn' })],
    ['a token with another nonce', () => says({ nonce: 'another' })],
    ['a token with no nonce', () => says({ nonce: undefined })],
    ['a token that names nobody', () => says({ sub: undefined })],
    ['a token of tomorrow', () => says({ nbf: now() + 86_400 })],
    ['no token at all', () => (rogue.idToken = async () => '')],
    ['a refusal of the code', () => (rogue.trouble = 400)],
  ])('is not believed with %s', async (_, arrange) => {
    arrange();
    const shown = await answering();
    expect(shown.text).toContain(refusedPage);
    expect(shown.text).not.toContain('关联账号');
    expect(world.accounts.links.size === 0 || ![...world.accounts.links.keys()].some((key) => key.startsWith(provider.id))).toBe(true);
  });

  it('is not believed when the answer says it is another issuer’s, or does not say it although it promised to', async () => {
    expect((await answering({ iss: 'https://sso.example.cn' })).text).toContain(refusedPage);
    rogue.document = { authorization_response_iss_parameter_supported: true };
    provider.version++;
    expect((await answering()).text).toContain(refusedPage);
    expect((await answering({ iss: rogue.origin })).text).toContain('关联账号');
  });

  it('names people by the claim it is registered with', async () => {
    provider.subjectClaim = 'yhid';
    expect((await answering()).text).toContain(refusedPage);
    says({ yhid: 20361 });
    expect((await answering()).text).toContain('关联账号');
  });

  it.each<[string, Record<string, unknown>]>([
    ['is another issuer’s', { issuer: 'https://sso.example.cn' }],
    ['sends browsers to a script', { authorization_endpoint: 'javascript:alert(1)' }],
    ['sends browsers to plain http elsewhere', { authorization_endpoint: 'http://sso.example.cn/authorize' }],
  ])('is as good as unreachable when its document %s', async (_, document) => {
    rogue.document = document;
    const { browser, shown } = await app.begin();
    const told = await browser.submit(shown, { provider: provider.id }, '/upstream');
    expect(told.text).toContain('现在连不上“坏平台”');
    expect(told.text).toContain('name="password"');
  });

  it('lets the others in when it does not answer', async () => {
    const account = someone();
    provider.issuer = 'http://127.0.0.1:9';
    const { browser, shown, tokens } = await app.begin(new Browser(world.server.origin, 'en-GB'));
    const told = await browser.submit(shown, { provider: provider.id }, '/upstream');
    expect(told.text).toContain('“Rogue” does not answer just now');
    expect((await tokens(await browser.submit(told, { username: account.username, password }))).access_token).toBeTruthy();
  });

  it('is not waited for long', async () => {
    rogue.trouble = 'silence';
    expect((await answering()).text).toContain('现在连不上“坏平台”');
  }, 15_000);

  it('is never looked for inside', async () => {
    const guarded = new RelyingParty(world.accounts, new Reachable([]), new URL(world.server.origin));
    await expect(guarded.ask(provider.id, 'state', {})).rejects.toMatchObject({ kind: 'unreachable' });
    const asked = rogue.tokensAsked;
    const question = { provider: provider.id, state: 's', nonce: 'n', verifier: 'v' };
    await expect(guarded.answerTo(question, new URLSearchParams({ code: 'c', state: 's' }))).rejects.toMatchObject({ kind: 'unreachable' });
    expect(rogue.tokensAsked).toBe(asked);
    await guarded.onApplicationShutdown();
  });
});
