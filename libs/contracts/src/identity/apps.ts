import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { LifeCycle } from '../life-cycle.js';
import { scopes, type Scope } from '../scopes.js';
import { Id, Instant, itemShape, moves } from '../shapes/shapes.js';
import { FieldProfile } from './field-profiles.js';
import { Filing, Quota } from './app-reach.js';
import { AppPapers } from './app-papers.js';
import { Desk, Step } from './vendors.js';

const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]];
export const ScopeName = z.enum(scopeNames).describe('授权范围 scope');
export const GrantType = z
  .enum(['authorization_code', 'refresh_token', 'client_credentials', 'urn:ietf:params:oauth:grant-type:device_code'])
  .describe('授权方式 OAuth grant');

/**
 * 草稿 → 送审 → 联调 → 验收 → 上架 ⇄ 暂停 → 下架. What a bureau enters itself is listed from the beginning.
 * Only a listed app gets tokens of its own; suspending or withdrawing it cuts them at once.
 */
export const appLife = new LifeCycle({
  submit: { from: ['draft'], to: 'submitted', by: ['vendor'] },
  admit: { from: ['submitted'], to: 'integrating', by: ['systemAdmin'] },
  return: { from: ['submitted', 'integrating'], to: 'draft', by: ['systemAdmin'] },
  requestListing: { from: ['integrating'], to: 'accepting', by: ['vendor'] },
  reintegrate: { from: ['accepting'], to: 'integrating', by: ['systemAdmin'] },
  list: { from: ['accepting'], to: 'listed', by: ['systemAdmin'] },
  suspend: { from: ['listed'], to: 'suspended', by: ['systemAdmin'] },
  resume: { from: ['suspended'], to: 'listed', by: ['systemAdmin'] },
  withdraw: { from: ['listed', 'suspended'], to: 'withdrawn', by: ['vendor', 'systemAdmin'] },
  revise: { from: ['withdrawn'], to: 'draft', by: ['vendor'] },
});
const appMoves = Object.keys(appLife.table) as [keyof typeof appLife.table, ...(keyof typeof appLife.table)[]];
export const AppState = z
  .enum(['draft', 'submitted', 'integrating', 'accepting', 'listed', 'suspended', 'withdrawn'])
  .describe('状态：草稿、送审、联调、验收、上架、暂停、下架 state');
/** 选用 → 结束. */
export const selectionLife = new LifeCycle({ end: { from: ['selected'], to: 'ended' } });

/** An app's public keys, RFC 7517: what it signs its assertions with has to be asymmetric, and the private part stays with it. */
export const PublicKeys = z.strictObject({
  keys: z
    .array(
      z.strictObject({
        kty: z.enum(['RSA', 'EC', 'OKP']).describe('密钥种类 kind of key'),
        kid: z.string().max(200).optional().describe('密钥标识 id of the key'),
        alg: z.string().max(20).optional().describe('算法 algorithm'),
        use: z.literal('sig').optional().describe('用途 use'),
        crv: z.string().max(20).optional().describe('曲线 curve'),
        x: z.string().max(200).optional().describe('坐标 x'),
        y: z.string().max(200).optional().describe('坐标 y'),
        n: z.string().max(2000).optional().describe('模数 modulus'),
        e: z.string().max(20).optional().describe('指数 exponent'),
      }),
    )
    .min(1)
    .max(10)
    .describe('公钥列表 public keys, at most 10'),
});

/** What a listed app is to become, once it has been looked at again; what is absent stays. */
export const ProposedChange = z.object({
  name: z.string().optional().describe('应用名称 name'),
  grants: z.array(GrantType).optional().describe('授权方式 OAuth grants'),
  redirectUris: z.array(z.string()).optional().describe('回调地址 redirect URIs'),
  postLogoutRedirectUris: z.array(z.string()).optional().describe('退出后地址 post-logout redirect URIs'),
  backchannelLogoutUri: z.string().nullable().optional().describe('退出通知地址 where it hears of sign-outs'),
  papers: AppPapers.partial().optional().describe('登记材料 papers'),
});

export const RegisteredApp = z
  .object({
    ...itemShape,
    clientId: z.string().describe('应用标识 OAuth client id'),
    name: z.string().describe('应用名称 name'),
    organisation: Id.describe('提供单位 the vendor or bureau that provides it'),
    public: z.boolean().describe('无密钥的公开客户端 a public client without a secret'),
    firstParty: z.boolean().describe('平台自带 part of the platform itself'),
    grants: z.array(GrantType).describe('授权方式 OAuth grants'),
    scopes: z.array(ScopeName).describe('可申请的范围 scopes it may be given'),
    profile: FieldProfile,
    redirectUris: z.array(z.string()).describe('回调地址 redirect URIs'),
    postLogoutRedirectUris: z.array(z.string()).describe('退出后地址 post-logout redirect URIs'),
    backchannelLogoutUri: z.string().nullable().describe('退出通知地址 where it hears of sign-outs'),
    jwks: PublicKeys.nullable().describe('公钥 public keys of an app that signs instead of sending a secret'),
    papers: AppPapers.describe('登记材料 papers'),
    filing: Filing.describe('提供者备案 filing of the provider'),
    quota: Quota.describe('调用配额 quota of calls'),
    oldSecretStopsAt: Instant.nullable().describe('原密钥失效时间 when the secret before this one stops; null when there is none'),
    proposed: ProposedChange.nullable().describe(
      '上架后送审的变更，批准前仍按原样运行 a change of a listed app that waits for review; until then it runs as it was',
    ),
    missing: z.array(z.string()).describe('送审还缺的材料 what is missing before it can be submitted'),
    entered: z
      .enum(['vendor', 'bureau'])
      .describe('由企业送审或由主管部门直接登记 submitted by its vendor, or entered by the bureau itself'),
    state: AppState,
    desk: Desk.nullable().describe('在谁手里 who has it on the desk; null when nothing is to be done'),
    round: z.int().describe('第几轮 round'),
    reasons: z.array(z.string()).describe('上次退回的理由 why it was returned'),
    history: z.array(Step).describe('经过 steps taken'),
    moves: moves(appMoves),
  })
  .meta({ id: 'RegisteredApp' });

export const AppWithSecret = RegisteredApp.extend({
  clientSecret: z.string().nullable().describe('应用密钥，只显示一次 client secret, shown once; null for a public client'),
}).meta({ id: 'AppWithSecret' });

/** One line of the directory schools choose from. */
export const OfferedApp = z
  .object({
    id: Id.describe('应用记录标识 id'),
    clientId: z.string().describe('应用标识 OAuth client id'),
    name: z.string().describe('应用名称 name'),
    scopes: z.array(ScopeName).describe('可申请的范围 scopes it may be given'),
    profile: FieldProfile,
  })
  .meta({ id: 'OfferedApp' });

export const Selection = z
  .object({
    ...itemShape,
    app: Id.describe('应用记录标识 id of the app'),
    client: z.string().describe('应用标识 OAuth client id'),
    organisation: Id.describe('选用组织，含其下级 the organisation that selected it, with all below'),
    scopes: z.array(ScopeName).describe('授权范围 scopes given'),
    profile: FieldProfile,
    until: Instant.nullable().describe('有效期至 until when'),
    filing: Filing.describe('使用者备案 filing of the user'),
    active: z.boolean().describe('是否有效 whether it holds'),
    moves: moves(['end']),
  })
  .meta({ id: 'Selection' });

/** Never a secret, not even its hash. */
export const AppFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  client: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  state: AppState,
});
export const appFacts = facts('identity', 'app', AppFact, {
  registered: '应用已登记 An app was registered',
  changed: '应用信息已变更 An app changed',
  submitted: '应用已送审 An app was submitted',
  admitted: '应用进入联调 An app was admitted to integration',
  returned: '应用退回修改 An app was returned',
  completed: '应用申请上架 An app asked to be listed',
  listed: '应用已上架 An app was listed',
  suspended: '应用已暂停 An app was suspended',
  resumed: '应用已恢复 An app was resumed',
  proposed: '上架应用的变更已送审 A change of a listed app was proposed',
  refused: '上架应用的变更未获批准 A change of a listed app was refused',
  withdrawn: '应用已下架 An app was withdrawn',
});

/** Feeds every service's copy of app reach. */
export const SelectionFact = z.object({
  id: Id,
  version: z.int(),
  client: z.string(),
  organisation: Id,
  scopes: z.array(z.string()),
  active: z.boolean(),
  until: z.string().nullable(),
});
export const selectionFacts = facts('identity', 'selection', SelectionFact, {
  made: '应用已选用 An app was selected',
  changed: '应用选用已变更 A selection changed',
  ended: '应用选用已结束 A selection ended',
});

export const AppUnknown = refusal('app.unknown', 404, { zh: '找不到该应用', en: 'No such app' });
export const AppSuspended = refusal('app.suspended', 409, { zh: '该应用已暂停', en: 'This app is suspended' });
export const AppNotListed = refusal('app.not_listed', 409, { zh: '该应用尚未上架', en: 'This app is not listed' });
export const AppSettled = refusal(
  'app.settled',
  409,
  { zh: '上架的应用要增加 {scopes}，须下架后重新送审', en: 'To be given {scopes}, the app has to be withdrawn and submitted again' },
  z.strictObject({ scopes: z.array(z.string()) }),
);
export const AppNothingProposed = refusal('app.nothing_proposed', 409, {
  zh: '该应用没有待审的变更',
  en: 'No change of this app waits for review',
});
export const AppNotAccepted = refusal(
  'app.not_accepted',
  409,
  { zh: '沙箱检查单还缺 {missing}', en: 'The checklist of its sandbox still lacks {missing}' },
  z.strictObject({ missing: z.array(z.string()) }),
);
export const AppMisplaced = refusal('app.misplaced', 409, {
  zh: '应用须由企业或教育行政部门提供',
  en: 'An app is provided by a vendor or an authority',
});
export const AppRedirectInvalid = refusal(
  'app.redirect_invalid',
  422,
  { zh: '回调地址须为 https 或本机地址：{uri}', en: 'A redirect URI must be https or loopback: {uri}' },
  z.strictObject({ uri: z.string() }),
);
export const AppIncomplete = refusal(
  'app.incomplete',
  422,
  { zh: '还缺 {missing}', en: 'Missing: {missing}' },
  z.strictObject({ missing: z.array(z.string()) }),
);
export const AppPublic = refusal('app.public', 409, { zh: '公开客户端没有密钥', en: 'A public client has no secret' });
export const SelectionUnknown = refusal('selection.unknown', 404, { zh: '找不到该选用记录', en: 'No such selection' });
export const SelectionHeld = refusal('selection.held', 409, { zh: '已选用该应用', en: 'The app is already selected here' });
export const ScopesExceeded = refusal(
  'selection.scopes_exceeded',
  422,
  { zh: '超出应用可申请的范围：{scopes}', en: 'The app may not be given {scopes}' },
  z.strictObject({ scopes: z.array(z.string()) }),
);
export const ProfileExceeded = refusal(
  'selection.profile_exceeded',
  422,
  { zh: '超出应用的字段方案“{profile}”', en: 'The app’s field profile is {profile}; a selection gives no more' },
  z.strictObject({ profile: z.string() }),
);
