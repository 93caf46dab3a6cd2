import type { Complaint } from '../../pages/sign-in/form.js';
import { signInPage } from '../../pages/sign-in/views.js';
import { upstreamComplaint } from '../../pages/sign-in/upstream-views.js';
import { words } from '../../pages/sign-in/words.js';
import type { Accounts } from '../accounts.js';
import { knownCookie, proofIn } from '../known-browser.js';
import type { Passage } from '../passage.js';
import { refusedBy } from '../refusals.js';
import type { Attempt, SignInLimits } from '../sign-in-limits.js';
import type { Step } from '../steps/step.js';
import type { Visit } from '../visit.js';
import type { OpenWays } from './open-ways.js';
import { arrivedIn, troubleIn } from '../upstream/arrived.js';
import type { UpstreamWay } from '../upstream/upstream-way.js';
import type { Way } from './way.js';

/** A username and a password. */
export class PasswordWay implements Way {
  readonly name = 'password';
  readonly steps: readonly Step[] = [{ verb: 'post', path: '', take: (visit) => this.signIn(visit) }];

  constructor(
    private readonly passage: Passage,
    private readonly accounts: Accounts,
    private readonly ways: OpenWays,
    private readonly upstream: UpstreamWay,
    private readonly limits: SignInLimits,
    private readonly secureCookies: boolean,
  ) {}

  async page(visit: Visit, status = 200, username = '', complaints = lastTrouble(visit)): Promise<void> {
    const [ways, providers] = await Promise.all([this.ways.names(), this.upstream.offered(visit)]);
    const offer = { ways, providers, arrived: arrivedIn(visit.interaction) };
    this.passage.page(visit, status, signInPage(visit.form, offer, username, complaints));
  }

  private async signIn(visit: Visit): Promise<void> {
    const { fields } = visit;
    const say = words[visit.language];
    const [username, password] = [fields.get('username')?.trim() ?? '', fields.get('password') ?? ''];
    const missing: Complaint[] = [];
    if (!username) missing.push({ field: 'username', text: say.missingUsername });
    if (!password) missing.push({ field: 'password', text: say.missingPassword });
    if (missing.length > 0) return this.page(visit, 422, username, missing);
    const attempt: Attempt = { address: visit.address, username, proof: proofIn(visit.request) };
    const wait = await this.limits.wait(attempt);
    if (wait > 0) return this.tooSoon(visit, wait, username);
    try {
      const proof = await this.accounts.signIn(username, password, visit.address);
      await this.limits.succeeded(attempt);
      visit.response.appendHeader('set-cookie', knownCookie(this.limits.proofFor(username), this.secureCookies));
      await this.passage.proven(visit, { ...proof, method: 'pwd' });
    } catch (error) {
      const { code, wait } = refusedBy(error);
      if (wait !== undefined) return this.tooSoon(visit, wait, username);
      if (code === 'sign_in.one_time_expired') return this.page(visit, 422, username, [{ text: say.oneTimeExpired }]);
      await this.limits.failed(attempt);
      await this.page(visit, 422, username, [{ field: 'password', text: say.refused }]);
    }
  }

  private async tooSoon(visit: Visit, wait: number, username: string): Promise<void> {
    visit.response.setHeader('retry-after', String(wait));
    await this.page(visit, 429, username, [{ text: words[visit.language].locked(wait) }]);
  }
}

/** Why somebody is back from a platform above. */
function lastTrouble({ interaction, language }: Visit): readonly Complaint[] {
  const trouble = troubleIn(interaction);
  return trouble ? [upstreamComplaint(language, trouble)] : [];
}
