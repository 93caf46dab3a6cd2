import { privilegedRoles, type PostRole } from '@lianxue/contracts';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Holder } from './accounts.js';
import { deviceName } from './device-name.js';
import type { SignInSessions } from './sign-in-sessions.js';

/** Requests at whose end an app got something; one that was refused, or led to a page, is no use of a session. */
const served = new WeakSet<object>();

/** Minutes of rest after which a sign-in of this person ends: administrators are let go sooner, whichever post they act in. */
export function idleMinutesOf({ posts, idleMinutes }: Holder): number {
  const administers = posts.some(({ role }) => (privilegedRoles as readonly PostRole[]).includes(role));
  return administers ? idleMinutes.administrators : idleMinutes.others;
}

/**
 * Notes that a session is used: by its browser at an authorization, by an app that renews its tokens. It is noted before the
 * answer leaves, so that whoever then looks at their sessions finds it.
 */
export function noticeUse(provider: Provider, sessions: SignInSessions): void {
  provider.on('authorization.success', (ctx) => void served.add(ctx));
  provider.use(async (ctx, next) => {
    await next();
    const { oidc, status } = ctx as unknown as Partial<KoaContextWithOIDC>;
    if (!oidc || status === undefined || status >= 400) return;
    const { session, route, result, entities, params } = oidc;
    if (session?.accountId && served.has(ctx)) {
      const device = deviceName(ctx.get('user-agent'));
      await sessions.seen(session.uid, session.accountId, device, session.amr ?? [], result?.login !== undefined);
    } else if (route === 'token' && params?.['grant_type'] === 'refresh_token') {
      const uid = entities.RefreshToken?.sessionUid;
      if (uid !== undefined) await sessions.used(uid);
    }
  });
}
