import { Refusal, isUuid } from '@lianxue/contracts';
import { randomBytes } from 'node:crypto';
import type { Interaction } from 'oidc-provider';
import type { Accounts, OfferedProvider, ProviderName } from '../accounts.js';
import type { Passage } from '../passage.js';
import { refusedBy } from '../refusals.js';
import type { Step } from '../steps/step.js';
import type { Visit } from '../visit.js';
import type { Arrived, UpstreamTrouble } from './arrived.js';
import { UpstreamFailed, type Question, type RelyingParty } from './relying-party.js';

/** Time to finish there: to find the phone the other platform sends a code to, and to type its code. */
const wayMs = 15 * 60_000;
const linkingMs = 10 * 60_000;

interface Kept extends Question {
  readonly name: ProviderName;
  readonly until: number;
}

/** Through a platform above 上级平台统一认证登录: it says who somebody is there, and a link says who that is here. */
export class UpstreamWay {
  readonly steps: readonly Step[] = [
    { verb: 'post', path: '/upstream', take: (visit) => this.begin(visit) },
    { verb: 'get', path: '/returned/:provider', take: (visit) => this.returned(visit) },
    { verb: 'post', path: '/unlinked', take: (visit) => this.forget(visit) },
  ];

  constructor(
    private readonly passage: Passage,
    private readonly accounts: Accounts,
    private readonly relyingParty: RelyingParty,
  ) {}

  /** The providers of whom the app serves, or of the sub-platform one came through; a sandbox has none. */
  async offered({ client, interaction, place }: Visit): Promise<readonly OfferedProvider[]> {
    const { acting_organisation: organisation } = interaction.params;
    if (client['sandbox']) return [];
    return this.accounts.offeredProviders(client.clientId, typeof organisation === 'string' && isUuid(organisation) ? organisation : place);
  }

  private async begin(visit: Visit): Promise<void> {
    const wanted = visit.fields.get('provider');
    const provider = (await this.offered(visit)).find(({ id }) => id === wanted);
    if (!provider) return this.passage.goTo(visit, visit.form.address);
    const { id, name } = provider;
    const state = `${visit.interaction.uid}.${randomBytes(24).toString('base64url')}`;
    try {
      const { address, question } = await this.relyingParty.ask(id, state, askedAlong(visit));
      await this.passage.keep(visit, { question: { ...question, name, until: Date.now() + wayMs } satisfies Kept, arrived: undefined });
      this.passage.goTo(visit, address);
    } catch (error) {
      await this.stumble(visit, name, error);
    }
  }

  /** Back in the browser that was sent: what was asked is forgotten before the answer is looked at, so that it is taken once. */
  private async returned(visit: Visit): Promise<void> {
    const kept = questionIn(visit.interaction);
    const provider = visit.path.split('/').at(-1);
    if (!kept || kept.provider !== provider || kept.until < Date.now() || visit.query.get('state') !== kept.state)
      return this.passage.goTo(visit, visit.form.address);
    await this.passage.keep(visit, { arrived: undefined });
    try {
      const { asked, answer } = await this.relyingParty.answerTo(kept, visit.query);
      const { subject, mark, who } = answer;
      const { person, secondFactor, mayLink } = await this.accounts.signInByProvider({ provider: asked.id, subject, mark });
      if (person !== null) return await this.passage.proven(visit, { person, method: 'fed', secondFactor, mustChangePassword: false });
      if (!mayLink) return await this.trouble(visit, { kind: 'unlinked', name: asked.name });
      const arrived: Arrived = { provider: asked.id, name: asked.name, subject, who, until: Date.now() + linkingMs };
      await this.passage.keep(visit, { arrived });
      this.passage.goTo(visit, visit.form.address);
    } catch (error) {
      await this.stumble(visit, kept.name, error);
    }
  }

  private async forget(visit: Visit): Promise<void> {
    await this.passage.keep(visit, { arrived: undefined });
    this.passage.goTo(visit, visit.form.address);
  }

  /** Back on the page, where the other ways are, with a line that says why. */
  private async stumble(visit: Visit, name: ProviderName, error: unknown): Promise<void> {
    if (error instanceof UpstreamFailed) return this.trouble(visit, { kind: error.kind, name });
    const { code, reason } = refusedBy(error);
    if (error instanceof Refusal && code === 'sign_in_link.refused') return this.trouble(visit, { kind: reason as 'beyond', name });
    return this.trouble(visit, { kind: code === 'subject.unknown' ? 'person' : 'gone', name });
  }

  private async trouble(visit: Visit, trouble: UpstreamTrouble): Promise<void> {
    await this.passage.keep(visit, { arrived: undefined, trouble });
    this.passage.goTo(visit, visit.form.address);
  }
}

const questionIn = ({ result }: Interaction): Kept | undefined => result?.['question'] as Kept | undefined;

/** Whom the app wants to see sign in anew shall not be waved through by a session there; and the reader's language goes along. */
function askedAlong({ interaction, language }: Visit): Record<string, string> {
  const { prompt, max_age: maxAge } = interaction.params;
  const anew = (typeof prompt === 'string' && prompt.split(' ').includes('login')) || maxAge !== undefined;
  return { ui_locales: language === 'zh' ? 'zh-CN' : 'en', ...(anew && { prompt: 'login' }) };
}
