import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators, postRoles } from '../roles.js';
import { creatable, Id, item, page, paging, text, value } from '../shapes/shapes.js';
import {
  IdentityProvider,
  IdentityProviderTaken,
  IdentityProviderUnknown,
  MatchedBy,
  ProviderName,
  providerOrigin,
  providerSettings,
  SignInLink,
  SignInLinkRefused,
  SignInLinkUnknown,
} from './identity-providers.js';
import { SubjectUnknown } from './internal.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import { PersonBeyondReach, PersonId, PersonMerged, PersonUnknown, PostNotGrantable } from './people.js';
import { SecondFactorStanding } from './second-factors.js';

const readers = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const;
const provider = z.object({ providerId: Id.describe('认证源标识 id of the identity provider') });
const secret = text(500).describe('应用密钥，加密保存，不再显示 client secret; kept encrypted and never shown again');
const links = value(z.object({ items: z.array(SignInLink).describe('账号关联 links') }));
const linkId = Id.describe('账号关联标识 id of the link');

/** Signing in through a platform above 上级平台统一认证登录. */
export const identityProviderOperations = {
  registerIdentityProvider: operation('post', '/organisations/:organisationId/identity-providers', {
    summary: '登记认证源 Register an identity provider',
    description:
      '上级平台须支持 OpenID Connect 授权码流程和发现文档；回调地址见 returnPath。 It has to speak the code flow of OpenID Connect and publish a discovery document; the redirect URI to register there is in returnPath.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    creates: true,
    params: z.object({ organisationId: Id.describe('组织标识 id of the organisation') }),
    body: z.strictObject({
      ...creatable,
      ...providerOrigin,
      clientSecret: secret,
      subjectClaim: providerOrigin.subjectClaim.default('sub'),
      name: providerSettings.name,
      scopes: providerSettings.scopes.default(['openid', 'profile']),
      match: providerSettings.match.default(null),
      linksOnTheSpot: providerSettings.linksOnTheSpot.default(true),
      enabled: providerSettings.enabled.default(true),
    }),
    returns: item(IdentityProvider),
    fails: [OrganisationUnknown, OrganisationClosed, IdentityProviderTaken],
  }),

  identityProviders: operation('get', '/identity-providers', {
    summary: '认证源列表 List the identity providers in reach',
    scope: 'identity.read',
    permits: readers,
    query: z.object({ ...paging }),
    returns: page(IdentityProvider),
  }),

  identityProvider: operation('get', '/identity-providers/:providerId', {
    summary: '查看认证源 Read an identity provider',
    scope: 'identity.read',
    permits: readers,
    params: provider,
    returns: item(IdentityProvider),
    fails: [IdentityProviderUnknown],
  }),

  changeIdentityProvider: operation('patch', '/identity-providers/:providerId', {
    summary: '变更认证源 Change an identity provider',
    description:
      '停用后立即不能用它登录，已有登录到期为止。签发者、应用标识和标明本人的声明不能变更，请另行登记。 Once disabled nobody signs in by it any more; who is in stays until that sign-in ends. Issuer, client id and subject claim stay as registered: register another instead.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    guarded: true,
    params: provider,
    body: z.strictObject({ ...providerSettings, clientSecret: secret }).partial(),
    returns: item(IdentityProvider),
    fails: [IdentityProviderUnknown],
  }),

  mySignInLinks: operation('get', '/me/sign-in-links', {
    summary: '我的账号关联 List my links with identity providers',
    scope: 'identity.read',
    permits: postRoles,
    returns: links,
  }),

  removeMySignInLink: operation('delete', '/me/sign-in-links/:linkId', {
    summary: '解除我的账号关联 Remove one of my links with identity providers',
    scope: 'identity.write',
    permits: postRoles,
    params: z.object({ linkId }),
    fails: [SignInLinkUnknown],
  }),

  signInLinks: operation('get', '/people/:personId/sign-in-links', {
    summary: '人员的账号关联 List a person’s links with identity providers',
    scope: 'identity.read',
    permits: [...administrators, 'securityAdmin', 'auditAdmin'],
    params: z.object({ personId: PersonId }),
    returns: links,
    fails: [PersonUnknown],
  }),

  removeSignInLink: operation('delete', '/people/:personId/sign-in-links/:linkId', {
    summary: '解除人员的账号关联 Remove a person’s link with an identity provider',
    description: '该人员的登录立即全部失效。 All sign-ins of the person end at once.',
    scope: 'identity.write',
    permits: administrators,
    params: z.object({ personId: PersonId, linkId }),
    fails: [PersonUnknown, PersonMerged, SignInLinkUnknown, PostNotGrantable, PersonBeyondReach],
  }),

  offeredIdentityProviders: operation('post', '/internal/identity-providers/offered', {
    summary: '登录页上的认证源 Identity providers a sign-in page offers',
    internal: true,
    permits: ['service'],
    /** The app that asks, and the organisation it says the person shall act in. */
    body: z.strictObject({ client: text(100), organisation: Id.nullable() }),
    returns: value(z.object({ items: z.array(z.object({ id: Id, name: ProviderName })) })),
  }),

  identityProviderToAsk: operation('post', '/internal/identity-providers/to-ask', {
    summary: '向认证源询问所需 What asking an identity provider takes',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ provider: Id }),
    returns: value(
      z.object({
        id: Id,
        version: z.int(),
        name: ProviderName,
        ...providerOrigin,
        clientSecret: z.string(),
        scopes: z.array(z.string()),
        match: z.object({ claim: z.string(), by: MatchedBy }).nullable(),
      }),
    ),
    fails: [IdentityProviderUnknown],
  }),

  signInByIdentityProvider: operation('post', '/internal/identity-providers/sign-in', {
    summary: '认证源所说的人员 The person an identity provider speaks of',
    internal: true,
    permits: ['service'],
    /** `mark` is the claim to match by, where the provider is trusted for one and sent it. */
    body: z.strictObject({ provider: Id, subject: text(300), mark: text(100).nullable() }),
    /** `person` is null while nobody is linked; then whether somebody may link on the spot. */
    returns: value(z.object({ person: Id.nullable(), secondFactor: SecondFactorStanding, mayLink: z.boolean() })),
    fails: [IdentityProviderUnknown, SignInLinkRefused, SubjectUnknown],
  }),

  linkSignIn: operation('post', '/internal/identity-providers/link', {
    summary: '关联账号 Link an account with an identity provider',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ provider: Id, subject: text(300), person: Id }),
    fails: [IdentityProviderUnknown, SignInLinkRefused, SubjectUnknown],
  }),
};
