import type { ClientOfApp, identity, InputOf, OutputOf, SignInPost } from '@lianxue/contracts';
import type { z } from 'zod';

/** A post as the signed-in person may choose it 选择身份. */
export type Post = z.output<typeof SignInPost>;

/** A person who gave the right password. */
export type SignedIn = OutputOf<typeof identity.signIn>;

/** A person as unified auth knows them: a name and the posts held now. */
export type Holder = OutputOf<typeof identity.postsOf>;

/** An app's sign-in settings. */
export type ClientRecord = z.output<typeof ClientOfApp>;

/** What ends tokens before their time. */
export type RevocationKind = 'subject' | 'client' | 'session' | 'post';

/** A way of signing in, as identity opens it. */
export type WayName = OutputOf<typeof identity.waysOfSigningIn>['ways'][number];

/** Somebody a proven phone speaks for. */
export type PersonByPhone = OutputOf<typeof identity.proveTextCode>['people'][number];

/** A platform above as a sign-in page offers it, and all that asking it takes. */
export type OfferedProvider = OutputOf<typeof identity.offeredIdentityProviders>['items'][number];
export type ProviderToAsk = OutputOf<typeof identity.identityProviderToAsk>;
export type ProviderName = OfferedProvider['name'];

/** What unified auth asks about people and apps. Identity owns both and answers; its refusals (`sign_in.refused` …) pass through. */
export abstract class Accounts {
  abstract ways(): Promise<readonly WayName[]>;
  abstract signIn(username: string, password: string, address: string): Promise<SignedIn>;
  abstract changePassword(person: string, current: string, next: string, address: string): Promise<void>;
  abstract sendTextCode(request: InputOf<typeof identity.sendTextCode>): Promise<OutputOf<typeof identity.sendTextCode>>;
  abstract proveTextCode(challenge: string, code: string): Promise<readonly PersonByPhone[]>;
  abstract signInByPhone(request: InputOf<typeof identity.signInByPhone>): Promise<OutputOf<typeof identity.signInByPhone>>;
  abstract setPasswordByPhone(request: InputOf<typeof identity.setPasswordByPhone>): Promise<void>;
  abstract picturesOfClass(code: string): Promise<OutputOf<typeof identity.picturesOfClass>>;
  abstract signInByPicture(request: InputOf<typeof identity.signInByPicture>): Promise<OutputOf<typeof identity.signInByPicture>>;
  abstract pictureAtQr(token: string): Promise<OutputOf<typeof identity.pictureAtQr>>;
  abstract signInByQr(token: string): Promise<OutputOf<typeof identity.signInByQr>>;
  abstract beginSecondFactor(person: string): Promise<OutputOf<typeof identity.beginSecondFactor>>;
  abstract confirmSecondFactor(person: string, code: string): Promise<readonly string[]>;
  abstract proveSecondFactor(person: string, code: string, address: string): Promise<OutputOf<typeof identity.proveSecondFactor>>;
  abstract offeredProviders(client: string, organisation: string | null): Promise<readonly OfferedProvider[]>;
  abstract identityProvider(provider: string): Promise<ProviderToAsk>;
  abstract signInByProvider(
    request: InputOf<typeof identity.signInByIdentityProvider>,
  ): Promise<OutputOf<typeof identity.signInByIdentityProvider>>;
  abstract linkSignIn(request: InputOf<typeof identity.linkSignIn>): Promise<void>;
  /** Undefined when there is no such person, or no longer. */
  abstract holder(person: string, client?: string): Promise<Holder | undefined>;
  /** Undefined when there is no such app. */
  abstract client(clientId: string): Promise<ClientRecord | undefined>;
  /** Tells every service that tokens given until now are void. */
  abstract revoke(kind: RevocationKind, value: string): Promise<void>;
}
