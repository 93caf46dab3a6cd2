import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { work } from '@lianxue/contracts';
import { chromium, type Browser } from 'playwright-core';
import { openEdge, type OpenEdge } from '../rest/spec-kit/open-edge.js';

const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];

(executablePath ? describe : describe.skip)('the documentation in a real browser', () => {
  let edge: OpenEdge;
  let browser: Browser;
  beforeAll(async () => {
    edge = await openEdge();
    browser = await chromium.launch({ executablePath: executablePath!, args });
  });
  afterAll(async () => {
    await browser?.close();
    await edge?.close();
  });

  it('shows every service under our policy, from this host alone, and leads Authorize to unified auth', async () => {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    const [requested, troubles]: [string[], string[]] = [[], []];
    page.on('request', (request) => requested.push(request.url()));
    page.on('console', (message) => (message.type() === 'error' ? troubles.push(message.text()) : undefined));
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.goto(edge.url);
    await page.getByRole('link', { name: '登录' }).click();
    await page.locator('.opblock-tag').first().waitFor();
    expect(await page.locator('.opblock-tag').count()).toBeGreaterThanOrEqual(7);
    const flow = page.locator('.auth-container', { hasText: 'authorizationCode' });
    await flow.getByText('select all').click();
    const [popup] = await Promise.all([context.waitForEvent('page'), flow.locator('button', { hasText: 'Authorize' }).click()]);
    await popup.waitForURL(/\/oidc\/auth/);
    const asked = new URL(popup.url());
    expect(asked.origin).toBe(edge.url);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      client_id: 'lianxue-docs',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${edge.url}/docs/oauth2-redirect.html`,
      scope: expect.stringContaining('resources.read'),
    });
    expect(requested.filter((url) => !url.startsWith(edge.url) && !url.startsWith('data:'))).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('shows the work of a role in the order of that work, and nothing else', async () => {
    const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1400, height: 2400 } })).newPage();
    await page.goto(`${edge.url}/docs?role=countyReviewer`);
    await page.locator('.opblock').first().waitFor();
    const shown = await page.locator('.opblock').evaluateAll((blocks) => blocks.map(({ id }) => id.split('-').at(-1)!.replace('\\', '')));
    expect(shown).toEqual(work.countyReviewer!.flatMap(({ operations }) => operations.map(({ name }) => name)));
    expect(await page.locator('.opblock-tag').allInnerTexts()).toEqual(
      work.countyReviewer!.map(({ name }) => expect.stringContaining(name)),
    );
    if (process.env['SHOT']) await page.screenshot({ path: `${process.env['SHOT']}-role.png` });
    expect((await fetch(`${edge.url}/openapi.json?role=nobody`)).status).toBe(404);
  });

  it.each(['zh-CN', 'en'])('greets in %s with nothing from elsewhere', async (locale) => {
    const page = await (await browser.newContext({ locale })).newPage();
    const [requested, troubles]: [string[], string[]] = [[], []];
    page.on('request', (request) => requested.push(request.url()));
    page.on('console', (message) => (message.type() === 'error' ? troubles.push(message.text()) : undefined));
    await page.goto(edge.url);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    expect(requested.filter((url) => !url.startsWith(edge.url))).toEqual([]);
    expect(troubles).toEqual([]);
    if (process.env['SHOT']) await page.screenshot({ path: `${process.env['SHOT']}-${locale}.png` });
  });
});
