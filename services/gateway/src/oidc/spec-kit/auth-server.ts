import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { dataSource } from '@lianxue/persistence';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { createServer, type AddressInfo } from 'node:net';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { OwnSignIns, type Note } from '../../sign-ins/own-sign-ins.js';
import { AppPermissions } from '../app-permissions.js';
import type { RefusedCall } from '../../apps/refused-calls.js';
import { AppUses } from '../app-uses.js';
import { RefusedTokens } from '../refused-tokens.js';
import { Endings } from '../endings.js';
import { SignInSessions } from '../sign-in-sessions.js';
import type { ReadToken } from '../access-token.js';
import { ClientDirectory } from '../clients.js';
import { accessTokenKeys, firstKeys, type SigningKeys } from '../keys.js';
import { mountOidc, UnifiedAuth } from '../mount.js';
import { authorizationServer } from '../provider.js';
import { Reachable } from '@lianxue/wire';
import { RelyingParty } from '../upstream/relying-party.js';
import { SignInLimits } from '../sign-in-limits.js';
import { TellingApps } from '../telling-apps.js';
import { OidcState, type Statements } from '../state.js';
import { LandingController } from '../../pages/landing.controller.js';
import { EDGE_SETTINGS } from '../../settings.js';
import { Logos } from '../../sub-platforms/logos.js';
import { SubPlatformController } from '../../sub-platforms/sub-platform.controller.js';
import { logo } from './logo.js';
import { SubPlatforms } from '../../sub-platforms/sub-platforms.js';
import type { KnownAccounts } from './known-accounts.js';

/** Unified auth on its own port, over a real database, with the people and apps of a test. */
export interface AuthServer {
  /** What it believes to be its address. */
  readonly origin: string;
  /** Where it listens. */
  readonly address: string;
  readonly issuer: string;
  readonly state: OidcState;
  readonly clients: ClientDirectory;
  readonly keys: SigningKeys;
  /** Goes on with other keys, the signing ones first. */
  renew(keys: SigningKeys): void;
  /** What people see and end of their own. */
  readonly own: OwnSignIns;
  /** What was noted in the audit trail. */
  readonly noted: { readonly subject: string; readonly what: string; readonly entity: string }[];
  readonly endings: Endings;
  readonly uses: AppUses;
  /** What was sent of the use of apps. */
  readonly counted: { readonly client: string; readonly organisation: string; readonly uses: number }[];
  /** What apps were refused where they ask for tokens. */
  readonly refused: readonly RefusedCall[];
  query<R>(text: string, values?: unknown[]): Promise<R[]>;
  /** All that is written down. */
  rows(): Promise<unknown[]>;
  close(): Promise<void>;
}

@Module({})
class Edge {}

export async function authServer(databaseUrl: string, accounts: KnownAccounts, publicOrigin?: string): Promise<AuthServer> {
  const source = await dataSource(databaseUrl, 'gateway', []).initialize();
  const state = new OidcState((source.driver as PostgresDriver).master as Statements);
  const sessions = new SignInSessions((source.driver as PostgresDriver).master as Statements);
  const permissions = new AppPermissions((source.driver as PostgresDriver).master as Statements);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const origin = publicOrigin ?? address;
  const issuer = `${origin}/oidc`;
  const clients = new ClientDirectory(accounts);
  const keys = await firstKeys({ keep: (_name, make) => make() });
  const grantRevoked = (grant: string) => void accounts.revoke('session', grant);
  const telling = new TellingApps();
  const counted: AuthServer['counted'] = [];
  const uses = new AppUses(async (batch) => void counted.push(...batch.uses), { now: () => new Date() });
  const refused: RefusedCall[] = [];
  const refusals = new RefusedTokens((call) => void refused.push(call), clients);
  const providerWith = (keys: SigningKeys) =>
    authorizationServer({
      issuer,
      keys,
      state,
      sessions,
      permissions,
      accounts,
      clients,
      telling,
      uses,
      refusals,
      cookieSecret: 'cookie secret of the test',
      grantRevoked,
      readToken: readerOf(issuer, keys),
    });
  const subPlatforms = new SubPlatforms((source.driver as PostgresDriver).master as ConstructorParameters<typeof SubPlatforms>[0]);
  const relyingParty = new RelyingParty(accounts, new Reachable(['127.0.0.0/8', '::1/128']), new URL(origin));
  const auth = new UnifiedAuth(
    providerWith(keys),
    accounts,
    permissions,
    new SignInLimits('browser secret of the test'),
    'form secret of the test',
    new URL(origin),
    subPlatforms,
    relyingParty,
  );
  const edge = {
    module: Edge,
    controllers: [LandingController, SubPlatformController],
    providers: [
      { provide: UnifiedAuth, useValue: auth },
      { provide: SubPlatforms, useValue: subPlatforms },
      { provide: Logos, useValue: new Logos(async () => logo) },
      { provide: EDGE_SETTINGS, useValue: { origin } },
    ],
  };
  const app = await NestFactory.create<NestFastifyApplication>(edge, new FastifyAdapter(), { logger: ['error', 'warn'] });
  await mountOidc(app);
  await app.listen(port, '127.0.0.1');
  const close = async () => {
    await app.close();
    await relyingParty.onApplicationShutdown();
    await source.destroy();
  };
  const endings = new Endings(accounts, clients, state, telling);
  const noted: AuthServer['noted'] = [];
  const note: Note = async ({ caller }, what, entity) => void noted.push({ subject: caller.subject, what, entity });
  const own = new OwnSignIns(sessions, permissions, state, accounts, clients, endings, note);
  const query = <R>(text: string, values: unknown[] = []) => source.query<R[]>(text, values);
  const rows = () => source.query<unknown[]>('select * from oidc_state');
  return {
    origin,
    address,
    issuer,
    state,
    clients,
    keys,
    own,
    endings,
    uses,
    counted,
    refused,
    noted,
    renew: (keys) => auth.renew(providerWith(keys)),
    query,
    rows,
    close,
  };
}

/** Reads tokens without the wire, which a test of unified auth alone has not. */
function readerOf(issuer: string, keys: SigningKeys): ReadToken {
  const keySet = createLocalJWKSet({ keys: accessTokenKeys(keys) });
  const options = { issuer, audience: 'urn:lianxue:api', typ: 'at+jwt', algorithms: ['ES256'] };
  return (token) =>
    jwtVerify(token, keySet, options).then(
      ({ payload }) => payload,
      () => undefined,
    );
}

/** A port that was free a moment ago; the issuer must be known before listening. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
