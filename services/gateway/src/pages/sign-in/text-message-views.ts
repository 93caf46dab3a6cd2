import { roles, type Role } from '@lianxue/contracts';
import type { PersonByPhone } from '../../oidc/accounts.js';
import { autofocus, cancelling, codeField, hidden, invalid, trouble, type Complaint, type Form } from './form.js';
import { html } from './html.js';
import type { Page } from './layout.js';
import { roleWords } from './role-words.js';
import { words } from './words.js';

/** Which number the code shall go to. */
export function phonePage(form: Form, purpose: 'signIn' | 'password', phone = '', complaints: readonly Complaint[] = []): Page {
  const say = words[form.language];
  const title = purpose === 'password' ? say.forgottenPassword : say.byPhone;
  const body = html`<h1>${title}</h1>
    <p class="lead">${purpose === 'password' ? say.forgottenPasswordLine : say.byPhoneLine}</p>
    ${trouble(say.textTrouble, complaints)}
    <form method="post" action="${form.address}/phone" novalidate>
      ${hidden(form)}<input type="hidden" name="purpose" value="${purpose}" />
      <div class="field">
        <label for="phone">${say.phone}</label>
        <input
          type="tel"
          id="phone"
          name="phone"
          value="${phone}"
          autocomplete="tel"
          inputmode="tel"
          maxlength="30"
          required
          ${invalid(complaints)('phone')}
          ${autofocus}
        />
      </div>
      <button type="submit">${say.sendCode}</button>
    </form>
    <a class="other" href="${form.address}">${say.byPassword}</a>
    ${cancelling(form)}`;
  return { language: form.language, title, body };
}

/** The code that arrived. It says the same for a number nobody has. */
export function textCodePage(form: Form, phone: string, purpose: 'signIn' | 'password', complaints: readonly Complaint[] = []): Page {
  const say = words[form.language];
  const body = html`<h1>${say.textCode}</h1>
    <p class="lead">${say.textCodeLine(phone)}</p>
    ${trouble(say.trouble, complaints)}
    <form method="post" action="${form.address}/code" novalidate>
      ${hidden(form)} ${codeField(say.textCodeLabel, complaints, { digits: true })}
      <button type="submit">${say.go}</button>
    </form>
    <a class="other" href="${form.address}/phone?purpose=${purpose}">${say.textAgain}</a>
    ${cancelling(form)}
    <p class="note">${say.textCodeNote}</p>`;
  return { language: form.language, title: say.textCode, body };
}

/** A phone that a family shares: which of them it is. */
export function choosePersonPage(form: Form, people: readonly PersonByPhone[], complaints: readonly Complaint[] = []): Page {
  const say = words[form.language];
  const choice = ({ person, name, places }: PersonByPhone, index: number) => {
    const where = places.map(({ role, organisationName }) => `${roleIn(role)} · ${organisationName}`);
    return html`<div class="choice">
      <input type="radio" name="person" id="person-${index}" value="${person}" required ${index === 0 && html`checked autofocus`} />
      <label for="person-${index}">${name}<span>${where.join(form.language === 'zh' ? '；' : '; ')}</span></label>
    </div>`;
  };
  const roleIn = (role: string) => (role in roles ? roleWords(form.language, role as Role) : role);
  const body = html`<h1>${say.choosePerson}</h1>
    <p class="lead">${say.choosePersonLine}</p>
    ${trouble(say.choosePersonTrouble, complaints)}
    <form method="post" action="${form.address}/person" novalidate>
      ${hidden(form)}
      <fieldset>
        <legend class="unseen">${say.choosePerson}</legend>
        ${people.map(choice)}
      </fieldset>
      <button type="submit">${say.go}</button>
    </form>
    ${cancelling(form)}`;
  return { language: form.language, title: say.choosePerson, body };
}
