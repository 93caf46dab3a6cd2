import { refuse, SignInRefused } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { createHash, randomBytes } from 'node:crypto';
import { Accounts, type ClientRecord, type Holder, type Post, type RevocationKind, type SignedIn } from '../accounts.js';

export interface Account extends Holder {
  person: string;
  username: string;
  password: string;
  mustChangePassword: boolean;
  posts: Post[];
}

/** People and apps of a test, in memory: what identity would answer. */
export class KnownAccounts extends Accounts {
  readonly people: Account[] = [];
  readonly apps: ClientRecord[] = [];
  readonly revoked: { kind: RevocationKind; value: string }[] = [];

  person(username: string, posts: Post[], more: Partial<Account> = {}): Account {
    const account = {
      person: newId(),
      username,
      name: `${username}老师`,
      password: 'correct horse battery',
      mustChangePassword: false,
      posts,
      ...more,
    };
    this.people.push(account);
    return account;
  }

  app(clientId: string, more: Partial<ClientRecord> & { secret?: string } = {}): ClientRecord {
    const { secret, ...rest } = more;
    const record: ClientRecord = {
      clientId,
      name: `应用 ${clientId}`,
      organisation: newId(),
      firstParty: true,
      suspended: false,
      public: secret === undefined,
      secretHash: secret === undefined ? null : hashed(secret),
      redirectUris: ['http://127.0.0.1:9/callback'],
      postLogoutRedirectUris: ['http://127.0.0.1:9/signed-out'],
      grants: ['authorization_code', 'refresh_token'],
      scopes: ['resources.read', 'identity.read'],
      ...rest,
    };
    this.apps.push(record);
    return record;
  }

  async signIn(username: string, password: string): Promise<SignedIn> {
    const account = this.people.find((each) => each.username === username && each.password === password);
    if (!account) throw refuse(SignInRefused);
    return { person: account.person, name: account.name, mustChangePassword: account.mustChangePassword, posts: account.posts };
  }

  async changePassword(person: string, current: string, next: string): Promise<void> {
    const account = this.people.find((each) => each.person === person && each.password === current);
    if (!account) throw refuse(SignInRefused);
    Object.assign(account, { password: next, mustChangePassword: false });
  }

  async holder(person: string): Promise<Holder | undefined> {
    return this.people.find((each) => each.person === person);
  }

  async client(clientId: string): Promise<ClientRecord | undefined> {
    return this.apps.find((each) => each.clientId === clientId);
  }

  async revoke(kind: RevocationKind, value: string): Promise<void> {
    this.revoked.push({ kind, value });
  }
}

export const post = (role: Post['role'], organisationName: string, more: Partial<Post> = {}): Post => ({
  id: newId(),
  role,
  organisation: newId(),
  organisationName,
  about: [],
  ...more,
});

function hashed(secret: string): string {
  const salt = randomBytes(16);
  return `sha256$${salt.toString('base64url')}$${createHash('sha256').update(salt).update(secret).digest('base64url')}`;
}
