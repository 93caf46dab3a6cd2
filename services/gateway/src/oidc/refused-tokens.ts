import { AppSuspended } from '@lianxue/contracts';
import type { errors, KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { RefusedCall } from '../apps/refused-calls.js';
import { traceOf } from '../rest/trace.js';
import type { ClientDirectory } from './clients.js';

/** Where what an app was refused is kept. */
export type KeepRefusal = (refused: RefusedCall) => void;

/** A device that waits for its person is refused nothing. */
const asksAgain: readonly string[] = ['authorization_pending', 'slow_down'];

/** What apps are refused where they ask for tokens: a wrong secret, a grant they do not have, and everything while they are suspended. */
export class RefusedTokens {
  constructor(
    private readonly keep: KeepRefusal,
    private readonly clients: ClientDirectory,
  ) {}

  /** Keeps what this provider refuses. Nobody waits for it: an app that cannot be told of was not registered, or identity is away. */
  of(provider: Provider): void {
    provider.on('grant.error', (ctx, error) => void this.note(ctx, error).catch(() => {}));
  }

  private async note(ctx: KoaContextWithOIDC, error: errors.OIDCProviderError): Promise<void> {
    if (asksAgain.includes(error.error)) return;
    const asking = ctx.oidc.client?.clientId ?? claimedBy(ctx);
    const app = asking === undefined ? undefined : await this.clients.registered(asking);
    if (!app) return;
    this.keep({
      client: app.clientId,
      at: new Date(),
      operation: 'oidc.token',
      status: error.statusCode,
      code: app.suspended ? AppSuspended.code : error.error,
      organisation: null,
      trace: traceOf(ctx.get('traceparent')),
    });
  }
}

/** Whom the request says it comes from, proven or not. */
function claimedBy(ctx: KoaContextWithOIDC): string | undefined {
  const said = ctx.oidc.params?.['client_id'];
  if (typeof said === 'string') return said;
  const [scheme, credentials] = ctx.get('authorization').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || credentials === undefined) return undefined;
  const [client] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  return client;
}
