import {
  ClassCodeRefused,
  IdentityProviderUnknown,
  PasswordWeak,
  PhoneInvalid,
  PupilQrRefused,
  refuse,
  SecondFactorRefused,
  SignInLinkRefused,
  SignInRefused,
  TextCodeRefused,
} from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { createHash, randomBytes } from 'node:crypto';
import {
  Accounts,
  type ClientRecord,
  type Holder,
  type OfferedProvider,
  type PersonByPhone,
  type Post,
  type ProviderToAsk,
  type RevocationKind,
  type SignedIn,
  type WayName,
} from '../accounts.js';

export interface Account extends Holder {
  person: string;
  username: string;
  password: string;
  mustChangePassword: boolean;
  posts: Post[];
  phone?: string;
  /** How a young pupil comes in. */
  picture?: string;
  pin?: string;
  qr?: string;
  /** The code its second factor shows now, once there is one. */
  secondFactor: SignedIn['secondFactor'];
  secondFactorCode: string;
}

/** A platform above, as it is registered. */
export interface KnownProvider extends ProviderToAsk {
  enabled: boolean;
  linksOnTheSpot: boolean;
}

/** People and apps of a test, in memory: what identity would answer. */
export class KnownAccounts extends Accounts {
  readonly people: Account[] = [];
  readonly apps: ClientRecord[] = [];
  readonly openWays: WayName[] = ['password', 'classCode', 'textMessage'];
  readonly classCode = 'ACDEF3';
  readonly texted: { challenge: string; phone: string; purpose: string; code: string }[] = [];
  readonly providers: KnownProvider[] = [];
  /** Who is who at a platform above: a provider's id and a subject, and the person here. */
  readonly links = new Map<string, string>();
  readonly revoked: { kind: RevocationKind; value: string }[] = [];

  person(username: string, posts: Post[], more: Partial<Account> = {}): Account {
    const account = {
      person: newId(),
      username,
      name: `${username}老师`,
      password: 'correct horse battery',
      mustChangePassword: false,
      posts,
      secondFactor: 'none' as const,
      secondFactorCode: '123456',
      idleMinutes: { administrators: 15, others: 30 },
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
    const { person, name, mustChangePassword, secondFactor, posts } = account;
    return { person, name, mustChangePassword, secondFactor, posts };
  }

  async changePassword(person: string, current: string, next: string): Promise<void> {
    const account = this.people.find((each) => each.person === person && each.password === current);
    if (!account) throw refuse(SignInRefused);
    Object.assign(account, { password: next, mustChangePassword: false });
  }

  async ways(): Promise<readonly WayName[]> {
    return this.openWays;
  }

  async sendTextCode({ phone, purpose }: { phone: string; purpose: 'signIn' | 'password' }) {
    if (!/^1\d{10}$/.test(phone)) throw refuse(PhoneInvalid);
    const challenge = newId();
    this.texted.push({ challenge, phone, purpose, code: '654321' });
    return { challenge, seconds: 300 };
  }

  async proveTextCode(challenge: string, code: string): Promise<readonly PersonByPhone[]> {
    const owners = this.ownersOf(challenge);
    if (code !== '654321' || owners.length === 0) throw refuse(TextCodeRefused);
    return owners.map(({ person, name, posts }) => ({ person, name: `*${name.at(-1)}`, places: posts }));
  }

  async signInByPhone({ challenge, person }: { challenge: string; person: string }) {
    const owner = this.ownersOf(challenge).find((each) => each.person === person);
    if (!owner) throw refuse(TextCodeRefused);
    return { person, name: owner.name, username: owner.username, secondFactor: owner.secondFactor };
  }

  async setPasswordByPhone({ challenge, person, next }: { challenge: string; person: string; next: string }): Promise<void> {
    const owner = this.ownersOf(challenge).find((each) => each.person === person);
    if (!owner) throw refuse(TextCodeRefused);
    if (next.length < 15) throw refuse(PasswordWeak, { reason: 'short', atLeast: 15 });
    Object.assign(owner, { password: next, mustChangePassword: false });
  }

  async picturesOfClass(code: string) {
    if (code !== this.classCode) throw refuse(ClassCodeRefused);
    return { class: newId(), pictures: this.people.flatMap(({ picture }) => picture ?? []) };
  }

  async signInByPicture({ code, picture, pin }: { code: string; picture: string; pin: string }) {
    const account = this.people.find((each) => each.picture === picture && each.pin === pin);
    if (!account || code !== this.classCode) throw refuse(SignInRefused);
    return { person: account.person };
  }

  async pictureAtQr(token: string) {
    const picture = this.people.find(({ qr }) => qr === token)?.picture;
    if (picture === undefined) throw refuse(PupilQrRefused);
    return { picture };
  }

  async signInByQr(token: string) {
    const account = this.people.find(({ qr }) => qr === token);
    if (!account) throw refuse(PupilQrRefused);
    delete account.qr;
    return { person: account.person };
  }

  async beginSecondFactor() {
    return {
      address: 'otpauth://totp/%E8%81%94%E5%AD%A6:admin?issuer=%E8%81%94%E5%AD%A6&secret=JBSWY3DPEHPK3PXP&digits=6',
      secret: 'JBSWY3DPEHPK3PXP',
    };
  }

  async confirmSecondFactor(person: string, code: string): Promise<readonly string[]> {
    const account = this.people.find((each) => each.person === person);
    if (!account || code !== account.secondFactorCode) throw refuse(SecondFactorRefused);
    account.secondFactor = 'held';
    return Array.from({ length: 10 }, (_, count) => `abcd-efgh-jk${String(count).padStart(2, 'm')}`);
  }

  async proveSecondFactor(person: string, code: string) {
    const account = this.people.find((each) => each.person === person);
    if (account?.secondFactor !== 'held' || code !== account.secondFactorCode) throw refuse(SecondFactorRefused);
    return { by: 'code' as const, recoveryCodesLeft: 10 };
  }

  async offeredProviders(): Promise<readonly OfferedProvider[]> {
    return this.providers.filter(({ enabled }) => enabled).map(({ id, name }) => ({ id, name }));
  }

  async identityProvider(id: string) {
    const provider = this.providers.find((each) => each.id === id && each.enabled);
    if (!provider) throw refuse(IdentityProviderUnknown);
    return provider;
  }

  async signInByProvider({ provider, subject, mark }: { provider: string; subject: string; mark: string | null }) {
    const { linksOnTheSpot: mayLink } = await this.identityProvider(provider);
    const person = this.links.get(`${provider} ${subject}`) ?? this.people.find(({ username }) => username === mark)?.person;
    const { secondFactor = 'none' } = this.people.find((each) => each.person === person) ?? {};
    return person === undefined ? { person: null, secondFactor, mayLink } : { person, secondFactor, mayLink: false };
  }

  async linkSignIn({ provider, subject, person }: { provider: string; subject: string; person: string }): Promise<void> {
    const known = this.links.get(`${provider} ${subject}`);
    if (known !== undefined && known !== person) throw refuse(SignInLinkRefused, { reason: 'taken' });
    this.links.set(`${provider} ${subject}`, person);
  }

  private ownersOf(challenge: string): Account[] {
    const phone = this.texted.find((each) => each.challenge === challenge)?.phone;
    return this.people.filter((each) => phone !== undefined && each.phone === phone);
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
