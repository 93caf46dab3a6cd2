import { identity, Refusal, type InputOf } from '@lianxue/contracts';
import type { Clients } from '@lianxue/wire';
import { Accounts, type ClientRecord, type Holder, type RevocationKind, type SignedIn, type WayName } from './accounts.js';

/** Passwords are hashed slowly, a few at a time: at eight o'clock one waits one's turn, and is not told that the system is down. */
const turnMs = 20_000;

/** Asks identity, as `service:gateway`. */
export class IdentityAccounts extends Accounts {
  constructor(private readonly clients: Clients) {
    super();
  }

  signIn(username: string, password: string, address: string): Promise<SignedIn> {
    return this.identity.signIn({ username, password, address }, { deadline: Date.now() + turnMs });
  }

  async changePassword(person: string, current: string, next: string, address: string): Promise<void> {
    await this.identity.changePassword({ person, current, next, address }, { deadline: Date.now() + turnMs });
  }

  async ways(): Promise<readonly WayName[]> {
    return (await this.identity.waysOfSigningIn()).ways;
  }

  sendTextCode(request: InputOf<typeof identity.sendTextCode>) {
    return this.identity.sendTextCode(request);
  }

  async proveTextCode(challenge: string, code: string) {
    return (await this.identity.proveTextCode({ challenge, code })).people;
  }

  signInByPhone(request: InputOf<typeof identity.signInByPhone>) {
    return this.identity.signInByPhone(request);
  }

  async setPasswordByPhone(request: InputOf<typeof identity.setPasswordByPhone>): Promise<void> {
    await this.identity.setPasswordByPhone(request);
  }

  picturesOfClass(code: string) {
    return this.identity.picturesOfClass({ code });
  }

  signInByPicture(request: InputOf<typeof identity.signInByPicture>) {
    return this.identity.signInByPicture(request);
  }

  pictureAtQr(token: string) {
    return this.identity.pictureAtQr({ token });
  }

  signInByQr(token: string) {
    return this.identity.signInByQr({ token });
  }

  beginSecondFactor(person: string) {
    return this.identity.beginSecondFactor({ person });
  }

  async confirmSecondFactor(person: string, code: string) {
    return (await this.identity.confirmSecondFactor({ person, code })).recoveryCodes;
  }

  proveSecondFactor(person: string, code: string, address: string) {
    return this.identity.proveSecondFactor({ person, code, address });
  }

  async offeredProviders(client: string, organisation: string | null) {
    return (await this.identity.offeredIdentityProviders({ client, organisation })).items;
  }

  identityProvider(provider: string) {
    return this.identity.identityProviderToAsk({ provider });
  }

  signInByProvider(request: InputOf<typeof identity.signInByIdentityProvider>) {
    return this.identity.signInByIdentityProvider(request);
  }

  async linkSignIn(request: InputOf<typeof identity.linkSignIn>): Promise<void> {
    await this.identity.linkSignIn(request);
  }

  holder(person: string, client?: string): Promise<Holder | undefined> {
    return unless('subject.unknown', this.identity.postsOf({ person, ...(client !== undefined && { client }) }));
  }

  client(clientId: string): Promise<ClientRecord | undefined> {
    return unless('client.unknown', this.identity.client({ clientId }));
  }

  async revoke(kind: RevocationKind, value: string): Promise<void> {
    await this.identity.revoke({ kind, value });
  }

  private get identity() {
    return this.clients.of(identity);
  }
}

/** An input identity would not even read names nobody, like an unknown one. */
async function unless<T>(unknown: string, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refusal && (error.kind.code === unknown || error.kind.code === 'input.invalid')) return undefined;
    throw error;
  }
}
