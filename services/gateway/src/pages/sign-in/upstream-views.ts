import type { OfferedProvider } from '../../oidc/accounts.js';
import type { Arrived, UpstreamTrouble } from '../../oidc/upstream/arrived.js';
import type { Language } from '../../problems/language.js';
import { hidden, type Complaint, type Form } from './form.js';
import { html, type Html } from './html.js';
import { upstreamWords } from './upstream-words.js';

/** A button for each platform above; buttons, because following them changes something. */
export const providerButtons = (form: Form, providers: readonly OfferedProvider[]): Html | undefined =>
  providers.length === 0
    ? undefined
    : html`<form method="post" action="${form.address}/upstream">
        ${hidden(form)}${providers.map(({ id, name }) => providerButton(form.language, id, name))}
      </form>`;

const providerButton = (language: Language, id: string, name: OfferedProvider['name']) =>
  html`<button type="submit" class="other" name="provider" value="${id}">${upstreamWords[language].byProvider(name[language])}</button>`;

/** Said in place of the usual heading to somebody who came by a platform above for the first time. */
export function linkingLead({ language }: Form, { name, who }: Arrived): Html {
  const say = upstreamWords[language];
  return html`<h1>${say.link}</h1>
    <p class="lead">${say.linkLine(name[language], who)}</p>`;
}

export const notLinking = (form: Form): Html =>
  html`<form method="post" action="${form.address}/unlinked">
    ${hidden(form)}<button type="submit" class="other">${upstreamWords[form.language].linkNot}</button>
  </form>`;

export const upstreamComplaint = (language: Language, { kind, name }: UpstreamTrouble): Complaint => ({
  text: upstreamWords[language].trouble[kind](name[language]),
});
