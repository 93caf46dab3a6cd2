import { Logger } from '@nestjs/common';
import type { Client, Provider } from 'oidc-provider';
import { persistently } from './persistently.js';

/** An app that is away for longer hears nothing any more: what it was given has ended meanwhile. */
const triesForMs = 10 * 60_000;

/** An app whose server did not take a sign-out (back-channel logout) is told again; the provider itself tries once. */
export function tellAgain(provider: Provider): void {
  const log = new Logger('BackChannel');
  provider.on('backchannel.error', (_ctx, _error, client, account, sid) => {
    const told = client as Client & { backchannelLogout(account: string, sid: string): Promise<void> };
    void persistently(() => told.backchannelLogout(account, sid), {
      forMs: triesForMs,
      failed: () => log.warn(`${client.clientId} did not take a sign-out yet`),
    });
  });
}
