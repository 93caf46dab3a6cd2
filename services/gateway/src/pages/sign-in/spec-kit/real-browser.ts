import { afterAll, beforeAll, describe } from '@jest/globals';
import axe, { type AxeResults, type Result } from 'axe-core';
import { existsSync } from 'node:fs';
import * as client from 'openid-client';
import { chromium, type Browser, type Page } from 'playwright-core';
import { redirectUri, type AppOf } from '../../../oidc/spec-kit/app.js';

const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A machine without Chromium proves the same flows without pictures, in `sign-in.spec.ts`. */
export const withChromium = executablePath ? describe : describe.skip;

/** A browser for the tests of one file. */
export function realBrowser(): { page(locale: string): Promise<Page> } {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args });
  });
  afterAll(() => browser.close());
  return { page: async (locale) => (await browser.newContext({ locale, viewport: { width: 420, height: 860 } })).newPage() };
}

/** Sends the page to sign in to an app; `tokens` redeems the code once the page has arrived there. */
export async function beginIn(page: Page, app: AppOf, more: Record<string, string> = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const arriving = page.waitForRequest((request) => request.url().startsWith(redirectUri), { timeout: 60_000 });
  arriving.catch(() => undefined);
  const parameters = {
    redirect_uri: redirectUri,
    scope: 'openid profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...more,
  };
  await page.goto(client.buildAuthorizationUrl(app.config, parameters).href).catch(() => undefined);
  const tokens = async () => client.authorizationCodeGrant(app.config, new URL((await arriving).url()), { pkceCodeVerifier: verifier });
  return { tokens };
}

/** Waits until the page with this heading has come, or the page has come again with a complaint, and the cursor stands where its reader begins. */
export async function opened(page: Page, heading: string | { alert: true }): Promise<void> {
  await (typeof heading === 'string' ? page.getByRole('heading', { name: heading, exact: true }) : page.getByRole('alert')).waitFor();
  await page.locator(':focus').waitFor({ state: 'attached' });
}

/** For who wants to look: `LIANXUE_SCREENSHOTS=<folder>` keeps a picture of each page. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['LIANXUE_SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** As much of a page's document as is asked; the specs are compiled without the browser's types. */
interface PageDocument {
  querySelectorAll(selector: string): Iterable<{ readonly labels: { readonly length: number }; readonly offsetHeight: number }> & {
    readonly length: number;
  };
  readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number; readonly lang: string };
  readonly body: { readonly style: { background: string }; tabIndex: number; focus(): void };
}

/** The rules of WCAG 2.2 up to AA, and what its readers recommend besides. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with a page: roles, names, labels, language, landmarks, and text whose contrast is below 4.5 : 1. The ground of our
 * pages runs from one colour to another, of which it is told the darkest, since it tells no contrast of what stands on both.
 */
export async function wrongs(page: Page, ground = '#dcebff'): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations, incomplete } = await page.evaluate(
    async ([tags, colour]) => {
      const there = globalThis as unknown as {
        document: PageDocument;
        axe: { run(context: unknown, options: object): Promise<AxeResults> };
      };
      there.document.body.style.background = colour;
      return there.axe.run(there.document, { runOnly: tags, resultTypes: ['violations', 'incomplete'] });
    },
    [standards, ground] as const,
  );
  const said = ({ id, nodes }: Result) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`);
  return [...violations, ...incomplete.filter(({ id }) => id === 'color-contrast')].flatMap(said);
}

/** Where Tab leads from the top of the page, in its order, each by role and name as a screen reader says it. */
export async function tabOrder(page: Page, most = 20): Promise<string[]> {
  await page.evaluate(() => {
    const { body } = (globalThis as unknown as { document: PageDocument }).document;
    body.tabIndex = -1;
    body.focus();
  });
  const order: string[] = [];
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const [said] = (
      await page
        .locator(':focus')
        .ariaSnapshot({ timeout: 1000 })
        .catch(() => '')
    ).split('\n');
    if (!said || said === order[0]) break;
    order.push(said.replace(/^- /, '').replace(/ \[.*\]|:.*$/g, ''));
  }
  return order;
}

/** What a reader with keyboard or screen reader needs of any page: a name for each field, large targets, nothing beside the screen, nothing that axe finds. */
export async function usability(page: Page) {
  const measured = await page.evaluate(() => {
    const doc = (globalThis as unknown as { document: PageDocument }).document;
    const fields = [...doc.querySelectorAll('input:not([type=hidden])')];
    const targets = [...doc.querySelectorAll('input:not([type=hidden]):not([type=radio]), button, a.other, .choice label')];
    return {
      nameless: fields.filter((field) => field.labels.length === 0).length,
      small: targets.filter((target) => target.offsetHeight < 52).length,
      headings: doc.querySelectorAll('h1').length,
      overflow: doc.documentElement.scrollWidth - doc.documentElement.clientWidth,
      language: doc.documentElement.lang,
    };
  });
  return { ...measured, wrongs: await wrongs(page) };
}

/** The answer for a page that everybody can use. */
export const usable = { nameless: 0, small: 0, headings: 1, overflow: 0, wrongs: [] };
