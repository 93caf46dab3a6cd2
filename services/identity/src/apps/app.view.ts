import { appLife, defaultQuota, inBeijing, selectionLife, type Caller } from '@lianxue/contracts';
import { filingView } from '../filings/filing.js';
import { deskOf } from '../vendors/desk.js';
import type { App } from './app.entity.js';
import type { Selection } from './selection.entity.js';

/** In which states whose turn it is. */
const turns = { draft: 'vendor', integrating: 'vendor', submitted: 'systemAdmin', accepting: 'systemAdmin' } as const;

function desk({ state, organisation, authority, deskSince, proposed }: App) {
  const role = proposed ? 'systemAdmin' : state in turns ? turns[state as keyof typeof turns] : undefined;
  return role ? deskOf(role, role === 'vendor' ? organisation : (authority ?? organisation), deskSince) : null;
}

export const appView = (row: App, caller: Caller, now: Date) => ({
  id: row.id,
  version: row.version,
  createdAt: inBeijing(row.createdAt),
  updatedAt: inBeijing(row.updatedAt),
  clientId: row.clientId,
  name: row.name,
  organisation: row.organisation,
  public: row.public,
  firstParty: row.firstParty,
  grants: row.grants,
  scopes: row.scopes,
  profile: row.profile,
  redirectUris: row.redirectUris,
  postLogoutRedirectUris: row.postLogoutRedirectUris,
  backchannelLogoutUri: row.backchannelLogoutUri,
  jwks: row.jwks,
  papers: row.papers,
  filing: filingView(row, now),
  quota: row.quota ?? defaultQuota,
  oldSecretStopsAt: row.oldSecretUntil && row.oldSecretUntil > now ? inBeijing(row.oldSecretUntil) : null,
  proposed: row.proposed,
  missing: row.missing,
  entered: row.entered,
  state: row.state,
  desk: desk(row),
  round: row.round,
  reasons: row.reasons,
  history: row.history,
  moves: row.firstParty ? [] : appLife.movesFor(row.state, caller),
});

export const offeredView = ({ id, clientId, name, scopes, profile }: App) => ({ id, clientId, name, scopes, profile });

export const selectionView = (row: Selection, caller: Caller, now: Date) => ({
  id: row.id,
  version: row.version,
  createdAt: inBeijing(row.createdAt),
  updatedAt: inBeijing(row.updatedAt),
  app: row.app,
  client: row.client,
  organisation: row.organisation,
  scopes: row.scopes,
  profile: row.profile,
  until: row.until && inBeijing(row.until),
  filing: filingView(row, now),
  active: row.holds && (row.until === null || row.until > now),
  moves: selectionLife.movesFor(row.state, caller),
});

/** What the authorization server needs to know of a client. */
export const clientView = (row: App, organisations: readonly string[]) => ({
  clientId: row.clientId,
  name: row.name,
  organisation: row.organisation,
  firstParty: row.firstParty,
  suspended: row.state !== 'listed',
  public: row.public,
  secretHash: row.secretHash,
  redirectUris: row.redirectUris,
  postLogoutRedirectUris: row.postLogoutRedirectUris,
  backchannelLogoutUri: row.backchannelLogoutUri,
  jwks: row.jwks,
  grants: row.grants,
  scopes: row.scopes,
  oldSecret: row.oldSecretHash && row.oldSecretUntil ? { hash: row.oldSecretHash, until: row.oldSecretUntil.toISOString() } : null,
  quota: row.quota,
  sandbox: row.sandboxOf === null ? null : { app: row.sandboxOf, organisations: [...organisations] },
});
