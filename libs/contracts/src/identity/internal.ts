import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { organisationKinds, postRoles } from '../roles.js';
import { Id } from '../shapes/shapes.js';
import { organisationStates } from './organisations.js';
import { Quota } from './app-reach.js';
import { GrantType, ScopeName } from './apps.js';

/** A post as sign-in offers it 选择身份. */
export const SignInPost = z.object({
  id: Id,
  role: z.enum(postRoles),
  organisation: Id,
  organisationName: z.string(),
  /** The persons a pupil or guardian may read about; empty for all others. */
  about: z.array(Id),
});

/** For administrators' posts, and for all others. */
export const IdleMinutes = z.object({ administrators: z.int(), others: z.int() });

/** What the authorization server needs to know of a client; the secret only as `sha256$<salt>$<hash>` in base64url, over salt bytes then secret. */
export const ClientOfApp = z.object({
  clientId: z.string(),
  name: z.string(),
  /** The vendor or bureau that provides the app. */
  organisation: Id,
  firstParty: z.boolean(),
  suspended: z.boolean(),
  public: z.boolean(),
  secretHash: z.string().nullable(),
  redirectUris: z.array(z.string()),
  postLogoutRedirectUris: z.array(z.string()),
  grants: z.array(GrantType),
  scopes: z.array(ScopeName),
  /** Where the app wants to hear of sign-outs (OpenID Connect back-channel logout). */
  backchannelLogoutUri: z.string().nullable().optional(),
  /** The secret before this one, while it still opens. */
  oldSecret: z.object({ hash: z.string(), until: z.iso.datetime() }).nullable().optional(),
  /** Its own allowance, where it is not the usual one. */
  quota: Quota.nullable().optional(),
  /** Of a sandbox's client: the app it stands for, and the only organisations whose people may sign in through it. */
  sandbox: z
    .object({ app: Id, organisations: z.array(Id) })
    .nullable()
    .optional(),
  /** Public keys of an app that proves itself by signed assertions (`private_key_jwt`) instead of a secret. */
  jwks: z
    .object({ keys: z.array(z.record(z.string(), z.unknown())) })
    .nullable()
    .optional(),
});

/** Tokens issued at or before `notBefore` (epoch milliseconds) are refused; kept 15 minutes, longer than any token lives. */
export const Revocation = z.object({
  kind: z.enum(['subject', 'client', 'session', 'post']),
  value: z.string(),
  notBefore: z.int(),
});

export const OrganisationCopyShape = z.object({
  id: Id,
  parent: Id.nullable(),
  version: z.int(),
  kind: z.string(),
  name: z.string(),
  divisionCode: z.string().nullable(),
  closed: z.boolean(),
});

/** An organisation as it was on one day. */
export const OrganisationOfDay = z.object({
  id: Id,
  parent: Id.nullable(),
  kind: z.enum(organisationKinds),
  name: z.string(),
  divisionCode: z.string().nullable(),
  state: z.enum(organisationStates),
  successor: Id.nullable(),
});

export const SelectionCopyShape = z.object({
  id: Id,
  client: z.string(),
  organisation: Id,
  scopes: z.array(z.string()),
  version: z.int(),
  active: z.boolean(),
  until: z.string().nullable(),
});

export const SignInRefused = refusal('sign_in.refused', 401, { zh: '用户名或密码不正确', en: 'The username or password is not right' });
export const SignInLocked = refusal(
  'sign_in.locked',
  429,
  { zh: '尝试过于频繁，请在 {retryAfter} 秒后再试', en: 'Too many attempts; try again in {retryAfter} seconds' },
  z.strictObject({ retryAfter: z.int() }),
);
export const SignInOneTimeExpired = refusal('sign_in.one_time_expired', 401, {
  zh: '一次性密码已过期，请联系管理员重置',
  en: 'The one-time password has expired; ask your administrator for another',
});
export const ClientUnknown = refusal('client.unknown', 404, { zh: '找不到该应用', en: 'No such client' });
export const SubjectUnknown = refusal('subject.unknown', 404, { zh: '找不到该人员', en: 'No such person' });
export const FoundationExists = refusal('foundation.exists', 409, { zh: '平台已经初始化', en: 'The platform has been founded already' });
