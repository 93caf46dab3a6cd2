import { Module } from '@nestjs/common';
import { CLOCK, identity, VAULT, type Clock, type Vault } from '@lianxue/contracts';
import { Sealer, Store } from '@lianxue/persistence';
import { Clients, NatsLink, publishKeys, Reachable, Revocations, TokenVerifier } from '@lianxue/wire';
import { decodeJwt } from 'jose';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { Accounts } from './accounts.js';
import { AppPermissions } from './app-permissions.js';
import { AppUses } from './app-uses.js';
import { ClientDirectory } from './clients.js';
import { Endings } from './endings.js';
import { IdentityAccounts } from './identity-accounts.js';
import { KeyRotation } from './key-rotation.js';
import { KeyWatch } from './key-watch.js';
import { accessTokenKeys, firstKeys, type SigningKeys } from './keys.js';
import { UnifiedAuth } from './mount.js';
import { authorizationServer } from './provider.js';
import { OwnSignIns, type Note } from '../sign-ins/own-sign-ins.js';
import { SignInsHandlers } from '../sign-ins/sign-ins.handlers.js';
import { RefusedCalls } from '../apps/refused-calls.js';
import { RefusedTokens } from './refused-tokens.js';
import { ReplacingKeys } from './replacing-keys.js';
import { SigningKeysHandlers } from '../sign-ins/signing-keys.handlers.js';
import { SignInLimits } from './sign-in-limits.js';
import { SignInSessions } from './sign-in-sessions.js';
import { TellingApps } from './telling-apps.js';
import { OidcState, type Statements } from './state.js';
import { SubPlatforms } from '../sub-platforms/sub-platforms.js';
import { RelyingParty } from './upstream/relying-party.js';
import { StateSweep } from './state-sweep.js';

const RUNNING = Symbol('lianxue.unifiedAuth');

/** What unified auth signs cookies, forms and browser proofs with; made once, kept sealed, shared by replicas. */
const secret = (vault: Vault, purpose: string) => vault.keep(`oidc.${purpose}`, async () => randomBytes(32).toString('base64url'));

/** Audit entries of what is no row of ours: sessions and permissions, which oidc-provider and plain tables keep. */
const noteIn =
  (store: Store): Note =>
  (call, what, entity, details) =>
    store.commit({ ...call, idempotencyKey: undefined }, async (work) => work.note(what, entity, details));

/** Unified auth 统一认证: OpenID Connect, with identity answering who people and apps are. */
@Module({
  controllers: [SignInsHandlers, SigningKeysHandlers],
  providers: [
    {
      provide: OidcState,
      useFactory: (source: DataSource) => new OidcState((source.driver as PostgresDriver).master as Statements),
      inject: [DataSource],
    },
    {
      provide: SignInSessions,
      useFactory: (source: DataSource) => new SignInSessions((source.driver as PostgresDriver).master as Statements),
      inject: [DataSource],
    },
    {
      provide: AppPermissions,
      useFactory: (source: DataSource) => new AppPermissions((source.driver as PostgresDriver).master as Statements),
      inject: [DataSource],
    },
    {
      provide: OwnSignIns,
      useFactory: (
        sessions: SignInSessions,
        permissions: AppPermissions,
        state: OidcState,
        accounts: Accounts,
        clients: ClientDirectory,
        endings: Endings,
        store: Store,
      ) => new OwnSignIns(sessions, permissions, state, accounts, clients, endings, noteIn(store)),
      inject: [SignInSessions, AppPermissions, OidcState, Accounts, ClientDirectory, Endings, Store],
    },
    { provide: Accounts, useFactory: (clients: Clients) => new IdentityAccounts(clients), inject: [Clients] },
    { provide: ClientDirectory, useFactory: (accounts: Accounts) => new ClientDirectory(accounts), inject: [Accounts] },
    {
      provide: Endings,
      useFactory: (accounts: Accounts, clients: ClientDirectory, state: OidcState, telling: TellingApps) =>
        new Endings(accounts, clients, state, telling),
      inject: [Accounts, ClientDirectory, OidcState, TellingApps],
    },
    TellingApps,
    {
      provide: AppUses,
      useFactory: (clients: Clients, clock: Clock) => new AppUses((batch) => clients.of(identity).noteAppUses(batch), clock),
      inject: [Clients, CLOCK],
    },
    {
      provide: RefusedTokens,
      useFactory: (refused: RefusedCalls, clients: ClientDirectory) => new RefusedTokens((call) => refused.add(call), clients),
      inject: [RefusedCalls, ClientDirectory],
    },
    {
      provide: RelyingParty,
      useFactory: (accounts: Accounts, { webhookAddresses, origin }: EdgeSettings) =>
        new RelyingParty(accounts, new Reachable(webhookAddresses), new URL(origin)),
      inject: [Accounts, EDGE_SETTINGS],
    },
    {
      provide: StateSweep,
      useFactory: (state: OidcState, sessions: SignInSessions) => new StateSweep(state, sessions),
      inject: [OidcState, SignInSessions],
    },
    {
      provide: KeyRotation,
      useFactory: (source: DataSource, sealer: Sealer, clock: Clock) =>
        new KeyRotation((source.driver as PostgresDriver).master as Statements, sealer, clock),
      inject: [DataSource, Sealer, CLOCK],
    },
    { provide: UnifiedAuth, useFactory: ({ auth }: { auth: UnifiedAuth }) => auth, inject: [RUNNING] },
    {
      provide: ReplacingKeys,
      useFactory: (rotation: KeyRotation, watch: KeyWatch, store: Store) => new ReplacingKeys(rotation, watch, store),
      inject: [KeyRotation, KeyWatch, Store],
    },
    { provide: KeyWatch, useFactory: ({ watch }: { watch: KeyWatch }) => watch, inject: [RUNNING] },
    {
      provide: RUNNING,
      useFactory: unifiedAuth,
      inject: [
        EDGE_SETTINGS,
        VAULT,
        KeyRotation,
        OidcState,
        SignInSessions,
        AppPermissions,
        Accounts,
        ClientDirectory,
        Endings,
        NatsLink,
        Revocations,
        TokenVerifier,
        SubPlatforms,
        RelyingParty,
        TellingApps,
        AppUses,
        RefusedTokens,
      ],
    },
  ],
  exports: [UnifiedAuth],
})
export class OidcModule {}

async function unifiedAuth(
  { origin }: EdgeSettings,
  vault: Vault,
  rotation: KeyRotation,
  state: OidcState,
  sessions: SignInSessions,
  permissions: AppPermissions,
  accounts: Accounts,
  clients: ClientDirectory,
  endings: Endings,
  link: NatsLink,
  revocations: Revocations,
  verifier: TokenVerifier,
  subPlatforms: SubPlatforms,
  relyingParty: RelyingParty,
  telling: TellingApps,
  uses: AppUses,
  refusals: RefusedTokens,
): Promise<{ auth: UnifiedAuth; watch: KeyWatch }> {
  const issuer = `${origin}/oidc`;
  await rotation.begin(await firstKeys(vault));
  let keys = await rotation.now();
  const cookieSecret = await secret(vault, 'cookies');
  const grantRevoked = (grant: string) => endings.report(grant);
  // A token revoked, of a wrong shape, or written in a second way is none; that nobody can tell just now is no reason to take it.
  const readToken = (token: string) =>
    verifier.verify(token, { atEdge: true }).then(
      () => decodeJwt(token),
      () => undefined,
    );
  const providerWith = (keys: SigningKeys) =>
    authorizationServer({
      issuer,
      keys,
      state,
      sessions,
      permissions,
      accounts,
      clients,
      cookieSecret,
      telling,
      uses,
      refusals,
      grantRevoked,
      readToken,
    });
  const published = publishKeys(link, () => ({ issuer, keys: accessTokenKeys(keys) }));
  revocations.onRevoked((revocation) => endings.heard(revocation));
  const auth = new UnifiedAuth(
    providerWith(keys),
    accounts,
    permissions,
    new SignInLimits(await secret(vault, 'browsers')),
    await secret(vault, 'forms'),
    new URL(origin),
    subPlatforms,
    relyingParty,
  );
  const watch = new KeyWatch(rotation, keys, (changed) => {
    keys = changed;
    auth.renew(providerWith(changed));
    published.announce();
  });
  return { auth, watch };
}
