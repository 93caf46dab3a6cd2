import type { Account, AccountClaims, FindAccount, KoaContextWithOIDC } from 'oidc-provider';
import type { Accounts, Holder, Post } from './accounts.js';
import { postOf } from './acting-post.js';
import { idleMinutesOf } from './noticing.js';
import type { SignInSessions } from './sign-in-sessions.js';

/** A signed-in person as oidc-provider carries them through one request. */
export class PersonAccount implements Account {
  [key: string]: unknown;

  constructor(
    readonly accountId: string,
    readonly holder: Holder,
    private readonly ctx: KoaContextWithOIDC,
  ) {}

  /** The post of the grant at hand, as it is now; undefined before one is chosen, and after it was taken away. */
  get acting(): Post | undefined {
    const { grant } = this.ctx.oidc;
    const chosen = grant && postOf(grant);
    return this.holder.posts.find(({ id }) => id === chosen);
  }

  claims = (): AccountClaims => {
    const { acting } = this;
    return {
      sub: this.accountId,
      name: this.holder.name,
      ...(acting ? { role: acting.role, org: acting.organisation, org_name: acting.organisationName, post: acting.id } : {}),
    };
  };
}

/** Which scope gives which claims about the person, at userinfo and in the ID token. */
export const claimsByScope = {
  openid: ['sub', 'acr', 'amr'],
  profile: ['name', 'role', 'org', 'org_name', 'post'],
  email: ['email', 'email_verified'],
};

/** Looks the person up anew each time, so that whoever has left, lost the post they act in, or walked away from the screen gets no further token. */
export const findAccount =
  (accounts: Accounts, sessions: SignInSessions): FindAccount =>
  async (ctx, person, token) => {
    const holder = await accounts.holder(person, ctx.oidc.client?.clientId);
    if (!holder) return undefined;
    const uid = (token as { sessionUid?: string } | undefined)?.sessionUid;
    if (uid !== undefined && (await sessions.isIdle(uid, idleMinutesOf(holder)))) return undefined;
    const account = new PersonAccount(person, holder, ctx);
    return token && ctx.oidc.grant && !account.acting ? undefined : account;
  };

export const accountOf = (ctx: KoaContextWithOIDC): PersonAccount | undefined => ctx.oidc.account as PersonAccount | undefined;
