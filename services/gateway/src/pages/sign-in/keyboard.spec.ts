import { expect, it } from '@jest/globals';
import * as client from 'openid-client';
import type { Page } from 'playwright-core';
import { AppOf, redirectUri } from '../../oidc/spec-kit/app.js';
import { post } from '../../oidc/spec-kit/known-accounts.js';
import { running } from '../../oidc/spec-kit/running.room.js';
import { opened, realBrowser, withChromium } from './spec-kit/real-browser.js';

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
});
