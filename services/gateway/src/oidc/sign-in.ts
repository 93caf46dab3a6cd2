import { Refusal } from '@lianxue/contracts';
import type { Interaction, InteractionResults, Provider } from 'oidc-provider';
import { other, sendPage, type Page } from '../pages/sign-in/layout.js';
import { changePasswordPage, choosePostPage, consentPage, noticePage, signInPage, type Complaint } from '../pages/sign-in/views.js';
import { words } from '../pages/sign-in/words.js';
import type { Accounts } from './accounts.js';
import { isFirstParty } from './grants.js';
import { knownCookie, proofIn } from './known-browser.js';
import type { Attempt, SignInLimits } from './sign-in-limits.js';
import type { Visit } from './visit.js';

/** What a person does on the way into an app: sign in, set a password, choose a post, consent. Each step ends with a redirect. */
export class SigningIn {
  constructor(
    private readonly provider: Provider,
    private readonly accounts: Accounts,
    private readonly limits: SignInLimits,
    private readonly secureCookies: boolean,
  ) {}

  async show(visit: Visit): Promise<void> {
    const { interaction, form, language } = visit;
    const step = interaction.prompt.name;
    if (step === 'login') return this.page(visit, 200, pendingChange(interaction) ? changePasswordPage(form) : signInPage(form));
    if (step === 'select_account') return this.choosing(visit, 200);
    if (step === 'consent')
      return isFirstParty(visit.client) ? this.consent(visit) : this.page(visit, 200, consentPage(form, asked(interaction, visit)));
    const say = words[language];
    this.page(visit, 400, noticePage(language, say.wentWrong, say.wentWrongLine));
  }

  async signIn(visit: Visit): Promise<void> {
    const { fields, form } = visit;
    const say = words[visit.language];
    const [username, password] = [fields.get('username')?.trim() ?? '', fields.get('password') ?? ''];
    const missing: Complaint[] = [];
    if (!username) missing.push({ field: 'username', text: say.missingUsername });
    if (!password) missing.push({ field: 'password', text: say.missingPassword });
    if (missing.length > 0) return this.page(visit, 422, signInPage(form, username, missing));
    const attempt: Attempt = { address: visit.address, username, proof: proofIn(visit.request) };
    const wait = await this.limits.wait(attempt);
    if (wait > 0) return this.tooSoon(visit, wait, signInPage(form, username, [{ text: say.locked(wait) }]));
    try {
      const { person, mustChangePassword } = await this.accounts.signIn(username, password, visit.address);
      await this.limits.succeeded(attempt);
      visit.response.appendHeader('set-cookie', knownCookie(this.limits.proofFor(username), this.secureCookies));
      if (!mustChangePassword) return await this.finish(visit, login(person));
      await this.keep(visit, { change: { person } });
      this.goTo(visit, form.address);
    } catch (error) {
      const answer = answerTo(error);
      if (answer.code === 'sign_in.locked')
        return this.tooSoon(visit, answer.wait, signInPage(form, username, [{ text: say.locked(answer.wait) }]));
      await this.limits.failed(attempt);
      this.page(visit, 422, signInPage(form, username, [{ field: 'password', text: say.refused }]));
    }
  }

  async changePassword(visit: Visit): Promise<void> {
    const { fields, form } = visit;
    const say = words[visit.language];
    const person = pendingChange(visit.interaction);
    if (!person) return this.page(visit, 422, signInPage(form));
    const [current, next] = [fields.get('current') ?? '', fields.get('next') ?? ''];
    const again = (field: string, text: string, status = 422) => this.page(visit, status, changePasswordPage(form, [{ field, text }]));
    if (!current) return again('current', say.missingPassword);
    if (!next) return again('next', say.missingPassword);
    if (next !== fields.get('repeat')) return again('repeat', say.repeatWrong);
    try {
      await this.accounts.changePassword(person, current, next, visit.address);
    } catch (error) {
      const answer = answerTo(error);
      if (answer.code === 'sign_in.locked')
        return this.tooSoon(visit, answer.wait, changePasswordPage(form, [{ text: say.locked(answer.wait) }]));
      if (answer.code === 'password.weak') return again('next', say.weak[answer.reason]);
      return again('current', say.currentWrong);
    }
    await this.finish(visit, login(person));
  }

  async choosePost(visit: Visit): Promise<void> {
    const { interaction, fields } = visit;
    const person = interaction.session?.accountId;
    const holder = person === undefined ? undefined : await this.accounts.holder(person);
    const post = holder?.posts.find(({ id }) => id === fields.get('post'));
    if (!post || interaction.prompt.name !== 'select_account') return this.choosing(visit, 422);
    await this.finish(visit, { select_account: { post: post.id } });
  }

  async consent(visit: Visit): Promise<void> {
    const { interaction } = visit;
    const grant = interaction.grantId === undefined ? undefined : await this.provider.Grant.find(interaction.grantId);
    if (!grant || interaction.prompt.name !== 'consent') return this.show(visit);
    const { missingOIDCScope = [], missingResourceScopes = {} } = interaction.prompt.details as Missing;
    if (missingOIDCScope.length > 0) grant.addOIDCScope(missingOIDCScope);
    for (const [resource, scopes] of Object.entries(missingResourceScopes)) grant.addResourceScope(resource, scopes);
    await this.finish(visit, { consent: { grantId: await grant.save() } });
  }

  async cancel(visit: Visit): Promise<void> {
    const { request, response } = visit;
    const result = { error: 'access_denied', error_description: 'the person cancelled' };
    this.goTo(visit, await this.provider.interactionResult(request, response, result, { mergeWithLastSubmission: false }));
  }

  private async choosing(visit: Visit, status: number): Promise<void> {
    const { interaction, form } = visit;
    const person = interaction.session?.accountId;
    const holder = person === undefined ? undefined : await this.accounts.holder(person);
    const posts = holder?.posts ?? [];
    const wished = (interaction.prompt.details as { posts?: readonly string[] }).posts ?? [];
    const fit = posts.filter(({ id }) => wished.includes(id));
    const complaints = status === 422 ? [{ field: 'post-0', text: words[visit.language].choosePostTrouble }] : [];
    this.page(visit, status, choosePostPage(form, holder?.name ?? '', fit.length > 0 ? fit : posts, fit.length > 0, complaints));
  }

  private async finish(visit: Visit, result: InteractionResults): Promise<void> {
    this.goTo(visit, await this.provider.interactionResult(visit.request, visit.response, result));
  }

  private async keep(visit: Visit, result: InteractionResults): Promise<void> {
    await this.provider.interactionResult(visit.request, visit.response, result, { mergeWithLastSubmission: false });
  }

  private goTo({ response }: Visit, address: string): void {
    response.writeHead(303, { location: address, 'cache-control': 'no-store', 'content-length': '0' }).end();
  }

  private tooSoon(visit: Visit, wait: number, page: Page): void {
    visit.response.setHeader('retry-after', String(wait));
    this.page(visit, 429, page);
  }

  private page({ response, form, language }: Visit, status: number, page: Page): void {
    sendPage(response, status, { ...page, otherLanguage: `${form.address}?language=${other(language)}` });
  }
}

interface Missing {
  missingOIDCScope?: string[];
  missingResourceScopes?: Record<string, string[]>;
}

/** The person who gave a one-time password and must set another before anything else. */
const pendingChange = (interaction: Interaction): string | undefined =>
  (interaction.result?.['change'] as { person: string } | undefined)?.person;

/** A browser session, gone when the browser closes: many sign in on shared computers. */
const login = (person: string): InteractionResults => ({ login: { accountId: person, remember: false, amr: ['pwd'] } });

/** What a consent is about: what is missing, or all that was asked when the app wants it confirmed anew. */
function asked({ prompt, params }: Interaction, { client }: Visit): string[] {
  const { missingOIDCScope = [], missingResourceScopes = {} } = prompt.details as Missing;
  const missing = new Set([...missingOIDCScope, ...Object.values(missingResourceScopes).flat()]);
  if (missing.size > 0) return [...missing];
  const possible = new Set(['openid', 'profile', 'email', 'offline_access', ...(client['api_scopes'] as readonly string[])]);
  return (typeof params['scope'] === 'string' ? params['scope'] : '').split(' ').filter((scope) => possible.has(scope));
}

type Answer =
  { code: 'sign_in.locked'; wait: number } | { code: 'password.weak'; reason: keyof typeof words.zh.weak } | { code: 'refused' };

/** What identity meant. An input it would not even read is a wrong password to the person, like any other. */
function answerTo(error: unknown): Answer {
  if (!(error instanceof Refusal) || error.kind.status >= 500) throw error;
  const facts = error.facts as { retryAfter?: number; reason?: keyof typeof words.zh.weak };
  if (error.kind.code === 'sign_in.locked') return { code: 'sign_in.locked', wait: facts.retryAfter ?? 60 };
  if (error.kind.code === 'password.weak' && facts.reason) return { code: 'password.weak', reason: facts.reason };
  return { code: 'refused' };
}
