import type { Language } from '../../problems/language.js';
import { html, type Html } from './html.js';
import { words } from './words.js';

/** What every form carries: where it goes and the proof that we made it. */
export interface Form {
  readonly language: Language;
  /** `/sign-in/<uid>`. */
  readonly address: string;
  readonly token: string;
  readonly app: string;
}

/** One complaint and the field it belongs to. */
export interface Complaint {
  readonly field?: string;
  readonly text: string;
}

/** The summary that a screen reader reads first; each complaint leads to its field. */
export function trouble(title: string, complaints: readonly Complaint[]): Html | undefined {
  if (complaints.length === 0) return undefined;
  const each = ({ field, text }: Complaint) => html`<li>${field === undefined ? text : html`<a href="#${field}">${text}</a>`}</li>`;
  return html`<div class="trouble" role="alert" aria-labelledby="trouble">
    <h2 id="trouble">${title}</h2>
    <ul>
      ${complaints.map(each)}
    </ul>
  </div>`;
}

export const invalid = (complaints: readonly Complaint[]) => (field: string) =>
  complaints.some((complaint) => complaint.field === field) && html`aria-invalid="true" aria-describedby="trouble"`;

export const autofocus = html`autofocus`;

export const hidden = ({ language, token }: Form) =>
  html`<input type="hidden" name="token" value="${token}" /><input type="hidden" name="language" value="${language}" />`;

export const cancelling = (form: Form, label = words[form.language].cancel) =>
  html`<form method="post" action="${form.address}/cancel">${hidden(form)}<button type="submit" class="quiet">${label}</button></form>`;

/** A code that somebody reads elsewhere and types here; phones offer one that just arrived. */
export const codeField = (label: string, complaints: readonly Complaint[], { digits }: { digits: boolean }) =>
  html`<div class="field">
    <label for="code">${label}</label>
    <input
      type="text"
      class="code"
      id="code"
      name="code"
      autocomplete="one-time-code"
      autocapitalize="none"
      spellcheck="false"
      maxlength="20"
      required
      ${digits && html`inputmode="numeric"`}
      ${invalid(complaints)('code')}
      autofocus
    />
  </div>`;
