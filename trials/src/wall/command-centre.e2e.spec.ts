import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Place, World } from '../story/world.js';
import { wholeWorld } from '../whole-world.js';

const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];
const patience = 120_000;
const day = 24 * 3600_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();
const password = 'a wall that 9 people read';

(executablePath ? describe : describe.skip)('the command centre', () => {
  let world: World;
  let browser: Browser;
  let period: string;
  const troubles: string[] = [];
  const requested: string[] = [];

  beforeAll(async () => {
    world = await wholeWorld();
    browser = await chromium.launch({ executablePath: executablePath!, args });
    period = await announce();
    await leader('leader', world.city);
    await leader('county', world.counties[1]);
  }, 240_000);
  afterAll(() => browser?.close());

  const usernameOf = (who: string) => `wall${who}${world.run}`;
  const leader = async (who: string, organisation: Place) => {
    const admin = await world.as('systemAdmin', world.city);
    const answer = await admin.post('/people', {
      organisation: organisation.id,
      name: '馆长',
      posts: [{ role: 'bureauLeader', organisation: organisation.id }],
      account: { username: usernameOf(who), password, mustChangePassword: false },
    });
    expect(answer.status).toBe(201);
  };
  const announce = async () => {
    const reviewer = await world.as('cityReviewer', world.city);
    const indicator = { code: 'classrooms', name: '普通教室数', nameEn: 'Classrooms', type: 'integer', required: true };
    const dataSet = await reviewer.post('/data-sets', {
      organisation: world.city.id,
      code: `wall_${world.run.toLowerCase().replace(/[^a-z0-9]/g, '')}`,
      name: `大屏所示的季度数据 ${world.run}`,
      nameEn: 'The quarter on the wall',
      form: { indicators: [indicator] },
    });
    const announced = await reviewer.post('/periods', {
      dataSet: dataSet.body.id,
      name: `大屏所示 ${world.run}`,
      kind: 'quarter',
      firstDay: '2026-07-01',
      lastDay: '2026-09-30',
      opens: at(-5),
      due: { school: at(0.5), county: at(5), city: at(10) },
    });
    expect(announced.status).toBe(201);
    return announced.body.id as string;
  };
  const open = async (who: string, viewport: { width: number; height: number }): Promise<Page> => {
    const page = await (await browser.newContext({ locale: 'zh-CN', viewport })).newPage();
    page.setDefaultTimeout(patience);
    page.on('request', (request) => requested.push(request.url()));
    page.on('console', (message) => (message.type() === 'error' ? troubles.push(message.text()) : undefined));
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.goto(`${world.origin}/command-centre`);
    await page.getByRole('button', { name: '登录' }).click();
    await page.locator('input[name=username]').fill(usernameOf(who));
    await page.locator('input[name=password]').fill(password);
    await page.locator('button[type=submit]').first().click();
    await page.locator('#standing.live').waitFor();
    return page;
  };
  const headline = (page: Page) => page.locator('.period h3', { hasText: `大屏所示 ${world.run}` }).innerText();
  /** The smallest text that stands in the page, and whether anything is cut off or lies outside. */
  const legibility = (page: Page) =>
    page.evaluate<{ smallest: number; scrolls: boolean; charts: boolean }>(`(() => {
      const texts = [...document.querySelectorAll('h1, h2, h3, dt, dd, li, time, p')].filter((each) => each.innerText.trim());
      const { scrollWidth, scrollHeight } = document.documentElement;
      return {
        smallest: Math.min(...texts.map((each) => parseFloat(getComputedStyle(each).fontSize))),
        scrolls: scrollWidth > innerWidth || scrollHeight > innerHeight,
        charts: [...document.querySelectorAll('canvas')].every(({ clientWidth, clientHeight }) => clientWidth > 100 && clientHeight > 60),
      };
    })()`);
  const shot = (page: Page, name: string) =>
    process.env['SHOT'] ? page.screenshot({ path: `${process.env['SHOT']}-${name}.png` }) : undefined;

  it(
    'shows what happens while it happens, and reads well from afar and on a laptop',
    async () => {
      const page = await open('leader', { width: 3840, height: 2160 });
      await page.locator('.period').first().waitFor();
      expect(await headline(page)).toContain('已通过 0');
      expect(await headline(page)).toMatch(/学校填报截止 .* · 余11小时/);
      await shot(page, 'before');

      const school = await world.as('schoolAdmin', world.school);
      const begun = await school.post(`/periods/${period}/submissions`, { organisation: world.school.id, values: { classrooms: 12 } });
      expect(begun.status).toBe(201);
      expect((await school.post(`/submissions/${begun.body.id}/submit`)).status).toBe(200);
      const county = await world.as('countyReviewer', world.counties[0]);
      expect((await county.post(`/submissions/${begun.body.id}/approve`, {})).status).toBe(200);
      const contact = await world.as('securityContact', world.school);
      const incident = { title: '门户被篡改', category: 'NA02', level: 'II', discoveredAt: new Date().toISOString(), summary: '首页被改' };
      expect((await contact.post('/incidents', incident)).status).toBe(201);

      await page.locator('.period h3', { hasText: '已通过 1' }).waitFor();
      await page.locator('#incidents li', { hasText: '重大' }).first().waitFor();
      // Whoever signed in for this used an app: at the city, in one county and now in the other.
      await world.as('teacher', world.farSchool);
      await page.locator('#applications .totals', { hasText: /近七日 ([6-9]|[1-9][0-9])/ }).waitFor();
      expect(await page.locator('#applications .rows li').first().innerText()).toMatch(/[1-9][0-9]* 次/);
      expect(await legibility(page)).toEqual({ smallest: expect.any(Number), scrolls: false, charts: true });
      // A character of 36 pixels is three centimetres high on a wall of two metres: a two-hundredth of five metres is less.
      expect((await legibility(page)).smallest).toBeGreaterThanOrEqual(36);
      expect(await page.locator('body').innerText()).not.toContain('篡改');
      await shot(page, 'wall');

      await page.setViewportSize({ width: 1366, height: 768 });
      await sleep(300);
      const laptop = await legibility(page);
      expect(laptop).toMatchObject({ scrolls: false, charts: true });
      expect(laptop.smallest).toBeGreaterThanOrEqual(12);
      await shot(page, 'laptop');
      await page.context().close();
    },
    2 * patience,
  );

  it(
    'shows another county nothing of it',
    async () => {
      const page = await open('county', { width: 1920, height: 1080 });
      await page.locator('.period').first().waitFor();
      expect(await headline(page)).toContain('已通过 0');
      expect(await page.locator('#incidents').innerText()).not.toContain('重大');
      await page.context().close();
    },
    2 * patience,
  );

  it('asks for a token, and loads nothing from elsewhere', async () => {
    expect((await fetch(`${world.origin}/command-centre/board`)).status).toBe(401);
    expect((await fetch(`${world.origin}/command-centre/board`, { headers: { authorization: 'Bearer no.such.token' } })).status).toBe(401);
    expect(requested.filter((url) => !url.startsWith(world.origin) && !url.startsWith('data:'))).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
