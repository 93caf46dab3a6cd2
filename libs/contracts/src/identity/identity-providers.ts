import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape, text } from '../shapes/shapes.js';

/** What it is called on the sign-in page, in the reader's language. */
export const ProviderName = z.strictObject({
  zh: text(30).describe('中文名称 name in Chinese'),
  en: text(60).describe('英文名称 name in English'),
});

/**
 * An OpenID Connect issuer: https, or plain http on this machine, where only an installation for trying out reaches it.
 * Which addresses may be connected to is checked by whoever connects.
 */
const issuer = z
  .string()
  .max(300)
  .regex(
    /^(https:\/\/[^\s/?#@:]+(:\d{1,5})?|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?)(\/[^\s?#@]*)?$/,
    'issuer.https_without_query',
  );

/** By which of a person's own marks a provider may say who they are. Never a name, never a phone. */
export const MatchedBy = z
  .enum(['person', 'pupilNumber', 'idNumber'])
  .describe('对应依据：人员标识、学籍号、居民身份证号 what is compared: the person’s id here, the pupil number, the citizen’s number');

const Match = z.strictObject({
  claim: text(60).describe('令牌中的声明 claim of the ID token that carries it'),
  by: MatchedBy,
});

export const providerSettings = {
  name: ProviderName.describe('名称 name'),
  scopes: z
    .array(z.string().regex(/^\S{1,60}$/))
    .max(20)
    .describe('请求的范围，总含 openid scopes asked for; openid always is'),
  match: Match.nullable().describe(
    '可信时自动对应的依据；为空则从不自动对应 how somebody unknown is matched where the provider is trusted for it; null: never',
  ),
  linksOnTheSpot: z.boolean().describe('首次到来可否当场关联 whether somebody unknown may link their account on the spot'),
  enabled: z.boolean().describe('是否启用 whether people may sign in by it'),
};

/** What is settled with the registration: with another issuer or another claim, the same mark would be somebody else. */
export const providerOrigin = {
  issuer: issuer.describe('签发者地址 issuer'),
  clientId: text(200).describe('在上级平台登记的应用标识 client id given by it'),
  subjectClaim: text(60).describe('标明本人的声明 claim of the ID token that names the person'),
};

/** A platform above 上级平台 that says by OpenID Connect who somebody is. */
export const IdentityProvider = z
  .object({
    ...itemShape,
    organisation: Id.describe('所属组织 the organisation it belongs to: its people and those below may come by it'),
    ...providerOrigin,
    ...providerSettings,
    returnPath: z
      .string()
      .describe('在上级平台登记的回调地址，接在本平台地址之后 redirect URI to register there, after this platform’s own address'),
  })
  .meta({ id: 'IdentityProvider' });

/** One person at one provider 账号关联. */
export const SignInLink = z
  .object({
    id: Id.describe('标识 id'),
    provider: Id.describe('认证源标识 id of the identity provider'),
    providerName: ProviderName.describe('认证源名称 name of the identity provider'),
    madeBy: z.enum(['proof', 'match']).describe('建立方式：本人证明、自动对应 made by the person’s own proof, or by a match'),
    madeAt: Instant.describe('建立时间 when it was made'),
    usedAt: Instant.nullable().describe('最近一次用它登录，精确到小时 when somebody last signed in by it, to the hour'),
  })
  .meta({ id: 'SignInLink' });

export const IdentityProviderFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  issuer: z.string(),
  enabled: z.boolean(),
});
export const identityProviderFacts = facts('identity', 'identity_provider', IdentityProviderFact, {
  registered: '认证源已登记 An identity provider was registered',
  changed: '认证源已变更 An identity provider changed',
});

/** A fact says whose link it is and with which provider, never who they are there. */
export const SignInLinkFact = z.object({ id: Id, version: z.int(), organisation: Id, person: Id, provider: Id });
export const signInLinkFacts = facts('identity', 'sign_in_link', SignInLinkFact, {
  made: '账号已关联 An account was linked with an identity provider',
  removed: '账号关联已解除 A link with an identity provider was removed',
  moved: '账号关联已随人员转入 A link with an identity provider passed over with the person',
});

export const IdentityProviderUnknown = refusal('identity_provider.unknown', 404, {
  zh: '找不到该认证源',
  en: 'No such identity provider',
});
export const IdentityProviderTaken = refusal('identity_provider.taken', 409, {
  zh: '该组织已登记这一认证源',
  en: 'The organisation has registered this identity provider already',
});
export const SignInLinkUnknown = refusal('sign_in_link.unknown', 404, { zh: '没有这一账号关联', en: 'No such link' });
export const SignInLinkRefused = refusal(
  'sign_in_link.refused',
  409,
  { zh: '不能用该认证源登录：{reason}', en: 'Signing in by this identity provider is not possible: {reason}' },
  /** Taken: one side is linked with somebody else. Beyond: a post lies outside the provider's organisation. Closed: not offered to unknown people. */
  z.strictObject({ reason: z.enum(['taken', 'beyond', 'closed']) }),
);
