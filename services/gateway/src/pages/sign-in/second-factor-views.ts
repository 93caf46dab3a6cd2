import { cancelling, codeField, hidden, trouble, type Complaint, type Form } from './form.js';
import { html } from './html.js';
import type { Page } from './layout.js';
import { qrCode } from './qr-code.js';
import { words } from './words.js';

/** The code an authenticator app shows now, or a recovery code. */
export function secondFactorPage(form: Form, complaints: readonly Complaint[] = []): Page {
  const say = words[form.language];
  const body = html`<h1>${say.secondFactor}</h1>
    <p class="lead">${say.secondFactorLine}</p>
    ${trouble(say.trouble, complaints)}
    <form method="post" action="${form.address}/second-factor" novalidate>
      ${hidden(form)} ${codeField(say.secondFactorCode, complaints, { digits: false })}
      <button type="submit">${say.go}</button>
    </form>
    ${cancelling(form)}
    <p class="note">${say.secondFactorNote}</p>`;
  return { language: form.language, title: say.secondFactor, body };
}

/** Setting up a second factor: scan or type, then prove it by a code. */
export function enrolmentPage(
  form: Form,
  { address, secret }: { address: string; secret: string },
  complaints: readonly Complaint[] = [],
): Page {
  const say = words[form.language];
  const body = html`<h1>${say.enrolment}</h1>
    <p class="lead">${say.enrolmentLine}</p>
    ${trouble(say.enrolmentTrouble, complaints)}
    <ol class="ways">
      <li>${say.enrolmentScan}</li>
      <li>${say.enrolmentType}</li>
    </ol>
    ${qrCode(address, say.enrolmentPicture)}
    <p class="note">${say.enrolmentSecret}<br /><code>${secret.replace(/(.{4})/g, '$1 ').trim()}</code></p>
    <form method="post" action="${form.address}/enrolment" novalidate>
      ${hidden(form)} ${codeField(say.secondFactorCode, complaints, { digits: true })}
      <button type="submit">${say.go}</button>
    </form>
    ${cancelling(form)}`;
  return { language: form.language, title: say.enrolment, body };
}

/** Said once: what opens the account when the phone is gone. */
export function recoveryCodesPage(form: Form, codes: readonly string[]): Page {
  const say = words[form.language];
  const body = html`<h1>${say.recoveryCodes}</h1>
    <p class="lead">${say.recoveryCodesLine}</p>
    <ul class="codes">
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ul>
    <form method="post" action="${form.address}/enrolled">
      ${hidden(form)}<button type="submit" autofocus>${say.recoveryCodesKept}</button>
    </form>`;
  return { language: form.language, title: say.recoveryCodes, body, otherLanguage: undefined };
}
