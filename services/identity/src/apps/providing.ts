import {
  appFacts,
  AppIncomplete,
  appLife,
  AppMisplaced,
  AppPublic,
  AppRedirectInvalid,
  AppSettled,
  AppUnknown,
  assertThat,
  CLOCK,
  isWithinProfile,
  noPapers,
  OrganisationClosed,
  OrganisationUnknown,
  type Call,
  type Clock,
  type FieldProfileName,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { given } from '../given.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { isAuthority } from '../organisations/placing.js';
import { Revocations, type Revoked } from '../signing-in/revocations.js';
import { turn } from '../vendors/desk.js';
import { App, type ScopeGiven } from './app.entity.js';
import { carryOut, isReviewed, proposalOf, together } from './proposing.js';
import { hashSecret, newClientId, newSecret } from './client-secrets.js';

/** So long may an old secret still open. */
const longestOverlapMs = 7 * 24 * 3600_000;

/** An app and the secret that is shown this once; null for a public client. */
export interface WithSecret {
  readonly app: App;
  readonly clientSecret: string | null;
}

/** Apps by those who provide them, and their suspension by the authority above. */
@Injectable()
export class Providing {
  constructor(
    private readonly store: Store,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  register({ id, papers = {}, ...input }: InputOf<typeof identity.registerApp>, call: Call): Promise<WithSecret> {
    return this.store.commit(call, async (work) => {
      const provider = await work.one(OrganisationRecord, input.organisation, OrganisationUnknown);
      assertThat(provider.state === 'open', OrganisationClosed);
      assertThat(provider.kind === 'vendor' || isAuthority(provider.kind), AppMisplaced);
      const clientSecret = input.public || input.jwks ? null : newSecret();
      const app = Object.assign(new App(), input, {
        id: id ?? newId(),
        profile: input.profile ?? 'statistics',
        clientId: newClientId(),
        secretHash: clientSecret && hashSecret(clientSecret),
        papers: { ...noPapers, ...given(papers) },
        authority: provider.kind === 'vendor' ? provider.parent : provider.id,
      });
      // Whoever answers for an app in front of the schools may list it without being asked by a vendor.
      if (call.caller.role === 'vendor') Object.assign(app, { entered: 'vendor', state: 'draft' });
      turn(app, 'register', call, this.clock.now());
      refuseUnusable(app);
      const kept = await work.insert(app, appFacts.registered, sameApp(app));
      return { app: kept, clientSecret: kept === app ? clientSecret : null };
    });
  }

  change({ appId, ...changes }: InputOf<typeof identity.changeApp>, call: Call): Promise<App> {
    return this.revocations.commit(call, async (work, revoke) => {
      const app = await changeable(appId, work);
      refuseSilentGrowth(app, changes, call);
      const proposal = isReviewed(app, call) ? proposalOf(app, changes) : null;
      if (proposal) {
        app.proposed = together(app.proposed, proposal);
        refuseUnusable(carryOut(Object.assign(new App(), app), app.proposed));
        turn(app, 'propose', call, this.clock.now());
      }
      const waits = new Set(Object.keys(proposal ?? {}));
      const {
        jwks,
        papers = {},
        ...others
      } = Object.fromEntries(Object.entries(changes).filter(([field]) => !waits.has(field))) as typeof changes;
      Object.assign(app, given(others), { papers: { ...app.papers, ...given(papers) } });
      // Who signs needs no secret any more; who wants to stop signing renews the secret.
      if (jwks) Object.assign(app, { jwks, secretHash: null, oldSecretHash: null, oldSecretUntil: null });
      refuseUnusable(app);
      // What the authorization server remembers of the app, and tokens with more than it may have now, end here.
      revoke({ kind: 'client', value: app.clientId, keepsTokens: proposal !== null });
      return work.update(app, proposal ? appFacts.proposed : appFacts.changed);
    });
  }

  /** A new secret; the old one opens for a while longer unless it is to stop at once. */
  renewSecret({ appId, immediately, oldStopsAt }: InputOf<typeof identity.renewSecret>, call: Call): Promise<WithSecret> {
    return this.revocations.commit(call, async (work, revoke) => {
      const app = await changeable(appId, work);
      assertThat(!app.public, AppPublic);
      const clientSecret = newSecret();
      const latest = this.clock.now().getTime() + longestOverlapMs;
      const until = new Date(Math.min(latest, oldStopsAt === undefined ? latest : Date.parse(oldStopsAt)));
      const overlap = immediately ? null : app.secretHash;
      Object.assign(app, { oldSecretHash: overlap, oldSecretUntil: overlap && until, secretHash: hashSecret(clientSecret), jwks: null });
      // In either case the authorization server forgets what it remembers of the app.
      revoke({ kind: 'client', value: app.clientId, keepsTokens: overlap !== null });
      return { app: await work.update(app, appFacts.changed), clientSecret };
    });
  }

  suspend(appId: string, call: Call): Promise<App> {
    return this.revocations.commit(call, async (work, revoke) => {
      const app = await changeable(appId, work);
      app.state = appLife.after(app.state, 'suspend');
      turn(app, 'suspend', call, this.clock.now());
      revoke({ kind: 'client', value: app.clientId, forGood: true });
      await followInSandbox(app, 'suspended', work, revoke);
      return work.update(app, appFacts.suspended);
    });
  }

  resume(appId: string, call: Call): Promise<App> {
    return this.revocations.commit(call, async (work, revoke) => {
      const app = await changeable(appId, work);
      app.state = appLife.after(app.state, 'resume');
      turn(app, 'resume', call, this.clock.now());
      // So that the authorization server forgets that it was suspended.
      revoke({ kind: 'client', value: app.clientId });
      await followInSandbox(app, 'resumed', work, revoke);
      return work.update(app, appFacts.resumed);
    });
  }
}

/** The platform's own clients change with the platform, and those of sandboxes with their apps: neither by hand. */
export async function changeable(id: string, work: Work): Promise<App> {
  const app = await work.target(App, id, AppUnknown);
  assertThat(!app.firstParty && app.sandboxOf === null, AppUnknown);
  return app;
}

/** What is suspended, resumed or withdrawn is so in its sandbox too; withdrawn, until the sandbox is opened again. */
export async function followInSandbox(
  { id, state }: App,
  happened: 'suspended' | 'resumed' | 'withdrawn',
  work: Work,
  revoke: (revoked: Revoked) => void,
): Promise<void> {
  for (const client of await work.all(App, sql`t.sandbox_of = ${id}`)) {
    await work.update(Object.assign(client, { state }), appFacts[happened]);
    revoke({ kind: 'client', value: client.clientId, forGood: happened !== 'resumed' });
  }
}

/** A vendor does not widen what was vetted. */
function refuseSilentGrowth(
  { state, scopes, profile }: App,
  wanted: { readonly scopes?: readonly ScopeGiven[] | undefined; readonly profile?: FieldProfileName | undefined },
  { caller }: Call,
): void {
  const wider = wanted.profile && !isWithinProfile(wanted.profile, profile) ? [wanted.profile] : [];
  const more = [...(wanted.scopes ?? []).filter((scope) => !scopes.includes(scope)), ...wider];
  assertThat(caller.role !== 'vendor' || state === 'draft' || more.length === 0, AppSettled, { scopes: more });
}

const sameApp = (app: App) => (existing: App) =>
  existing.organisation === app.organisation && existing.name === app.name && existing.public === app.public;

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

export function refuseUnusable({ grants, redirectUris, postLogoutRedirectUris, backchannelLogoutUri, public: isPublic, jwks }: App): void {
  // The last of these is called by the gateway itself, which calls its own machine only where the whole platform is on one.
  for (const uri of [...redirectUris, ...postLogoutRedirectUris, ...(backchannelLogoutUri === null ? [] : [backchannelLogoutUri])]) {
    const { protocol, hostname, hash } = new URL(uri);
    assertThat((protocol === 'https:' || loopback.has(hostname)) && !hash, AppRedirectInvalid, { uri });
  }
  const missing = [];
  if (grants.includes('authorization_code') && redirectUris.length === 0) missing.push('redirectUris');
  // Only a sign-in of a person is renewed: by browser, or confirmed for a device.
  if (
    grants.includes('refresh_token') &&
    !grants.includes('authorization_code') &&
    !grants.includes('urn:ietf:params:oauth:grant-type:device_code')
  )
    missing.push('grants.authorization_code');
  // A program without a person proves itself by a secret or a key; a public client has neither.
  if (isPublic && grants.includes('client_credentials')) missing.push('clientSecret');
  if (isPublic && jwks) missing.push('public: false');
  assertThat(missing.length === 0, AppIncomplete, { missing });
}
