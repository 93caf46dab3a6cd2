import { scopes as apiScopes } from '@lianxue/contracts';
import type { JWTPayload } from 'jose';
import {
  errors,
  type AccessToken,
  type Client,
  type KoaContextWithOIDC,
  type Provider,
  type ResourceServer,
  type UnknownObject,
} from 'oidc-provider';
import { accountOf } from './person-account.js';

/** The audience of every access token. */
export const api = 'urn:lianxue:api';

/** Seconds. Rights change within seconds by revocation; this bounds what a lost revocation could leave open. */
export const accessTokenSeconds = 600;

/** What OpenID Connect itself defines; an access token carries them for userinfo. */
const openidScopes = ['openid', 'profile', 'email'];

/** The API as a resource server for this client: it may ask for what it was granted, nothing else exists for it. */
export function apiFor(ctx: KoaContextWithOIDC, resource: string, client: Client): ResourceServer {
  if (resource !== api) throw new errors.InvalidTarget();
  const granted = client['api_scopes'] as readonly string[];
  const params = ctx.oidc.params ?? {};
  const withoutPerson = params['grant_type'] === 'client_credentials';
  const scope = [...(withoutPerson ? [] : openidScopes), ...granted.filter((each) => each in apiScopes)].join(' ');
  // A program that names no scope means all it was granted (RFC 6749 §3.3); a person consents to what is named.
  if (withoutPerson && params['scope'] === undefined) params['scope'] = scope || undefined;
  return {
    scope,
    audience: api,
    accessTokenTTL: accessTokenSeconds,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'ES256' } },
  };
}

/**
 * What our services read besides the standard claims: the millisecond of issue (a revocation a moment earlier must not hit it),
 * and for a person the role, organisation and post they act in, whom they may read about, and the sign-in it belongs to.
 */
export function extraClaims(ctx: KoaContextWithOIDC, token: AccessToken | { kind: string }): UnknownObject {
  const sandbox = ctx.oidc.client?.['sandbox'] as { readonly app: string; readonly organisations: readonly string[] } | undefined;
  const quota = ctx.oidc.client?.['quota'] as { readonly requestsPerMinute: number; readonly pageSize: number } | undefined;
  const issued = {
    issued_ms: Date.now(),
    ...(sandbox && { sandbox: sandbox.app }),
    ...(quota && { quota: [quota.requestsPerMinute, quota.pageSize] }),
  };
  if (token.kind !== 'AccessToken') return issued;
  const acting = accountOf(ctx)?.acting;
  if (!acting) throw new errors.InvalidGrant('the post was taken away');
  const { role, organisation, id, about } = acting;
  // A program that is being tried out is no place for real people.
  if (sandbox && !sandbox.organisations.includes(organisation)) throw new errors.InvalidGrant('only people of the sandbox sign in here');
  return { ...issued, role, org: organisation, post: id, sid: (token as AccessToken).grantId, ...(about.length > 0 ? { about } : {}) };
}

/** The claims of an access token that holds at this moment, by the same strict reading as everywhere; undefined for any other. */
export type ReadToken = (token: string) => Promise<JWTPayload | undefined>;

/**
 * Lets the userinfo endpoint take our signed access tokens: oidc-provider looks only for tokens it stored, and these are not.
 * What it checks afterwards (scope, app, person, grant) stays its own.
 */
export function acceptSignedTokens(provider: Provider, read: ReadToken): void {
  const { AccessToken: Tokens } = provider;
  Tokens.find = (async (value: string) => {
    const payload = await read(value);
    return payload?.['sid'] ? stored(Tokens, payload) : undefined;
  }) as typeof Tokens.find;
}

/** The token as if it had been stored; without its audience, which oidc-provider takes for “not for userinfo”. */
function stored(Tokens: Provider['AccessToken'], payload: JWTPayload): AccessToken {
  const { sub: accountId, client_id: clientId, sid: grantId, scope, jti, iat, exp } = payload;
  return new Tokens({ accountId, clientId, grantId, scope, jti, iat, exp } as never);
}
