import { scopes as apiScopes } from '@lianxue/contracts';
import { Provider, type Adapter, type AllClientMetadata, type Client, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import {
  deviceCodePage,
  deviceConfirmPage,
  deviceDonePage,
  errorPage,
  signedOutPage,
  signOutPage,
} from '../pages/sign-in/provider-views.js';
import { acceptSignedTokens, accessTokenSeconds, api, apiFor, extraClaims, type ReadToken } from './access-token.js';
import type { Accounts, ClientRecord } from './accounts.js';
import type { AppUses } from './app-uses.js';
import type { RefusedTokens } from './refused-tokens.js';
import type { AppPermissions } from './app-permissions.js';
import { actingParameters } from './acting-post.js';
import { StateAdapter } from './adapter.js';
import { secretMatches } from './client-secret.js';
import type { ClientDirectory } from './clients.js';
import { asksOffline, grantFor, policy } from './grants.js';
import type { SigningKeys } from './keys.js';
import { noticeUse } from './noticing.js';
import { acr } from './passage.js';
import { claimsByScope, findAccount } from './person-account.js';
import type { SignInSessions } from './sign-in-sessions.js';
import type { OidcState } from './state.js';
import type { TellingApps } from './telling-apps.js';
import { subPlatformParameter } from './sub-platform-parameter.js';
import { unavailable } from './unavailable.js';

/** What the authorization server is made of. */
export interface Parts {
  readonly issuer: string;
  readonly keys: SigningKeys;
  readonly state: OidcState;
  readonly accounts: Accounts;
  readonly clients: ClientDirectory;
  readonly sessions: SignInSessions;
  readonly permissions: AppPermissions;
  readonly readToken: ReadToken;
  /** Signs cookies; shared by replicas. */
  readonly cookieSecret: string;
  readonly telling: TellingApps;
  readonly uses: AppUses;
  readonly refusals: RefusedTokens;
  /** Told when a grant ended before its time. */
  readonly grantRevoked: (grant: string) => void;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** One working day after signing in, however often apps ask: on a shared computer nobody inherits yesterday's sign-in. */
const signedInFor = 12 * hour;
/** Without `offline_access` a refresh token ends with the sign-in; with it, it is renewed at each use, for half a year in all. */
const offlineFor = 30 * day;

/** The authorization server: code flow with PKCE, client credentials, refresh, device flow; nothing that hands tokens to a browser's address bar. */
export function authorizationServer(parts: Parts): Provider {
  const { issuer, state, clients, cookieSecret } = parts;
  const revoke = async (grant: string) => {
    await Promise.all(
      ['RefreshToken', 'AuthorizationCode', 'DeviceCode']
        .map((model) => state.forgetGrant(model, grant))
        .concat(state.forget('Grant', grant)),
    );
    parts.grantRevoked(grant);
  };
  const provider = new Provider(issuer, {
    ...tokens(parts),
    ...flows(parts),
    ...(isLoopback(issuer) ? { fetch: plainFetch } : {}),
    adapter: (model) => (model === 'Client' ? clientReader(clients) : new StateAdapter(model, state, revoke)),
    cookies: {
      keys: [cookieSecret],
      names: { session: 'lianxue_session', interaction: 'lianxue_interaction', resume: 'lianxue_resume' },
      long: { httpOnly: true, sameSite: 'lax', signed: true, path: '/oidc' },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
  });
  provider.use(async (ctx, next) => {
    await next();
    // What programs may ask for is of resource servers to the library, which names only its own.
    if (ctx.oidc?.route === 'discovery') (ctx.body as { scopes_supported: string[] }).scopes_supported.push(...Object.keys(apiScopes));
  });
  provider.proxy = true; // The mount states origin and address itself, whatever a client sent.
  keepClients(provider, clients);
  provider.Client.prototype['compareClientSecret'] = function (this: Client, secret: string) {
    return secretMatches(secret, this.clientSecret ?? '');
  };
  remember(provider.Grant, 'post');
  remember(provider.Session, 'post');
  noticeUse(provider, parts.sessions);
  parts.telling.use(provider);
  parts.uses.of(provider);
  parts.refusals.of(provider);
  acceptSignedTokens(provider, parts.readToken);
  provider.on('grant.revoked', (_ctx, grant) => parts.grantRevoked(grant));
  provider.on('end_session.success', (ctx) => {
    const uid = ctx.oidc.session?.uid;
    if (uid && ctx.oidc.params?.['logout']) state.forgetUid('Session', uid).catch(() => {}); // The session itself is gone; this only clears a twin made by two tabs.
  });
  return provider;
}

/** What tokens hold, how they are signed and how long they live. */
const tokens = ({ keys, accounts, sessions }: Parts): Configuration => ({
  jwks: { keys: [...keys.keys] },
  enabledJWA: {
    idTokenSigningAlgValues: ['RS256', 'ES256'],
    clientAuthSigningAlgValues: ['ES256', 'PS256', 'RS256', 'EdDSA'],
    userinfoSigningAlgValues: ['RS256', 'ES256'],
    introspectionSigningAlgValues: ['RS256', 'ES256'],
  },
  findAccount: findAccount(accounts, sessions),
  claims: claimsByScope,
  acrValues: Object.values(acr),
  scopes: ['openid', 'offline_access'],
  extraTokenClaims: extraClaims,
  issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  expiresWithSession: (_ctx, source) => !source.scopes.has('offline_access'),
  rotateRefreshToken: true,
  ttl: {
    AccessToken: accessTokenSeconds,
    ClientCredentials: accessTokenSeconds,
    AuthorizationCode: minute,
    IdToken: hour,
    DeviceCode: 10 * minute,
    Interaction: hour,
    RefreshToken: (_ctx, token) => (token.scopes.has('offline_access') ? offlineFor : signedInFor),
    Grant: (ctx) => (asksOffline(ctx) ? 6 * offlineFor : day),
    Session: (_ctx, session) => Math.max(1, (session.loginTs ?? epoch()) + signedInFor - epoch()),
  },
});

/** Who may do what in which order, and the pages on the way. */
const flows = ({ sessions, permissions }: Parts): Configuration => ({
  clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  clientBasedCORS: (ctx, origin, client) =>
    origin !== 'null' &&
    (ctx.oidc.route === 'userinfo' || client.clientAuthMethod === 'none') &&
    (client.redirectUris ?? []).some((uri) => URL.parse(uri)?.origin === origin),
  extraClientMetadata: { properties: ['first_party', 'api_scopes', 'sandbox', 'quota'] },
  extraParams: [...actingParameters, subPlatformParameter],
  allowOmittingSingleRegisteredRedirectUri: false,
  responseTypes: ['code'],
  pkce: { required: () => true },
  loadExistingGrant: (ctx) => grantFor(ctx, permissions),
  interactions: { policy: policy(sessions), url: (_ctx, { uid }) => `/sign-in/${uid}` },
  discovery: { ui_locales_supported: ['zh-CN', 'en'], claims_locales_supported: ['zh-CN'] },
  renderError: errorPage,
  features: {
    devInteractions: { enabled: false },
    dPoP: { enabled: false }, // Our services would take a bound token as a plain one.
    clientCredentials: { enabled: true },
    introspection: { enabled: true, allowedPolicy: ownToken },
    revocation: { enabled: true, allowedPolicy: ownToken },
    backchannelLogout: { enabled: true },
    deviceFlow: {
      enabled: true,
      charset: 'base-20',
      mask: '****-****',
      userCodeInputSource: deviceCodePage,
      userCodeConfirmSource: deviceConfirmPage,
      successSource: deviceDonePage,
    },
    rpInitiatedLogout: { enabled: true, logoutSource: signOutPage, postLogoutSuccessSource: signedOutPage },
    resourceIndicators: { enabled: true, defaultResource: () => api, useGrantedResource: () => true, getResourceServerInfo: apiFor },
  },
});

/** Clients are read from identity and never written here. */
function clientReader(clients: ClientDirectory): Adapter {
  const never = async () => {
    throw new Error('Apps are registered with identity');
  };
  const find = async (id: string): Promise<AllClientMetadata | undefined> =>
    clients.metadata(id).catch((cause: unknown) => Promise.reject(unavailable(cause)));
  return { find, upsert: never, destroy: never, consume: never, revokeByGrantId: never, findByUid: never, findByUserCode: never };
}

/**
 * Keeps what the provider made of an app as long as its description is believed; otherwise it would write out and hash the
 * whole description at each token to find it again.
 */
function keepClients({ Client: Clients }: Provider, clients: ClientDirectory): void {
  const made = new WeakMap<ClientRecord, Client>();
  const make = Clients.find.bind(Clients);
  Clients.find = async (id) => {
    const record = await clients.known(id).catch((cause: unknown) => Promise.reject(unavailable(cause)));
    if (!record) return undefined;
    const client = made.get(record) ?? (await make(id));
    if (client) made.set(record, client);
    return client;
  };
}

/** An app may ask about its own tokens and give them back; what belongs to another does not exist for it. */
function ownToken(_ctx: KoaContextWithOIDC, client: Client, token: { clientId?: string | undefined }): boolean {
  return token.clientId === client.clientId;
}

const isLoopback = (issuer: string) => ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(issuer).hostname);

/** On one machine apps listen there too; oidc-provider's own way refuses to call private addresses. */
const plainFetch: NonNullable<Configuration['fetch']> = (url, options) => fetch(url, { ...options, dispatcher: undefined });

/** Adds to what oidc-provider writes down of a model. */
function remember(model: { IN_PAYLOAD: string[] }, field: string): void {
  const names = [...model.IN_PAYLOAD, field];
  Object.defineProperty(model, 'IN_PAYLOAD', { get: () => names });
}

const epoch = () => Math.floor(Date.now() / 1000);
