import type { ServerResponse } from 'node:http';
import { languageTag, type Language } from '../../problems/language.js';
import { Html, html } from './html.js';
import type { Brand } from '../../sub-platforms/brand.js';
import { colouredBy, policyFor, style } from './style.js';
import { words } from './words.js';

export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  /** Address of the same page in the other language; only where reading it again does no harm. */
  readonly otherLanguage?: string | undefined;
  /** Whose platform this is; the whole region's unless said. */
  readonly brand?: Brand | undefined;
}

const mark = html`<svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
  <rect width="48" height="48" rx="13" fill="#0b57c4" />
  <path d="M10 15.5c5.2-1.6 9.8-.9 14 2.2 4.2-3.1 8.8-3.8 14-2.2v18c-5.2-1.6-9.8-.9-14 2.2-4.2-3.1-8.8-3.8-14-2.2z" fill="#fff" />
  <path d="M24 17.7v18" stroke="#0b57c4" stroke-width="2.4" />
  <circle cx="24" cy="10.5" r="3" fill="#7be0ad" />
</svg>`;

/** A whole page: everything is inline, nothing is fetched but the picture of a sub-platform, from ourselves. */
export function rendered({ language, title, body, otherLanguage, brand }: Page): string {
  const say = words[language];
  return html`<!doctype html>
    <html lang="${languageTag[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${brand?.name ?? say.platform}</title>
        ${new Html(`<style>${style}</style>`)}${brand?.colour !== undefined && new Html(`<style>${colouredBy(brand.colour)}</style>`)}
      </head>
      <body>
        <main>
          <div class="brand">
            ${brand?.logo === undefined ? mark : html`<img src="${brand.logo}" alt="" />`}<span
              >${brand?.name ?? say.platform}<small>${say.platformLine}</small></span
            >
          </div>
          ${body}
        </main>
        ${otherLanguage !== undefined && html`<footer><a href="${otherLanguage}" hreflang="${languageTag[other(language)]}" lang="${languageTag[other(language)]}">${say.otherLanguage}</a></footer>`}
      </body>
    </html>`.text;
}

/** Never kept by a browser or proxy, never framed; `same-origin` because forms need their Origin header. */
export const pageHeaders = (brand?: Brand) => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': policyFor(brand),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
});

export function sendPage(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, { ...pageHeaders(page.brand), 'content-language': languageTag[page.language] }).end(rendered(page));
}

export const other = (language: Language): Language => (language === 'zh' ? 'en' : 'zh');
