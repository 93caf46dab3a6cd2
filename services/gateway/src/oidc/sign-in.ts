import type { Grant, Interaction, Provider } from 'oidc-provider';
import { choosePostPage, consentPage, noticePage } from '../pages/sign-in/views.js';
import { words } from '../pages/sign-in/words.js';
import type { Accounts } from './accounts.js';
import { postOf } from './acting-post.js';
import type { AppPermissions } from './app-permissions.js';
import { isFirstParty } from './grants.js';
import { Passage, pendingOf } from './passage.js';
import type { SignInLimits } from './sign-in-limits.js';
import { PasswordStep } from './steps/password-step.js';
import { SecondFactorSteps } from './steps/second-factor-steps.js';
import type { Step } from './steps/step.js';
import type { Visit } from './visit.js';
import type { ClassBrowsers } from './ways/class-browser.js';
import { ClassCodeWay } from './ways/class-code-way.js';
import { OpenWays } from './ways/open-ways.js';
import { PasswordWay } from './ways/password-way.js';
import { PupilQrWay } from './ways/pupil-qr-way.js';
import type { RelyingParty } from './upstream/relying-party.js';
import { UpstreamWay } from './upstream/upstream-way.js';
import { TextMessageWay } from './ways/text-message-way.js';

/** What a person does on the way into an app: sign in, do what is due, choose a post, consent. Each step ends with a redirect. */
export class SigningIn {
  private readonly passage: Passage;
  private readonly password: PasswordWay;
  private readonly pupilQr: PupilQrWay;
  private readonly secondFactor: SecondFactorSteps;
  private readonly newPassword: PasswordStep;
  /** All that may be done, of every way of signing in. */
  readonly steps: readonly Step[];

  constructor(
    private readonly provider: Provider,
    private readonly accounts: Accounts,
    private readonly permissions: AppPermissions,
    limits: SignInLimits,
    secureCookies: boolean,
    classBrowsers: ClassBrowsers,
    relyingParty: RelyingParty,
  ) {
    const show = (visit: Visit) => this.show(visit);
    this.passage = new Passage(provider, accounts);
    const upstream = new UpstreamWay(this.passage, accounts, relyingParty);
    this.password = new PasswordWay(this.passage, accounts, new OpenWays(accounts), upstream, limits, secureCookies);
    this.secondFactor = new SecondFactorSteps(this.passage, accounts, show);
    this.newPassword = new PasswordStep(this.passage, accounts, show);
    this.pupilQr = new PupilQrWay(this.passage, accounts, classBrowsers);
    const ways = [this.password, new TextMessageWay(this.passage, accounts), new ClassCodeWay(this.passage, accounts, classBrowsers)];
    this.steps = [
      { verb: 'get', path: '', take: show },
      ...ways.flatMap((way) => way.steps),
      ...upstream.steps,
      ...this.pupilQr.steps,
      ...this.secondFactor.steps,
      ...this.newPassword.steps,
      { verb: 'post', path: '/post', take: (visit) => this.choosePost(visit) },
      { verb: 'post', path: '/consent', take: (visit) => this.consent(visit) },
      { verb: 'post', path: '/cancel', take: (visit) => this.cancel(visit) },
    ];
  }

  private async show(visit: Visit): Promise<void> {
    const { interaction, form, language } = visit;
    const prompt = interaction.prompt.name;
    if (prompt === 'login') return this.login(visit);
    if (prompt === 'select_account') return this.choosing(visit, 200);
    if (prompt === 'consent')
      return isFirstParty(visit.client) ? this.consent(visit) : this.passage.page(visit, 200, consentPage(form, asked(interaction, visit)));
    const say = words[language];
    this.passage.page(visit, 400, noticePage(language, say.wentWrong, say.wentWrongLine));
  }

  private async login(visit: Visit): Promise<void> {
    const [task] = pendingOf(visit.interaction)?.tasks ?? [];
    if (task === 'secondFactor') return this.secondFactor.ask(visit);
    if (task === 'password') return this.newPassword.ask(visit);
    if (task === 'enrolment') return this.secondFactor.enrol(visit);
    if (await this.pupilQr.asked(visit)) return;
    await this.password.page(visit);
  }

  private async choosePost(visit: Visit): Promise<void> {
    const { interaction, fields } = visit;
    const person = interaction.session?.accountId;
    const holder = person === undefined ? undefined : await this.accounts.holder(person);
    const post = holder?.posts.find(({ id }) => id === fields.get('post'));
    if (!post || interaction.prompt.name !== 'select_account') return this.choosing(visit, 422);
    await this.passage.finish(visit, { select_account: { post: post.id } });
  }

  private async consent(visit: Visit): Promise<void> {
    const { interaction } = visit;
    const grant = interaction.grantId === undefined ? undefined : await this.provider.Grant.find(interaction.grantId);
    if (!grant || interaction.prompt.name !== 'consent') return this.show(visit);
    const { missingOIDCScope = [], missingResourceScopes = {} } = interaction.prompt.details as Missing;
    if (missingOIDCScope.length > 0) grant.addOIDCScope(missingOIDCScope);
    for (const [resource, scopes] of Object.entries(missingResourceScopes)) grant.addResourceScope(resource, scopes);
    await this.remember(visit, grant, [...missingOIDCScope, ...Object.values(missingResourceScopes).flat()]);
    await this.passage.finish(visit, { consent: { grantId: await grant.save() } });
  }

  /** An app of a third party is asked about once, until it wants more or the person takes it back. */
  private async remember({ client, interaction }: Visit, grant: Grant, missing: readonly string[]): Promise<void> {
    const [person, post] = [interaction.session?.accountId, postOf(grant)];
    if (isFirstParty(client) || person === undefined || post === undefined || missing.length === 0) return;
    await this.permissions.allow(person, client.clientId, post, missing);
  }

  private async cancel(visit: Visit): Promise<void> {
    const { request, response } = visit;
    const result = { error: 'access_denied', error_description: 'the person cancelled' };
    this.passage.goTo(visit, await this.provider.interactionResult(request, response, result, { mergeWithLastSubmission: false }));
  }

  private async choosing(visit: Visit, status: number): Promise<void> {
    const { interaction, form } = visit;
    const person = interaction.session?.accountId;
    const holder = person === undefined ? undefined : await this.accounts.holder(person);
    const posts = holder?.posts ?? [];
    const wished = (interaction.prompt.details as { posts?: readonly string[] }).posts ?? [];
    const fit = posts.filter(({ id }) => wished.includes(id));
    const complaints = status === 422 ? [{ field: 'post-0', text: words[visit.language].choosePostTrouble }] : [];
    this.passage.page(visit, status, choosePostPage(form, holder?.name ?? '', fit.length > 0 ? fit : posts, fit.length > 0, complaints));
  }
}

interface Missing {
  missingOIDCScope?: string[];
  missingResourceScopes?: Record<string, string[]>;
}

/** What a consent is about: what is missing, or all that was asked when the app wants it confirmed anew. */
function asked({ prompt, params }: Interaction, { client }: Visit): string[] {
  const { missingOIDCScope = [], missingResourceScopes = {} } = prompt.details as Missing;
  const missing = new Set([...missingOIDCScope, ...Object.values(missingResourceScopes).flat()]);
  if (missing.size > 0) return [...missing];
  const possible = new Set(['openid', 'profile', 'email', 'offline_access', ...(client['api_scopes'] as readonly string[])]);
  return (typeof params['scope'] === 'string' ? params['scope'] : '').split(' ').filter((scope) => possible.has(scope));
}
