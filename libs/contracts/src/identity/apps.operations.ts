import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators, postRoles } from '../roles.js';
import { creatable, Id, InstantInput, item, page, paging, text } from '../shapes/shapes.js';
import { AppPapers } from './app-papers.js';
import {
  AppIncomplete,
  AppMisplaced,
  AppNotListed,
  AppPublic,
  AppRedirectInvalid,
  AppSettled,
  AppSuspended,
  AppUnknown,
  AppWithSecret,
  GrantType,
  OfferedApp,
  ProfileExceeded,
  PublicKeys,
  RegisteredApp,
  ScopeName,
  ScopesExceeded,
  Selection,
  SelectionHeld,
  SelectionUnknown,
} from './apps.js';
import { FieldProfile } from './field-profiles.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';

const uri = z.url({ protocol: /^https?$/ }).max(500);
const settings = {
  name: text(50).describe('应用名称 name'),
  grants: z.array(GrantType).min(1).describe('授权方式 OAuth grants'),
  scopes: z.array(ScopeName).min(1).describe('可申请的范围 scopes it may be given'),
  profile: FieldProfile,
  redirectUris: z.array(uri).max(20).describe('回调地址 redirect URIs'),
  postLogoutRedirectUris: z.array(uri).max(20).describe('退出后地址 post-logout redirect URIs'),
  backchannelLogoutUri: uri.nullable().describe('退出通知地址 where it hears of sign-outs'),
  jwks: PublicKeys.nullable().describe('公钥，用签名代替密钥时提供 public keys of an app that signs instead of sending a secret'),
  papers: AppPapers.partial().describe('登记材料，只填要变更的 papers, only those to change'),
};
const providers = ['vendor', 'systemAdmin'] as const;
const readers = ['vendor', 'systemAdmin', 'securityAdmin', 'auditAdmin'] as const;
const params = z.object({ appId: Id.describe('应用记录标识 id of the app') });
const school = z.object({ organisationId: Id.describe('组织标识 id of the organisation') });

export const appOperations = {
  apps: operation('get', '/apps', {
    summary: '应用列表 List the apps of vendors in reach',
    scope: 'identity.read',
    permits: readers,
    query: z.object({ organisation: Id.optional().describe('提供单位 provider'), ...paging }),
    returns: page(RegisteredApp),
  }),

  app: operation('get', '/apps/:appId', {
    summary: '查看应用 Read an app',
    scope: 'identity.read',
    permits: readers,
    params,
    returns: item(RegisteredApp),
    fails: [AppUnknown],
  }),

  offeredApps: operation('get', '/app-directory', {
    summary: '可选用的应用 List the apps that may be selected',
    scope: 'identity.read',
    permits: postRoles,
    reach: 'public',
    query: z.object({ name: text(50).optional().describe('名称片段 a piece of the name'), ...paging }),
    returns: page(OfferedApp),
  }),

  registerApp: operation('post', '/apps', {
    summary: '登记应用 Register an app',
    description:
      '密钥只显示这一次。企业登记的应用从草稿开始；主管部门登记的应用由其负责，直接上架。 The secret is shown this once. What a vendor registers begins as a draft; what a bureau registers it answers for, and is listed at once.',
    scope: 'identity.write',
    permits: providers,
    creates: true,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('提供单位 the vendor or bureau that provides it'),
      public: z.boolean().default(false).describe('无密钥的公开客户端 a public client without a secret'),
      ...settings,
      profile: settings.profile.optional(),
      redirectUris: settings.redirectUris.default([]),
      postLogoutRedirectUris: settings.postLogoutRedirectUris.default([]),
      backchannelLogoutUri: settings.backchannelLogoutUri.default(null),
      jwks: settings.jwks.default(null),
      papers: settings.papers.optional(),
    }),
    returns: item(AppWithSecret),
    fails: [OrganisationUnknown, OrganisationClosed, AppMisplaced, AppRedirectInvalid, AppIncomplete],
  }),

  changeApp: operation('patch', '/apps/:appId', {
    summary: '变更应用 Change an app',
    description:
      '企业变更已上架应用的名称、授权方式、地址或登记材料时，须重新审核，批准前仍按原样运行；删去地址、更换公钥与缩小范围即时生效。 ' +
      'When a vendor changes name, grants, addresses or papers of a listed app, the change is looked at again, and until then the app runs as it was. Taking an address away, other keys and less scope hold at once.',
    scope: 'identity.write',
    permits: providers,
    guarded: true,
    params,
    body: z.strictObject(settings).partial(),
    returns: item(RegisteredApp),
    fails: [AppUnknown, AppRedirectInvalid, AppIncomplete, AppSettled],
  }),

  renewSecret: operation('post', '/apps/:appId/secret', {
    summary: '更换应用密钥 Renew the secret of an app',
    description:
      '新密钥只显示这一次；原密钥再用至多七天，便于轮换，或要求立即失效。 The new secret is shown this once; the old one goes on for at most seven days, or stops at once if asked.',
    scope: 'identity.write',
    permits: providers,
    params,
    body: z.strictObject({
      immediately: z
        .boolean()
        .default(false)
        .describe('原密钥立即失效，已发凭证一并失效 whether the old secret, and tokens it got, stop at once'),
      oldStopsAt: InstantInput.optional().describe('原密钥何时失效，最迟七天 when the old one stops, seven days at the latest'),
    }),
    returns: item(AppWithSecret),
    fails: [AppUnknown, AppPublic],
  }),

  suspendApp: operation('post', '/apps/:appId/suspend', {
    summary: '暂停应用 Suspend an app',
    description: '已发的登录凭证在数秒内全部失效。 Tokens already given stop within seconds.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    returns: item(RegisteredApp),
    fails: [AppUnknown],
  }),

  resumeApp: operation('post', '/apps/:appId/resume', {
    summary: '恢复应用 Resume an app',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    returns: item(RegisteredApp),
    fails: [AppUnknown],
  }),

  selections: operation('get', '/organisations/:organisationId/selections', {
    summary: '组织选用的应用 List the apps an organisation selected',
    scope: 'identity.read',
    permits: [...administrators, 'securityAdmin', 'auditAdmin'],
    params: school,
    query: z.object({ ...paging }),
    returns: page(Selection),
    fails: [OrganisationUnknown],
  }),

  selectApp: operation('post', '/organisations/:organisationId/selections', {
    summary: '选用应用 Select an app',
    scope: 'identity.write',
    permits: administrators,
    creates: true,
    params: school,
    body: z.strictObject({
      ...creatable,
      client: text(100).describe('应用标识 OAuth client id'),
      scopes: settings.scopes.describe('授权范围 scopes to give'),
      profile: FieldProfile.optional(),
      until: InstantInput.optional().describe('有效期至 until when'),
    }),
    returns: item(Selection),
    fails: [
      OrganisationUnknown,
      OrganisationClosed,
      AppUnknown,
      AppNotListed,
      AppSuspended,
      SelectionHeld,
      ScopesExceeded,
      ProfileExceeded,
    ],
  }),

  changeSelection: operation('patch', '/selections/:selectionId', {
    summary: '变更应用选用 Change the selection of an app',
    scope: 'identity.write',
    permits: administrators,
    guarded: true,
    params: z.object({ selectionId: Id.describe('选用标识 id of the selection') }),
    body: z.strictObject({
      scopes: settings.scopes.optional(),
      profile: FieldProfile.optional(),
      until: InstantInput.nullable().optional().describe('有效期至 until when'),
    }),
    returns: item(Selection),
    fails: [SelectionUnknown, ScopesExceeded, ProfileExceeded],
  }),

  endSelection: operation('post', '/selections/:selectionId/end', {
    summary: '结束选用 End a selection',
    description: '该应用在数秒内不能再访问本组织。 Within seconds the app can no longer reach this organisation.',
    scope: 'identity.write',
    permits: administrators,
    params: z.object({ selectionId: Id.describe('选用标识 id of the selection') }),
    body: z.strictObject({ reason: text(500).optional().describe('理由，应用可见 reason; the app reads it') }),
    returns: item(Selection),
    fails: [SelectionUnknown],
  }),
};
