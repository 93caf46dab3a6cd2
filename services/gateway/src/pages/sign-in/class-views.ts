import { cancelling, hidden, invalid, trouble, type Complaint, type Form } from './form.js';
import { html, type Html } from './html.js';
import type { Page } from './layout.js';
import { classWords } from './class-words.js';
import { pictureOf, pictureSvg } from './pictures.js';
import { words } from './words.js';

/** First step of the youngest: which class. */
export function classCodePage(form: Form, code = '', complaints: readonly Complaint[] = []): Page {
  const say = classWords[form.language];
  const body = html`<h1>${say.classCode}</h1>
    <p class="lead">${say.classCodeLine}</p>
    ${trouble(say.classTrouble, complaints)}
    <form method="post" action="${form.address}/class" novalidate>
      ${hidden(form)}
      <div class="field">
        <label for="code">${say.classCodeLabel}</label>
        <input
          type="text"
          class="code large"
          id="code"
          name="code"
          value="${code}"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="12"
          required
          ${invalid(complaints)('code')}
          autofocus
        />
      </div>
      <button type="submit">${words[form.language].go}</button>
    </form>
    <a class="other" href="${form.address}">${words[form.language].byPassword}</a>
    ${cancelling(form)}`;
  return { language: form.language, title: say.classCode, body };
}

/** Second step: each picture is a button, large enough for a small finger; no names. */
export function picturesPage(form: Form, pictures: readonly string[]): Page {
  const say = classWords[form.language];
  const choice = (key: string): Html =>
    html`<button type="submit" name="picture" value="${key}">${pictureSvg(key)}${pictureOf(key)![form.language]}</button>`;
  const body = html`<h1>${say.whichPicture}</h1>
    <p class="lead">${say.whichPictureLine}</p>
    <form class="pictures" method="post" action="${form.address}/picture">${hidden(form)} ${pictures.map(choice)}</form>
    <a class="other" href="${form.address}/class?again=yes">${say.otherClass}</a>
    ${cancelling(form)}`;
  return { language: form.language, title: say.whichPicture, body };
}

/** Third step: the four digits, under one's own picture. */
export function pinPage(form: Form, picture: string, complaints: readonly Complaint[] = []): Page {
  const say = classWords[form.language];
  const body = html`${shownLarge(form, picture)}
    <h1>${say.pin}</h1>
    ${trouble(say.classTrouble, complaints)}
    <form method="post" action="${form.address}/pin" novalidate>
      ${hidden(form)}
      <div class="field">
        <label for="pin">${say.pinLabel}</label>
        <input
          type="password"
          class="code large"
          id="pin"
          name="pin"
          inputmode="numeric"
          autocomplete="off"
          maxlength="4"
          required
          ${invalid(complaints)('pin')}
          autofocus
        />
      </div>
      <button type="submit">${say.goIn}</button>
    </form>
    <a class="other" href="${form.address}/pictures">${say.otherPicture}</a>
    ${cancelling(form)}`;
  return { language: form.language, title: say.pin, body };
}

/** The teacher's QR code was read in this browser: one button, and nobody comes in unasked. */
export function pupilQrPage(form: Form, picture: string): Page {
  const say = classWords[form.language];
  const body = html`${shownLarge(form, picture)}
    <h1>${say.qr}</h1>
    <p class="lead">${say.qrLine(pictureOf(picture)![form.language])}</p>
    <form method="post" action="${form.address}/qr">${hidden(form)}<button type="submit" autofocus>${say.qrYes}</button></form>
    <form method="post" action="${form.address}/no-qr">${hidden(form)}<button type="submit" class="quiet">${say.qrNo}</button></form>`;
  return { language: form.language, title: say.qr, body };
}

const shownLarge = (form: Form, picture: string) =>
  html`<div class="own">${pictureSvg(picture)}<strong>${pictureOf(picture)![form.language]}</strong></div>`;
