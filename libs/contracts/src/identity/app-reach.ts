import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { Day, Id, Instant, itemShape, text } from '../shapes/shapes.js';
import { FieldProfile } from './field-profiles.js';

/** A filing 备案 as whoever keeps the register told it. */
export const Filing = z
  .object({
    number: z.string().nullable().describe('备案号 number; null when there is none'),
    until: Day.nullable().describe('有效期至 last day it holds; null when no end is set'),
    state: z.enum(['none', 'valid', 'lapsing', 'lapsed']).describe('无、有效、60 日内到期、已过期 state'),
  })
  .meta({ id: 'Filing' });

export const GivenFiling = z.strictObject({
  number: text(100).nullable().describe('备案号 number; null takes the filing away'),
  until: Day.nullable().default(null).describe('有效期至 last day it holds'),
});

/** How much a missing or lapsed filing matters in a region: it is seen, it is told, or the app serves nobody there. */
export const filingModes = ['observe', 'warn', 'enforce'] as const;

export const FilingPolicy = z
  .object({
    ...itemShape,
    organisation: Id.describe('主管部门 the authority whose region it is for'),
    mode: z.enum(filingModes).describe('方式：观察、提醒、强制 mode'),
    from: Day.describe('自何日起 from which day'),
  })
  .meta({ id: 'FilingPolicy' });

const FilingKind = z.enum(['provider', 'user']).describe('提供者备案或使用者备案 whose filing: of the provider or of the user');
const noticed = {
  kind: FilingKind,
  days: z
    .int()
    .describe('提前天数：60、30、7；0 表示本地区已要求而尚缺 days ahead: 60, 30, 7; 0 when the region warns of one that is lacking'),
  lapsesOn: Day.describe('到期日；尚缺者为要求之日 day it lapses; of a lacking one, the day from which it is asked for'),
};

export const FilingNotice = z
  .object({
    ...itemShape,
    app: Id.describe('应用记录标识 id of the app'),
    name: z.string().describe('应用名称 name of the app'),
    organisation: Id.describe('被提醒的组织 who is told'),
    ...noticed,
  })
  .meta({ id: 'FilingNotice' });

/** What a region that warns, or is about to enforce, misses of an app. */
export const FilingWarning = z
  .object({
    mode: z.enum(['warn', 'enforce']).describe('方式：提醒、强制 mode'),
    from: Day.describe('自何日起；强制者届时停止服务 from which day; where it is enforced, the app serves nobody there from then on'),
    lacks: z.array(FilingKind).describe('缺哪些备案 which filings are lacking'),
  })
  .meta({ id: 'FilingWarning' });

export const FilingNoticeToApp = z
  .object({ ...noticed, at: Instant.describe('何时提醒 when it was told') })
  .meta({ id: 'FilingNoticeToApp' });

export const Quota = z
  .object({
    requestsPerMinute: z.int().min(1).max(60_000).describe('每分钟调用次数 calls a minute'),
    pageSize: z.int().min(20).max(200).describe('每页最多条数 items per page at most'),
  })
  .meta({ id: 'Quota' });
/** What an app has unless the bureau says otherwise. */
export const defaultQuota: z.output<typeof Quota> = { requestsPerMinute: 6000, pageSize: 200 };

/** One organisation an app serves, or has served. */
export const ReachedOrganisation = z
  .object({
    selection: Id.describe('选用标识 id of the selection'),
    organisation: Id.describe('组织标识，含其下级 organisation, with all below'),
    name: z.string().describe('组织名称 its name'),
    state: z.enum(['serving', 'lost']).describe('服务中、已失去 whether it may be served now'),
    why: z
      .enum(['ended', 'expired', 'suspended', 'withdrawn', 'filing', 'closed'])
      .nullable()
      .describe('为何失去：结束选用、到期、暂停、下架、备案、组织撤销 why not'),
    since: Instant.describe('自何时起 since when it was selected'),
    until: Instant.nullable().describe('有效期至 until when'),
    endedAt: Instant.nullable().describe('何时失去 when it was lost'),
    endedBy: z.enum(['school', 'bureau', 'vendor', 'platform']).nullable().describe('由谁结束：学校、主管部门、企业、平台 who ended it'),
    reason: z.string().nullable().describe('理由 reason given'),
    scopes: z.array(z.string()).describe('授权范围 scopes given'),
    profile: FieldProfile,
    providerFiling: Filing.describe('提供者备案 filing of the provider'),
    userFiling: Filing.describe('使用者备案 filing of the user'),
    warning: FilingWarning.nullable().describe(
      '本地区提醒的备案缺失 what the region warns of; null where it only observes or nothing is lacking',
    ),
    notices: z.array(FilingNoticeToApp).describe('备案提醒，未过期者 notices of filings that still matter'),
  })
  .meta({ id: 'ReachedOrganisation' });

export const LookedUp = z.object({
  id: Id.describe('标识 id'),
  kind: z.enum(['organisation', 'person', 'class']).nullable().describe('是什么 what it is; null when unknown'),
  state: z
    .enum(['found', 'gone', 'merged', 'unknown'])
    .describe('在、已注销、已合并、未知（含无权知道） state; unknown also stands for what is out of reach'),
  successor: Id.nullable().describe('合并后的标识 id it was merged into'),
});

export const FilingPolicyFact = z.object({ id: Id, version: z.int(), organisation: Id, mode: z.enum(filingModes), from: z.string() });
export const filingPolicyFacts = facts('identity', 'filingPolicy', FilingPolicyFact, {
  set: '备案要求已设定 What a region asks of filings was set',
});
export const FilingNoticeFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  app: Id,
  client: z.string(),
  kind: z.enum(['provider', 'user']),
  days: z.int(),
  lapsesOn: z.string(),
});
export const filingNoticeFacts = facts('identity', 'filingNotice', FilingNoticeFact, {
  given: '备案将到期，或本地区要求而尚缺 A filing is about to lapse, or is lacking where a region warns of it',
});
