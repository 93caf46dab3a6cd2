import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact } from '@lianxue/contracts';
import { newId, TreeCopy } from '@lianxue/persistence';
import { request } from 'node:http';
import { AppOf } from '../oidc/spec-kit/app.js';
import { Browser, type Shown } from '../oidc/spec-kit/browser.js';
import { logo } from '../oidc/spec-kit/logo.js';
import { running } from '../oidc/spec-kit/running.room.js';
import { beginIn, opened, picture, realBrowser, usability, usable, withChromium } from '../pages/sign-in/spec-kit/real-browser.js';
import { HearingOfSubPlatforms } from './hearing-of-sub-platforms.js';
import type { SubPlatform } from './sub-platforms.js';

const world = running();
const county = newId();
const asking = { query: <R>(text: string, values: readonly unknown[] = []) => world.server.query<R>(text, [...values]) };
const linchuan: SubPlatform = {
  ...{ id: newId(), version: 1, organisation: county, name: '临川<教育>云', nameEn: 'Linchuan Education', shortName: null },
  ...{
    slug: 'linchuan',
    host: 'edu.linchuan.example',
    language: 'en',
    colour: '#14683a',
    logo: logo.digest,
    services: ['resources'],
    state: 'open',
  },
};

beforeAll(async () => {
  await new HearingOfSubPlatforms().apply({ data: { ...linchuan, slug: 'lc-old' } } as unknown as Fact, asking);
  await new HearingOfSubPlatforms().apply({ data: { ...linchuan, version: 2 } } as unknown as Fact, asking);
  const tree = new TreeCopy();
  await tree.keepOrganisation(
    { id: county, parent: null, version: 1, kind: 'county', name: '临川', divisionCode: null, closed: false },
    asking,
  );
  const selection = { id: newId(), client: 'app-of-linchuan', organisation: county, scopes: [], version: 1, active: true, until: null };
  await tree.keepSelection(selection, asking);
  world.accounts.app('app-of-linchuan');
  world.accounts.app('app-of-all');
});

const begin = async (client: string, browser?: Browser, more?: Record<string, string>) =>
  (await (await AppOf.discovering(world.server, client)).begin(browser, more)).shown;
const brand = ({ text }: Shown) => [/<title>[^<]*· ([^<]*)</.exec(text)?.[1], /<html lang="([^"]*)"/.exec(text)?.[1]];
const english = ['Linchuan Education', 'en'];
const platform = ['联学', 'zh-CN'];

describe('the sign-in page', () => {
  it('shows a sub-platform in its language: to an app of its region, by what the app said, or after its own page', async () => {
    expect(brand(await begin('app-of-linchuan'))).toEqual(english);
    expect(brand(await begin('app-of-all'))).toEqual(platform);
    expect(brand(await begin('app-of-all', undefined, { sub_platform: 'linchuan' }))).toEqual(english);
    expect(brand(await begin('app-of-all', undefined, { sub_platform: 'nowhere' }))).toEqual(platform);
    const browser = new Browser(world.server.origin);
    await browser.go('/p/linchuan');
    expect(brand(await begin('app-of-all', browser))).toEqual(english);
  });

  it('lets the reader and the app choose another language, and writes the name as text', async () => {
    const shown = await begin('app-of-linchuan', undefined, { ui_locales: 'zh-CN' });
    expect(brand(shown)).toEqual(['临川&lt;教育&gt;云', 'zh-CN']);
  });

  it('fetches its picture from ourselves alone', async () => {
    const { headers, text } = await begin('app-of-linchuan');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-\S+' 'sha256-\S+'; img-src 'self'; base-uri/,
    );
    expect(text).toContain(`<img src="/p/linchuan/logo?v=${logo.digest}" alt="" />`);
    const shown = await fetch(`${world.server.address}/p/linchuan/logo?v=${logo.digest}`);
    expect([shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
      'image/png',
      'public, max-age=31536000, immutable',
    ]);
    expect(Buffer.from(await shown.arrayBuffer()).toString('base64')).toBe(logo.image);
    const known = await fetch(`${world.server.address}/p/linchuan/logo`, { headers: { 'if-none-match': `"${logo.digest}"` } });
    expect([known.status, known.headers.get('cache-control')]).toEqual([304, 'public, max-age=60']);
  });
});

/** `fetch` does not let one choose the host. */
const at = (host: string, path: string) =>
  new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
    const { port } = new URL(world.server.address);
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      resolve([answer.statusCode, answer.headers.location]);
      answer.resume();
    });
    asked.on('error', reject).end();
  });

describe('the address', () => {
  it('of its own leads to where everybody signs in, and says whose it is', async () => {
    const [status, location] = await at('edu.linchuan.example', '/oidc/auth?client_id=app-of-all&sub_platform=other');
    expect([status, location]).toEqual([303, `${world.server.origin}/oidc/auth?client_id=app-of-all&sub_platform=linchuan`]);
    expect(await at('evil.example', '/oidc/auth?client_id=app-of-all')).toEqual([400, undefined]);
  });

  it('of its own opens its first page, and any other the platform’s', async () => {
    expect(await at('edu.linchuan.example:443', '/')).toEqual([303, '/p/linchuan']);
    expect(await at('evil.example', '/')).toEqual([200, undefined]);
    expect(await at(new URL(world.server.origin).host, '/')).toEqual([200, undefined]);
  });

  it('it had before leads to the one it has', async () => {
    expect(await at('127.0.0.1', '/p/lc-old')).toEqual([308, '/p/linchuan']);
    expect((await at('127.0.0.1', '/p/nowhere'))[0]).toBe(404);
  });
});

withChromium('in a real browser', () => {
  const chromium = realBrowser();

  it('shows picture, name and colour, and can be used like any other', async () => {
    const page = await chromium.page('zh-CN');
    const troubles: string[] = [];
    // A browser asks for an icon by itself; the edge has one, this server has not.
    page.on('console', (message) => !message.location().url.endsWith('/favicon.ico') && troubles.push(message.text()));
    await beginIn(page, await AppOf.discovering(world.server, 'app-of-linchuan'));
    await opened(page, 'Sign in');
    await picture(page, 'sub-platform-sign-in');
    const seen = await page.evaluate(() => {
      const doc = (globalThis as never as { document: { querySelector(s: string): { naturalWidth: number } } }).document;
      const style = (globalThis as never as { getComputedStyle(e: unknown): { backgroundColor: string } }).getComputedStyle;
      return {
        logo: doc.querySelector('.brand img').naturalWidth,
        button: style(doc.querySelector('button[type=submit]')).backgroundColor,
      };
    });
    expect(seen).toEqual({ logo: 64, button: 'rgb(20, 104, 58)' });
    expect(await usability(page)).toEqual({ ...usable, language: 'en' });
    await page.goto(`${world.server.origin}/p/linchuan?language=zh`);
    await picture(page, 'sub-platform');
    expect(await page.locator('h1').innerText()).toBe('临川<教育>云');
    expect(troubles).toEqual([]);
  });
});
