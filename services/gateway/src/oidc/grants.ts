import { interactionPolicy, type Client, type Grant, type KoaContextWithOIDC } from 'oidc-provider';
import { actAs, fitting, lastPostOf, postOf, rememberPost, settledPost, wishOf } from './acting-post.js';
import type { AppPermissions } from './app-permissions.js';
import { idleMinutesOf } from './noticing.js';
import { acr, asksTwoFactors } from './passage.js';
import { accountOf, type PersonAccount } from './person-account.js';
import type { SignInSessions } from './sign-in-sessions.js';

/** The platform's own apps need no consent. */
export const isFirstParty = (client: Client): boolean => client['first_party'] === true;

/**
 * The grant this request goes on with. A grant is for one post: acting in another 切换身份 is another grant with the same
 * permissions, so that what was given for the first post stays with it.
 */
export async function grantFor(ctx: KoaContextWithOIDC, permissions: AppPermissions): Promise<Grant | undefined> {
  const { client, session, provider, result } = ctx.oidc;
  const account = accountOf(ctx);
  if (!account || !client || !session || ctx.oidc.promptPending('select_account')) return undefined;
  const known = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const found = known ? await provider.Grant.find(known) : undefined;
  const before = found?.accountId === account.accountId ? found : undefined;
  const post = settledPost(account.holder.posts, wishOf(ctx), {
    chosen: chosenPost(result),
    granted: before && postOf(before),
    last: lastPostOf(session),
  });
  if (!post) return undefined;
  if (lastPostOf(session) !== post.id) rememberPost(session, post.id);
  const fits = before && postOf(before) === post.id && (holdsOffline(before) || !asksOffline(ctx));
  const grant = fits ? before : forPost(ctx, account.accountId, post.id, before);
  const widened = isFirstParty(client)
    ? grantAsked(ctx, grant, undefined)
    : grantAsked(ctx, grant, await permissions.allowed(account.accountId, client.clientId, post.id));
  if (grant !== before || widened) await grant.save();
  return grant;
}

/** Whether the app wants to go on after the person left; such a grant lives longer, from its beginning. */
export const asksOffline = (ctx: KoaContextWithOIDC): boolean => ctx.oidc.requestParamScopes.has('offline_access');
const holdsOffline = (grant: Grant): boolean => grant.getOIDCScope().split(' ').includes('offline_access');

/** Asks the person to choose when it is not settled in which post they act. Apps ask for it by `prompt=select_account`. */
function choosePost(): interactionPolicy.Prompt {
  return new interactionPolicy.Prompt(
    { name: 'select_account', requestable: true },
    (ctx) => ({ posts: accountOf(ctx)?.holder.posts.length ? fitting(accountOf(ctx)!.holder.posts, wishOf(ctx)).map(({ id }) => id) : [] }),
    new interactionPolicy.Check(
      'post_unsettled',
      'the person must choose a post to act in',
      ({ oidc: { grant } }) => !grant || !postOf(grant),
    ),
  );
}

/** Sign in, choose the post, consent: the order in which a person is asked. */
export function policy(sessions: SignInSessions): interactionPolicy.DefaultPolicy {
  const prompts = interactionPolicy.base();
  const gone = new interactionPolicy.Check(
    'account_gone',
    'the person cannot sign in any more',
    'login_required',
    ({ oidc: { session, account } }) => Boolean(session?.accountId && !account),
  );
  const factors = new interactionPolicy.Check(
    'two_factors',
    'the app asks for two factors',
    'login_required',
    ({ oidc: { session, params = {} } }) => asksTwoFactors({ params }) && session?.acr !== acr.two,
  );
  const idle = new interactionPolicy.Check('session_idle', 'nobody used this sign-in for long', 'login_required', async ({ oidc }) => {
    const { session, result } = oidc;
    const holder = (oidc.account as PersonAccount | undefined)?.holder;
    if (!session?.accountId || !holder || result?.login) return false;
    return sessions.isIdle(session.uid, idleMinutesOf(holder));
  });
  prompts.get('login')!.checks.add(gone);
  prompts.get('login')!.checks.add(idle);
  prompts.get('login')!.checks.add(factors);
  prompts.add(choosePost(), 1);
  return prompts;
}

/** Grants what was asked for, as far as it is allowed without asking the person, and says whether that was more than before. */
function grantAsked(ctx: KoaContextWithOIDC, grant: Grant, allowed: readonly string[] | undefined): boolean {
  const { requestParamOIDCScopes, requestParamScopes, resourceServers = {} } = ctx.oidc;
  const before = JSON.stringify([grant.openid, grant.resources]);
  const may = (scope: string) => allowed === undefined || allowed.includes(scope);
  const openid = [...requestParamOIDCScopes].filter(may);
  if (openid.length > 0) grant.addOIDCScope(openid);
  for (const [resource, { scopes }] of Object.entries(resourceServers)) {
    const asked = [...requestParamScopes].filter((scope) => scopes.has(scope) && may(scope));
    if (asked.length > 0) grant.addResourceScope(resource, asked);
  }
  return JSON.stringify([grant.openid, grant.resources]) !== before;
}

function forPost(ctx: KoaContextWithOIDC, accountId: string, post: string, before: Grant | undefined): Grant {
  const grant = new ctx.oidc.provider.Grant({ accountId, clientId: ctx.oidc.client!.clientId });
  if (before?.openid) grant.openid = { ...before.openid };
  if (before?.resources) grant.resources = { ...before.resources };
  actAs(grant, post);
  return grant;
}

const chosenPost = (result: KoaContextWithOIDC['oidc']['result']): string | undefined => {
  const { post } = (result?.['select_account'] ?? {}) as { post?: unknown };
  return typeof post === 'string' ? post : undefined;
};
