import { scopes, type Scope } from '@lianxue/contracts';
import type { OfferedProvider, Post, WayName } from '../../oidc/accounts.js';
import type { Arrived } from '../../oidc/upstream/arrived.js';
import type { Language } from '../../problems/language.js';
import { autofocus, cancelling, hidden, invalid, trouble, type Complaint, type Form } from './form.js';
import { html, type Html } from './html.js';
import type { Page } from './layout.js';
import { classWords } from './class-words.js';
import { roleWords } from './role-words.js';
import { linkingLead, notLinking, providerButtons } from './upstream-views.js';
import { upstreamWords } from './upstream-words.js';
import { words } from './words.js';

/** How one may sign in, and who waits to be linked with whoever does. */
export interface Offer {
  readonly ways: readonly WayName[];
  readonly providers: readonly OfferedProvider[];
  readonly arrived?: Arrived | undefined;
}

export function signInPage(form: Form, { ways, providers, arrived }: Offer, username = '', complaints: readonly Complaint[] = []): Page {
  const say = words[form.language];
  const title = arrived ? upstreamWords[form.language].link : say.signIn;
  const wrong = invalid(complaints);
  const lead = html`<h1>${say.signIn}</h1>
    <p class="lead">${say.signInTo(form.app)}</p>`;
  const body = html`${arrived ? linkingLead(form, arrived) : lead} ${trouble(say.trouble, complaints)}
    <form method="post" action="${form.address}" novalidate>
      ${hidden(form)}
      <div class="field">
        <label for="username">${say.username}</label>
        <input
          type="text"
          id="username"
          name="username"
          value="${username}"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          maxlength="100"
          required
          ${wrong('username')}
          ${!username && autofocus}
        />
      </div>
      <div class="field">
        <label for="password">${say.password}</label>
        <input
          type="password"
          id="password"
          name="password"
          autocomplete="current-password"
          maxlength="1000"
          required
          ${wrong('password')}
          ${username !== '' && autofocus}
        />
      </div>
      <button type="submit">${arrived ? upstreamWords[form.language].linkEnter : say.enter}</button>
    </form>
    ${!arrived && providerButtons(form, providers)}
    ${ways.includes('textMessage') && html`<a class="other" href="${form.address}/phone">${say.byPhone}</a>`}
    ${ways.includes('classCode') && html`<a class="other" href="${form.address}/class">${classWords[form.language].byClass}</a>`}
    ${arrived && notLinking(form)} ${cancelling(form)}
    <p class="note">
      ${say.forgotten}${ways.includes('textMessage') && html` <a href="${form.address}/phone?purpose=password">${say.forgottenByPhone}</a>`}
    </p>`;
  return { language: form.language, title: complaints.length > 0 ? `${say.trouble}` : title, body };
}

export function choosePostPage(
  form: Form,
  name: string,
  posts: readonly Post[],
  wishMet: boolean,
  complaints: readonly Complaint[] = [],
): Page {
  const say = words[form.language];
  if (posts.length === 0) {
    return {
      language: form.language,
      title: say.noPosts,
      body: html`<h1>${say.noPosts}</h1>
        <p class="lead">${say.noPostsLine}</p>
        ${cancelling(form)}`,
    };
  }
  const body = html`<h1>${say.choosePost}</h1>
    <p class="lead">${say.choosePostLine(name)}</p>
    ${trouble(say.choosePostTrouble, complaints)} ${!wishMet && html`<p>${say.wishUnmet}</p>`}
    <form method="post" action="${form.address}/post" novalidate>
      ${hidden(form)}
      <fieldset>
        <legend class="unseen">${say.choosePost}</legend>
        ${posts.map((post, index) => choice(form.language, post, index))}
      </fieldset>
      <button type="submit">${say.go}</button>
    </form>
    ${cancelling(form)}`;
  return { language: form.language, title: say.choosePost, body };
}

export function consentPage(form: Form, asked: readonly string[]): Page {
  const say = words[form.language];
  const body = html`<h1>${say.consent}</h1>
    <p class="lead">${say.consentLine(form.app)}</p>
    <ul class="rights">
      ${asked.map((scope) => html`<li>${scopeWords(form.language, scope)}</li>`)}
    </ul>
    <form method="post" action="${form.address}/consent">${hidden(form)}<button type="submit">${say.allow}</button></form>
    ${cancelling(form, say.refuse)} ${!asked.includes('offline_access') && html`<p class="note">${say.consentNote}</p>`}`;
  return { language: form.language, title: say.consent, body };
}

export function changePasswordPage(form: Form, byPhone: boolean, complaints: readonly Complaint[] = []): Page {
  const say = words[form.language];
  const wrong = invalid(complaints);
  const field = (id: 'current' | 'next' | 'repeat', label: string, autocomplete: string, hint?: string) =>
    html`<div class="field">
      <label for="${id}">${label}</label>
      ${hint !== undefined && html`<small id="${id}-hint">${hint}</small>`}
      <input
        type="password"
        id="${id}"
        name="${id}"
        autocomplete="${autocomplete}"
        maxlength="1000"
        required
        ${wrong(id)}
        ${hint !== undefined && html`aria-describedby="${id}-hint"`}
        ${id === (byPhone ? 'next' : 'current') && autofocus}
      />
    </div>`;
  const body = html`<h1>${say.changePassword}</h1>
    <p class="lead">${byPhone ? say.changePasswordByPhoneLine : say.changePasswordLine}</p>
    ${trouble(say.changeTrouble, complaints)}
    <form method="post" action="${form.address}/password" novalidate>
      ${hidden(form)} ${!byPhone && field('current', say.currentPassword, 'current-password')}
      ${field('next', say.newPassword, 'new-password', say.newPasswordHint)} ${field('repeat', say.repeatPassword, 'new-password')}
      <button type="submit">${say.save}</button>
    </form>
    ${cancelling(form)}`;
  return { language: form.language, title: say.changePassword, body };
}

/** A page that only says something; `details` for whoever is asked for help. */
export function noticePage(language: Language, title: string, line: string, details: readonly string[] = []): Page {
  const body = html`<h1>${title}</h1>
    <p class="lead">${line}</p>
    ${details.map((detail) => html`<p><code>${detail}</code></p>`)}`;
  return { language, title, body };
}

function choice(language: Language, post: Post, index: number): Html {
  const id = `post-${index}`;
  return html`<div class="choice">
    <input type="radio" name="post" id="${id}" value="${post.id}" required ${index === 0 && html`checked autofocus`} />
    <label for="${id}">${roleWords(language, post.role)}<span>${post.organisationName}</span></label>
  </div>`;
}

function scopeWords(language: Language, scope: string): string {
  const say = words[language];
  const known: Readonly<Record<string, string>> = {
    openid: say.know,
    profile: say.knowName,
    email: say.knowEmail,
    offline_access: say.stay,
  };
  return known[scope] ?? (scope in scopes ? scopes[scope as Scope][language] : scope);
}
