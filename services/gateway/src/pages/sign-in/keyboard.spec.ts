import { expect, it } from '@jest/globals';
import * as client from 'openid-client';
import type { Page } from 'playwright-core';
import { AppOf, redirectUri } from '../../oidc/spec-kit/app.js';
import { post } from '../../oidc/spec-kit/known-accounts.js';
import { running } from '../../oidc/spec-kit/running.room.js';
import { opened, realBrowser, tabOrder, withChromium, wrongs } from './spec-kit/real-browser.js';

withChromium('in a real browser, with the keyboard alone', () => {
  const world = running();
  const chromium = realBrowser();

  /** Opens the sign-in page of an app and answers what the page asked the network for. */
  async function visit(locale: string): Promise<{ page: Page; requested: string[]; troubles: string[] }> {
    const app = await AppOf.discovering(
      world.server,
      world.accounts.app(`app-${locale}`, { firstParty: false, name: '智慧作业' }).clientId,
    );
    const page = await chromium.page(locale);
    const [requested, troubles]: [string[], string[]] = [[], []];
    page.on('request', (request) => requested.push(request.url()));
    page.on('console', (message) => troubles.push(message.text()));
    const challenge = await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier());
    await page.goto(
      client.buildAuthorizationUrl(app.config, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }).href,
    );
    return { page, requested, troubles };
  }

  it('a pupil mistypes, signs in, chooses, consents and arrives', async () => {
    world.accounts.person('xiaoming', [post('pupil', '临川一小'), post('pupil', '少年宫')], { name: '小明' });
    const { page, requested, troubles } = await visit('zh-CN');
    const { keyboard } = page;
    await opened(page, '登录');
    expect(await page.locator('input:focus').getAttribute('id')).toBe('username');
    await keyboard.type('xiaoming');
    await keyboard.press('Tab');
    await keyboard.type('wrong');
    await keyboard.press('Enter');
    await opened(page, { alert: true });
    expect(await page.locator('input:focus').getAttribute('id')).toBe('password');
    await keyboard.type('correct horse battery');
    await keyboard.press('Enter');
    await opened(page, '选择身份');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: '授权确认' }).waitFor();
    await keyboard.press('Tab');
    expect(await page.locator('button:focus').textContent()).toBe('同意授权');
    const arriving = page.waitForRequest((request) => request.url().startsWith(redirectUri));
    await keyboard.press('Enter');
    expect(new URL((await arriving).url()).searchParams.get('code')).toBeTruthy();
    expect(requested.filter((url) => !url.startsWith(world.server.origin) && !url.startsWith(redirectUri))).toEqual([]);
    // Chromium asks for an icon once, and says so when there is none; a refused policy or a failed load would say more.
    expect(troubles.filter((text) => /Content Security Policy|violat/i.test(text))).toEqual([]);
  });

  it('every field has a name, every target is large, every text can be read', async () => {
    const { page } = await visit('en-GB');
    for (const name of ['Username', 'Password']) expect(await page.getByLabel(name, { exact: true }).count()).toBe(1);
    const heights = await page
      .locator('input:not([type=hidden]), button')
      .evaluateAll((elements) => elements.map((element) => (element as unknown as { offsetHeight: number }).offsetHeight));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(52);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.setViewportSize({ width: 320, height: 640 });
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBe(0);
  });

  it.each([
    ['zh-CN', { heading: '登录', username: '用户名', password: '密码', enter: '登录', wrong: '用户名或密码不正确' }],
    ['en-GB', { heading: 'Sign in', username: 'Username', password: 'Password', enter: 'Sign in', wrong: 'not right' }],
  ] as const)('a screen reader is told everything in %s: roles, names, order, and what went wrong', async (locale, said) => {
    const { page } = await visit(locale);
    await opened(page, said.heading);
    expect(await wrongs(page)).toEqual([]);
    const tree = await page.locator('main').ariaSnapshot();
    for (const line of [`heading "${said.heading}" [level=1]`, `textbox "${said.username}"`, `textbox "${said.password}"`])
      expect(tree).toContain(line);
    const order = await tabOrder(page);
    expect(order.slice(0, 3)).toEqual([`textbox "${said.username}"`, `textbox "${said.password}"`, `button "${said.enter}"`]);
    expect(order.length).toBeGreaterThan(3);
    await page.getByLabel(said.username, { exact: true }).fill('nobody');
    await page.getByLabel(said.password, { exact: true }).fill('wrong');
    await page.keyboard.press('Enter');
    await opened(page, { alert: true });
    expect(await page.getByRole('alert').textContent()).toContain(said.wrong);
    const described = page.locator('[aria-invalid=true]').first();
    expect(await described.getAttribute('aria-describedby')).toBe(await page.getByRole('alert').getAttribute('aria-labelledby'));
    expect(await wrongs(page)).toEqual([]);
  });

  it('can be read at night', async () => {
    const { page } = await visit('zh-CN');
    await page.emulateMedia({ colorScheme: 'dark' });
    await opened(page, '登录');
    expect(await wrongs(page, '#0e1625')).toEqual([]);
    // What could not be read would be told.
    expect(String(await wrongs(page, '#edf2fb'))).toContain('color-contrast');
  });
});
