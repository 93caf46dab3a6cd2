import { Logger } from '@nestjs/common';
import type { Client, Provider } from 'oidc-provider';
import { persistently } from './persistently.js';
import type { Authorizations } from './sign-in-sessions.js';

/** An app that is away for longer hears nothing any more: what it was given has ended meanwhile. */
const triesForMs = 10 * 60_000;

type Told = Client & { backchannelLogout(account: string, sid: string): Promise<void> };

/**
 * Tells apps of ended sign-ins (back-channel logout). The provider tells them of a sign-out, once: it is said again until they
 * take it. Of a session that its owner ended from elsewhere, or that identity took away, they are told here.
 */
export class TellingApps {
  private readonly log = new Logger('BackChannel');
  private provider: Provider | undefined;

  /** The provider that signs from now on. */
  use(provider: Provider): void {
    this.provider = provider;
    provider.on('backchannel.error', (_ctx, _error, client, account, sid) => void this.tell(client as Told, account, sid));
  }

  /** A session ended in which apps had got something. */
  async ended(account: string, authorizations: Authorizations): Promise<void> {
    for (const [clientId, { sid }] of Object.entries(authorizations)) {
      if (sid === undefined) continue;
      const client = (await this.provider?.Client.find(clientId).catch(() => undefined)) as Told | undefined;
      if (client?.backchannelLogoutUri) void this.tell(client, account, sid);
    }
  }

  private tell(client: Told, account: string, sid: string): Promise<void> {
    return persistently(() => client.backchannelLogout(account, sid), {
      forMs: triesForMs,
      failed: () => this.log.warn(`${client.clientId} did not take a sign-out yet`),
    });
  }
}
