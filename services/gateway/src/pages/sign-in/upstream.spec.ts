import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { AppOf } from '../../oidc/spec-kit/app.js';
import { post, type KnownProvider } from '../../oidc/spec-kit/known-accounts.js';
import { openProvince, type Province } from '../../oidc/spec-kit/province.js';
import { running } from '../../oidc/spec-kit/running.room.js';
import { beginIn, picture, realBrowser, usability, usable, withChromium } from './spec-kit/real-browser.js';

const patienceMs = 60_000;

withChromium('through a provincial platform, in a real browser', () => {
  const world = running();
  const chromium = realBrowser();
  const appOf = () => AppOf.discovering(world.server, world.accounts.app(randomUUID(), { name: '控制台' }).clientId);
  let province: Province;
  let provider: KnownProvider;

  beforeAll(async () => {
    const id = randomUUID();
    province = await openProvince([`${world.server.origin}/sign-in/upstream/${id}`]);
    world.accounts.providers.push((provider = province.registered(id)));
  });
  afterAll(() => province.close());

  /** On a page that has arrived, with its field under the keys. */
  const onto = async (page: Page, heading: string, field?: string) => {
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    if (field !== undefined) await page.locator(`#${field}:focus`).waitFor();
  };
  /** With the keyboard alone: to this button, wherever it stands, and through it. */
  const press = async (page: Page, name: string) => {
    const wanted = page.getByRole('button', { name });
    for (let tabs = 0; tabs < 12; tabs++) {
      if (
        await wanted.evaluate((each) => each === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement)
      )
        return page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach “${name}”`);
  };
  const signInThere = async (page: Page, name: string) => {
    await page.locator('input[name=login]').fill(name);
    await page.locator('input[name=password]').fill('any');
    await page.keyboard.press('Enter');
    await page.getByText('Authorize').first().waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
  };

  it(
    'a teacher links their account with the keyboard, and comes in by one button from then on',
    async () => {
      const account = world.accounts.person('chen', [post('teacher', '临川一小')]);
      const app = await appOf();
      const page = await chromium.page('zh-CN');
      const first = await beginIn(page, app);
      await onto(page, '登录', 'username');
      expect(await usability(page)).toEqual({ ...usable, language: 'zh-CN' });
      await picture(page, 'upstream-sign-in');
      await press(page, '用“江西教育”登录');
      await page.waitForURL((url) => url.origin === province.origin);
      await signInThere(page, '陈老师');
      await onto(page, '关联账号', 'username');
      expect(page.url()).not.toContain('code=');
      expect(await usability(page)).toEqual({ ...usable, language: 'zh-CN' });
      await picture(page, 'upstream-link');
      await page.keyboard.type('chen');
      await page.keyboard.press('Tab');
      await page.keyboard.type('wrong');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await page.locator('#password:focus').waitFor();
      await picture(page, 'upstream-link-wrong');
      await page.keyboard.type(account.password);
      await page.keyboard.press('Enter');
      expect(decodeJwt((await first.tokens()).id_token!)).toMatchObject({ sub: account.person, amr: ['pwd', 'fed'] });
      const elsewhere = await chromium.page('en-GB');
      const second = await beginIn(elsewhere, app);
      await onto(elsewhere, 'Sign in', 'username');
      expect(await usability(elsewhere)).toEqual({ ...usable, language: 'en' });
      await picture(elsewhere, 'upstream-sign-in-en');
      await press(elsewhere, 'Sign in with “Jiangxi Education”');
      await elsewhere.waitForURL((url) => url.origin === province.origin);
      await signInThere(elsewhere, '陈老师');
      expect(decodeJwt((await second.tokens()).id_token!)).toMatchObject({ sub: account.person, amr: ['fed'] });
    },
    patienceMs,
  );

  it(
    'a province that does not answer is said to, in the reader’s language, above the other ways',
    async () => {
      const page = await chromium.page('en-GB');
      await beginIn(page, await appOf());
      await onto(page, 'Sign in', 'username');
      const issuer = provider.issuer;
      Object.assign(provider, { issuer: 'http://127.0.0.1:9', version: provider.version + 1 });
      await page.getByRole('button', { name: 'Sign in with “Jiangxi Education”' }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText()).toContain('does not answer just now');
      expect(await usability(page)).toEqual({ ...usable, language: 'en' });
      await picture(page, 'upstream-unreachable-en');
      await page.getByRole('link', { name: '中文' }).click();
      await onto(page, '登录', 'username');
      expect(await page.getByRole('alert').innerText()).toContain('现在连不上');
      Object.assign(provider, { issuer, version: provider.version + 1 });
      await page.getByRole('button', { name: '用“江西教育”登录' }).click();
      await page.waitForURL((url) => url.origin === province.origin);
    },
    patienceMs,
  );
});
