import { Logger } from '@nestjs/common';
import type { Revocation } from '@lianxue/wire';
import { accessTokenSeconds } from './access-token.js';
import type { Accounts } from './accounts.js';
import type { ClientDirectory } from './clients.js';
import { persistently } from './persistently.js';
import type { OidcState } from './state.js';

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
  ) {}

  /** A grant ended: its tokens carry it as `sid`. */
  report(grant: string): void {
    this.persist('A sign-out could not be reported yet', () => this.accounts.revoke('session', grant));
  }

  /** Identity took something away. */
  heard({ kind, value, notBefore }: Revocation): void {
    if (kind === 'client') this.clients.drop(value);
    if (kind === 'subject') this.persist('Sign-ins could not be ended yet', () => this.state.forgetAccount(value, new Date(notBefore)));
  }

  private persist(trouble: string, action: () => Promise<void>): void {
    void persistently(action, { forMs: accessTokenSeconds * 1000, failed: (error) => this.log.warn(`${trouble}: ${String(error)}`) });
  }
}
