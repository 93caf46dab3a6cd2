import type { AllClientMetadata } from 'oidc-provider';
import type { Accounts, ClientRecord } from './accounts.js';
import { keptSecrets } from './client-secret.js';

/** An answer of identity's is believed for a minute at most; the revocation broadcast drops it sooner. */
const believedMs = 60_000;
/** An unknown client is not asked for again for this long, so that guesses at the token endpoint do not become calls. */
const missedMs = 5_000;
/** More apps than a province has; a guesser cannot fill the memory. */
const capacity = 10_000;

interface Entry {
  readonly until: number;
  readonly record: Promise<ClientRecord | undefined>;
}

/** The apps as oidc-provider reads them, asked from identity and remembered briefly. A suspended app is as good as unknown. */
export class ClientDirectory {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly accounts: Accounts) {}

  async metadata(clientId: string): Promise<AllClientMetadata | undefined> {
    const record = await this.known(clientId);
    return record && metadataOf(record);
  }

  /** The app as identity described it: the same object as long as that is believed. */
  async known(clientId: string): Promise<ClientRecord | undefined> {
    const record = await this.record(clientId);
    return record?.suspended ? undefined : record;
  }

  /** The app, also while it is suspended. */
  registered(clientId: string): Promise<ClientRecord | undefined> {
    return this.record(clientId);
  }

  drop(clientId: string): void {
    this.entries.delete(clientId);
  }

  private record(clientId: string): Promise<ClientRecord | undefined> {
    const entry = this.entries.get(clientId);
    if (entry && entry.until > Date.now()) return entry.record;
    this.entries.delete(clientId);
    if (this.entries.size >= capacity) this.entries.delete(this.entries.keys().next().value!);
    const record = this.ask(clientId);
    this.entries.set(clientId, { until: Date.now() + believedMs, record });
    return record;
  }

  private async ask(clientId: string): Promise<ClientRecord | undefined> {
    try {
      const record = await this.accounts.client(clientId);
      if (!record) this.entries.set(clientId, { until: Date.now() + missedMs, record: Promise.resolve(undefined) });
      return record;
    } catch (error) {
      this.entries.delete(clientId);
      throw error;
    }
  }
}

/** `client_secret` holds the salted hash: oidc-provider wants one to be there, and only {@link secretMatches} ever looks at it. */
function metadataOf(record: ClientRecord): AllClientMetadata {
  const browser = record.grants.includes('authorization_code');
  return {
    client_id: record.clientId,
    client_name: record.name,
    ...proofOf(record),
    grant_types: [...record.grants],
    response_types: browser ? ['code'] : [],
    redirect_uris: browser ? [...record.redirectUris] : [],
    post_logout_redirect_uris: [...record.postLogoutRedirectUris],
    ...(record.backchannelLogoutUri
      ? { backchannel_logout_uri: record.backchannelLogoutUri, backchannel_logout_session_required: true }
      : {}),
    first_party: record.firstParty,
    api_scopes: [...record.scopes],
    ...(record.quota ? { quota: record.quota } : {}),
    ...(record.sandbox ? { sandbox: record.sandbox } : {}),
  };
}

/** How the app proves who it is: by signed assertions where it registered keys, by its secret, or, a public one, not at all. */
function proofOf({ jwks, secretHash, oldSecret, public: open }: ClientRecord): AllClientMetadata {
  if (open) return { token_endpoint_auth_method: 'none' };
  if (jwks) return { token_endpoint_auth_method: 'private_key_jwt', jwks };
  return {
    token_endpoint_auth_method: 'client_secret_basic',
    ...(secretHash ? { client_secret: keptSecrets(secretHash, oldSecret) } : {}),
  };
}
