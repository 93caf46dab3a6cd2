import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pupilPictures } from '@lianxue/contracts';
import { existsSync } from 'node:fs';
import * as client from 'openid-client';
import { chromium, type Browser as Chromium } from 'playwright-core';
import { AppOf, redirectUri } from '../../oidc/spec-kit/app.js';
import { Browser } from '../../oidc/spec-kit/browser.js';
import { post } from '../../oidc/spec-kit/known-accounts.js';
import { running } from '../../oidc/spec-kit/running.room.js';

const world = running();
const code = 'ACDEF3';
const qrToken = 'q'.repeat(32);
const [mine, ...others] = pupilPictures.slice(0, 45).map(({ key }) => key);
let app: AppOf;

beforeAll(async () => {
  app = await AppOf.discovering(world.server, world.accounts.app('homework', { name: '智慧作业' }).clientId);
  world.accounts.person('xiaohua', [post('pupil', '临川一小')], { name: '王小花', picture: mine!, pin: '2947', qr: qrToken });
  for (const picture of others) world.accounts.person(`pupil ${picture}`, [post('pupil', '临川一小')], { picture, pin: '8305' });
});

const arrived = ({ url }: { url: string }) => new URL(url).searchParams.get('code') !== null;

it('leads from the class code over pictures without names to the PIN, and into the app', async () => {
  const { browser, shown } = await app.begin(new Browser(world.server.origin));
  const address = shown.url;
  const wrong = await browser.submit(await browser.go(`${address}/class`), { code: 'ZZZZZZ' }, '/class');
  expect([wrong.status, wrong.text.includes('没有找到这个班')]).toEqual([422, true]);
  const pictures = await browser.submit(wrong, { code: 'acd-ef3' }, '/class');
  expect(pictures.url).toBe(`${address}/pictures`);
  expect(pictures.text.match(/name="picture"/g)).toHaveLength(45);
  expect(pictures.text).not.toContain('王小花');
  const pin = await browser.submit(pictures, { picture: mine! }, '/picture');
  const refused = await browser.submit(pin, { pin: '0000' }, '/pin');
  expect([refused.status, refused.text.includes('数字不对')]).toEqual([422, true]);
  expect(arrived(await browser.submit(refused, { pin: '2947' }, '/pin'))).toBe(true);
  const again = await app.begin(browser, { prompt: 'login' });
  expect((await browser.go(`${again.shown.url}/class`)).text).toContain(`value="${code}"`);
});

it('takes the teacher’s QR code: read by the camera, it lets the pupil in when the app asks, once', async () => {
  const tablet = new Browser(world.server.origin);
  expect((await tablet.go(`/sign-in/qr/${'x'.repeat(32)}`)).status).toBe(400);
  expect((await tablet.go(`/sign-in/qr/${qrToken}`)).text).toContain('二维码收到了');
  const { shown } = await app.begin(tablet);
  expect(shown.text).toContain('这是你吗？');
  expect(arrived(await tablet.submit(shown, {}, '/qr'))).toBe(true);
  expect((await app.begin(tablet, { prompt: 'login' })).shown.text).toContain('name="username"');
  expect((await new Browser(world.server.origin).go(`/sign-in/qr/${qrToken}`)).status).toBe(400);
});

it('draws the pictures and the QR code itself', async () => {
  for (const { key } of pupilPictures) expect((await fetch(`${world.server.origin}/sign-in/pictures/${key}.svg`)).status).toBe(200);
  expect((await fetch(`${world.server.origin}/sign-in/pictures/green-star.svg`)).status).toBe(404);
  const drawn = await fetch(`${world.server.origin}/sign-in/qr/${qrToken}/picture.svg`);
  expect([drawn.headers.get('content-type'), (await drawn.text()).startsWith('<svg xmlns')]).toEqual(['image/svg+xml', true]);
});

const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
const described = executablePath ? describe : describe.skip;

described('on a tablet', () => {
  let chromiumBrowser: Chromium;
  beforeAll(async () => {
    chromiumBrowser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => chromiumBrowser.close());

  it('a child of seven comes in by taps and ten signs', async () => {
    const context = await chromiumBrowser.newContext({ locale: 'zh-CN', viewport: { width: 800, height: 1100 } });
    const page = await context.newPage();
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    const keep = async (name: string) => {
      const folder = process.env['LIANXUE_PICTURES'];
      if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    };
    const challenge = await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier());
    const asked = { redirect_uri: redirectUri, scope: 'openid', code_challenge: challenge, code_challenge_method: 'S256' };
    await page.goto(client.buildAuthorizationUrl(app.config, asked).href);
    await page.getByRole('link', { name: '用班级码登录' }).click();
    await page.getByLabel('班级码').fill(code.toLowerCase());
    await keep('code');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '哪个是你的图案？' }).waitFor();
    await keep('pictures');
    const buttons = page.locator('.pictures button');
    const sizes = await buttons.evaluateAll((all) => all.map((each) => (each as unknown as { offsetHeight: number }).offsetHeight));
    expect([sizes.length, Math.min(...sizes) >= 96]).toEqual([45, true]);
    await page.getByRole('button', { name: '红星星' }).click();
    await page.getByLabel('4 个数字').fill('2947');
    await keep('pin');
    const arriving = page.waitForRequest((request) => request.url().startsWith(redirectUri));
    await page.keyboard.press('Enter');
    expect(arrived({ url: (await arriving).url() })).toBe(true);
    expect(requested.filter((url) => !url.startsWith(world.server.origin) && !url.startsWith(redirectUri))).toEqual([]);
  });
});

/** Last, because afterwards unknown browsers of this address have to wait. */
it('stops who guesses one pupil after another, and not the browser in which the class signs in', async () => {
  const guesser = await app.begin(new Browser(world.server.origin));
  const guess = async () => {
    const pictures = await guesser.browser.submit(await guesser.browser.go(`${guesser.shown.url}/class`), { code }, '/class');
    return guesser.browser.submit(await guesser.browser.submit(pictures, { picture: others[0]! }, '/picture'), { pin: '1111' }, '/pin');
  };
  const tablet = await app.begin(new Browser(world.server.origin));
  const come = async ({ browser, shown }: typeof tablet) => {
    const pictures = await browser.submit(await browser.go(`${shown.url}/class`), { code }, '/class');
    return browser.submit(await browser.submit(pictures, { picture: mine! }, '/picture'), { pin: '2947' }, '/pin');
  };
  expect(arrived(await come(tablet))).toBe(true);
  const statuses = [];
  for (let count = 0; count < 64; count++) statuses.push((await guess()).status);
  expect([statuses[0], statuses.at(-1)]).toEqual([422, 429]);
  expect(arrived(await come(await app.begin(tablet.browser, { prompt: 'login' })))).toBe(true);
}, 60_000);
