import { Logger } from '@nestjs/common';
import type { Revocation } from '@lianxue/wire';
import { accessTokenSeconds } from './access-token.js';
import type { Accounts } from './accounts.js';
import type { ClientDirectory } from './clients.js';
import { persistently } from './persistently.js';
import type { Authorizations } from './sign-in-sessions.js';
import type { OidcState } from './state.js';
import type { TellingApps } from './telling-apps.js';

/**
 * What ends before its time, in both directions: identity hears of sign-outs, so that their access tokens end everywhere
 * within seconds; and what identity takes away ends here, where it could be refreshed. Whoever is away meanwhile is told
 * later, for as long as an access token could still live.
 */
export class Endings {
  private readonly log = new Logger('Endings');

  constructor(
    private readonly accounts: Accounts,
    private readonly clients: ClientDirectory,
    private readonly state: OidcState,
    private readonly telling: TellingApps,
  ) {}

  /** A grant ended: its tokens carry it as `sid`. */
  report(grant: string): void {
    this.persist('A sign-out could not be reported yet', () => this.accounts.revoke('session', grant));
  }

  /** Identity took something away. */
  heard({ kind, value, notBefore }: Revocation): void {
    if (kind === 'client') this.clients.drop(value);
    if (kind === 'subject') this.persist('Sign-ins could not be ended yet', () => this.endAll(value, new Date(notBefore)));
  }

  /** A session ended otherwise than by signing out: its apps hear of it all the same. */
  tellApps(account: string, authorizations: Authorizations): Promise<void> {
    return this.telling.ended(account, authorizations);
  }

  /** Of several replicas that hear the same, the one that ends a session tells its apps. */
  private async endAll(account: string, before: Date): Promise<void> {
    for (const authorizations of await this.state.forgetAccount(account, before)) await this.tellApps(account, authorizations);
  }

  private persist(trouble: string, action: () => Promise<void>): void {
    void persistently(action, { forMs: accessTokenSeconds * 1000, failed: (error) => this.log.warn(`${trouble}: ${String(error)}`) });
  }
}
