import { errors, type ErrorOut, type KoaContextWithOIDC } from 'oidc-provider';
import { languageOf, languageTag, type Language } from '../../problems/language.js';
import { readerLanguage } from './chosen-language.js';
import { html } from './html.js';
import { pageHeaders, rendered, type Page } from './layout.js';
import { trouble } from './form.js';
import { qrCode } from './qr-code.js';
import { noticePage } from './views.js';
import { words } from './words.js';

/** Our own pages in place of oidc-provider's six, whose style sheets are fetched from a foreign host. */
export function errorPage(ctx: KoaContextWithOIDC, out: ErrorOut, error: Error): void {
  const language = languageFor(ctx);
  const say = words[language];
  const expired = error instanceof errors.SessionNotFound;
  if (expired) return show(ctx, noticePage(language, say.expired, say.expiredLine));
  if (ctx.status >= 500) return show(ctx, noticePage(language, say.unavailable, say.unavailableLine));
  const details = [out.error, out.error_description].filter((detail): detail is string => typeof detail === 'string');
  show(ctx, noticePage(language, say.wentWrong, say.wentWrongLine, details));
}

export function signOutPage(ctx: KoaContextWithOIDC): void {
  const language = languageFor(ctx);
  const say = words[language];
  const body = html`<h1>${say.signOut}</h1>
    <p class="lead">${say.signOutLine}</p>
    <form method="post" action="${ctx.oidc.urlFor('end_session_confirm')}">
      <input type="hidden" name="xsrf" value="${secretOf(ctx)}" />
      <button type="submit" name="logout" value="yes" autofocus>${say.signOutYes}</button>
      <button type="submit" class="quiet">${say.signOutNo}</button>
    </form>`;
  show(ctx, { language, title: say.signOut, body });
}

export function signedOutPage(ctx: KoaContextWithOIDC): void {
  const language = languageFor(ctx);
  show(ctx, noticePage(language, words[language].signedOut, words[language].signedOutLine));
}

export function deviceCodePage(ctx: KoaContextWithOIDC, _form: string, _out?: ErrorOut, error?: Error & { userCode?: string }): void {
  const language = languageFor(ctx);
  const say = words[language];
  const complaint = error && { field: 'user_code', text: error.name === 'AbortedError' ? say.deviceAborted : say.deviceWrong };
  const body = html`<h1>${say.device}</h1>
    <p class="lead">${say.deviceLine}</p>
    ${trouble(say.device, complaint ? [complaint] : [])}
    <form method="post" action="${ctx.oidc.urlFor('code_verification')}" novalidate>
      <input type="hidden" name="xsrf" value="${secretOf(ctx)}" />
      <div class="field">
        <label for="user_code">${say.deviceCode}</label>
        <input
          type="text"
          class="code"
          id="user_code"
          name="user_code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="20"
          value="${scanned(ctx)}"
          required
          autofocus
        />
      </div>
      <button type="submit">${say.go}</button>
    </form>`;
  show(ctx, { language, title: say.device, body });
}

export function deviceConfirmPage(
  ctx: KoaContextWithOIDC,
  _form: string,
  client: { clientName?: string | undefined; clientId: string },
  _info: unknown,
  userCode: string,
): void {
  const language = languageFor(ctx);
  const say = words[language];
  const body = html`<h1>${say.deviceConfirm}</h1>
    <p class="lead">${say.deviceConfirmLine(client.clientName ?? client.clientId)}</p>
    <p><code class="code">${userCode}</code></p>
    <form method="post" action="${ctx.oidc.urlFor('code_verification')}">
      <input type="hidden" name="xsrf" value="${secretOf(ctx)}" />
      <input type="hidden" name="user_code" value="${userCode}" />
      <input type="hidden" name="confirm" value="yes" />
      <button type="submit" autofocus>${say.go}</button>
      <button type="submit" class="quiet" name="abort" value="yes">${say.back}</button>
    </form>`;
  show(ctx, { language, title: say.deviceConfirm, body });
}

export function deviceDonePage(ctx: KoaContextWithOIDC): void {
  const language = languageFor(ctx);
  show(ctx, noticePage(language, words[language].deviceDone, words[language].deviceDoneLine));
}

/** The language the app asked for by `ui_locales`, else the reader's. */
function languageFor(ctx: KoaContextWithOIDC): Language {
  const asked = ctx.oidc.params?.['ui_locales'];
  return typeof asked === 'string' ? languageOf(asked.split(' ').join(',')) : readerLanguage(ctx.req.headers);
}

function show(ctx: KoaContextWithOIDC, page: Page): void {
  ctx.set({ ...pageHeaders(), 'content-language': languageTag[page.language] });
  ctx.body = rendered(page);
}

/** The code a person scanned instead of typing it: they still compare it and say yes. */
const scanned = (ctx: KoaContextWithOIDC): string => (typeof ctx.query['scanned'] === 'string' ? ctx.query['scanned'].slice(0, 20) : '');

/** What a classroom screen shows that cannot draw a QR code itself: where to go, the code, and both as a picture. */
export function screenPage(language: Language, address: string, userCode: string): Page {
  const say = words[language];
  const body = html`<h1>${say.screen}</h1>
    <p class="lead">${say.screenLine}</p>
    ${qrCode(`${address}?user_code=${userCode}`, say.screenPicture)}
    <p>${say.screenAddress}<br /><strong>${address}</strong></p>
    <p><code class="code large">${userCode}</code></p>
    <p class="note">${say.screenNote}</p>`;
  return { language, title: say.screen, body };
}

const secretOf = (ctx: KoaContextWithOIDC) => String((ctx.oidc.session?.state as { secret?: string } | undefined)?.secret ?? '');
