import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { platform, type TestPlatform } from '@lianxue/testing';
import { chromium, type Browser } from 'playwright-core';

const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];
/** A busy machine takes its time to draw all operations. */
const patience = 120_000;

(executablePath ? describe : describe.skip)('the documentation page', () => {
  let running: TestPlatform;
  let browser: Browser;
  beforeAll(async () => {
    running = await platform();
    browser = await chromium.launch({ executablePath: executablePath!, args });
  }, 240_000);
  afterAll(() => browser?.close());

  it(
    'signs a person in by Authorize, and calls the API as them',
    async () => {
      const admin = running.known.users.find(({ username }) => username === 'admin')!;
      const context = await browser.newContext({ locale: 'zh-CN' });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      await page.goto(`${running.origin}/docs?sign-in`);
      const flow = page.locator('.auth-container', { hasText: 'authorizationCode' });
      await flow.getByText('select all').click();
      const [signIn] = await Promise.all([context.waitForEvent('page'), flow.locator('button', { hasText: 'Authorize' }).click()]);
      await signIn.locator('input[name=username]').fill(admin.username);
      await signIn.locator('input[name=password]').fill(admin.password);
      const closed = signIn.waitForEvent('close');
      await signIn.locator('button[type=submit]').first().click();
      await closed;
      await flow.getByText('Authorized').waitFor();
      await page.locator('.auth-btn-wrapper .btn-done').first().click();
      await page.locator('.opblock-tag[data-tag=people]').click();
      const operation = page.locator('.opblock', { has: page.locator('[data-path="/api/v1/me"]') });
      await operation.locator('.opblock-summary').click();
      const [answer] = await Promise.all([
        page.waitForResponse(`${running.origin}/api/v1/me`),
        operation.getByRole('button', { name: 'Execute' }).click(),
      ]);
      expect(await answer.json()).toMatchObject({ role: 'systemAdmin' });
      await context.close();
    },
    4 * patience,
  );
});
