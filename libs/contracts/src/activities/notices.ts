import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, InstantInput, itemShape, moves, text } from '../shapes/shapes.js';
import { organisers } from './settings.js';

export const noticeStates = ['open', 'finalised'] as const;
export type NoticeState = (typeof noticeStates)[number];
export const noticeMoves = ['finalise'] as const;

/** 公示 → 认定. */
export const noticeLifeCycle = new LifeCycle<NoticeState, (typeof noticeMoves)[number]>({
  finalise: { from: ['open'], to: 'finalised', by: organisers },
});

/** One transaction carries a notice and all its entries; 200 stay well below two seconds. More results go in several notices. */
const mostLines = 200;

export const NoticeInput = z
  .strictObject({
    awards: z
      .array(z.strictObject({ entry: Id.describe('作品 entry'), award: z.string().max(40).describe('奖项 award, by code') }))
      .min(1)
      .max(mostLines)
      .describe('拟获奖作品 entries and the awards they are to receive'),
    closes: InstantInput.optional().describe('公示截止，缺省按活动的公示天数 when it ends; by the activity’s days unless said'),
  })
  .superRefine(({ awards }, context) => {
    const entries = awards.map(({ entry }) => entry);
    entries.forEach((entry, index) => {
      if (entries.indexOf(entry) < index) context.addIssue({ code: 'custom', path: ['awards', index, 'entry'], message: 'entry.repeated' });
    });
  });

const NoticeLine = z
  .object({
    entry: Id.describe('作品标识，提出异议时使用 id of the entry, for objections'),
    organisation: Id.describe('学校标识 id of the school'),
    school: z.string().describe('学校 school'),
    title: z.string().describe('作品名称 title of the work'),
    group: z.string().describe('组别 group'),
    category: z.string().describe('作品类别 category'),
    award: z.string().describe('拟授奖项 award'),
    struck: z.boolean().describe('因异议成立取消 struck after an objection'),
  })
  .meta({ id: 'NoticeLine' });
export type NoticeLine = z.output<typeof NoticeLine>;

/** Results before everybody's eyes 公示: schools and works, no people. */
export const PublicNotice = z
  .object({
    ...itemShape,
    organisation: Id.describe('公示单位 authority that gives notice'),
    authority: z.string().describe('公示单位名称 name of the authority'),
    activity: Id.describe('活动 activity'),
    activityName: z.string().describe('活动名称 name of the activity'),
    opens: Instant.describe('公示开始 begins'),
    closes: Instant.describe('公示截止 ends'),
    status: z.enum(noticeStates).describe('状态：公示中或已认定 in notice, or recognised'),
    lines: z.array(NoticeLine).describe('公示名单 results'),
    moves: moves(noticeMoves),
  })
  .meta({ id: 'PublicNotice' });
export type PublicNotice = z.output<typeof PublicNotice>;

export const PublicNoticeFact = PublicNotice.omit({ createdAt: true, updatedAt: true, version: true, moves: true }).meta({
  id: 'PublicNoticeFact',
});
export type PublicNoticeFact = z.output<typeof PublicNoticeFact>;

export const publicNoticeFacts = facts('activities', 'public_notice', PublicNoticeFact, {
  announced: '公示已发布 Results were put in public notice',
  corrected: '公示因异议成立更正 A public notice was corrected after an objection',
  finalised: '公示结果已认定 The results were recognised',
});

export const objectionStates = ['filed', 'upheld', 'dismissed'] as const;
export type ObjectionState = (typeof objectionStates)[number];
export const objectionMoves = ['uphold', 'dismiss'] as const;

export const objectionLifeCycle = new LifeCycle<ObjectionState, (typeof objectionMoves)[number]>({
  uphold: { from: ['filed'], to: 'upheld', by: organisers },
  dismiss: { from: ['filed'], to: 'dismissed', by: organisers },
});

export const ObjectionInput = z.strictObject({
  entry: Id.describe('作品 entry it is about'),
  grounds: text(4000).describe('异议理由 grounds'),
});

export const ObjectionDecision = z.strictObject({
  decision: z.enum(objectionMoves).describe('异议成立或不成立 whether the objection is upheld'),
  answer: text(4000).describe('答复 answer'),
});

/** What somebody holds against a result while it is in public notice 异议. */
export const Objection = z
  .object({
    ...itemShape,
    organisation: Id.describe('公示单位 authority that gave notice'),
    notice: Id.describe('公示 public notice'),
    entry: Id.describe('作品 entry'),
    objector: Id.describe('提出人的人员标识 person id of who filed it'),
    grounds: z.string().describe('异议理由 grounds'),
    status: z.enum(objectionStates).describe('状态 state'),
    answer: z.string().nullable().describe('答复 answer'),
    moves: moves(objectionMoves),
  })
  .meta({ id: 'Objection' });
export type Objection = z.output<typeof Objection>;

export const ObjectionFact = Objection.pick({ id: true, organisation: true, notice: true, entry: true, status: true }).meta({
  id: 'ObjectionFact',
});
export type ObjectionFact = z.output<typeof ObjectionFact>;

export const objectionFacts = facts('activities', 'objection', ObjectionFact, {
  filed: '异议已提出 An objection was filed',
  upheld: '异议成立 An objection was upheld',
  dismissed: '异议不成立 An objection was dismissed',
});

export const NoticeNotFound = refusal('notice.not_found', 404, { zh: '找不到该公示', en: 'There is no such public notice' });
export const NoticeRunning = refusal(
  'notice.running',
  409,
  { zh: '公示期至 {closes}，期满后方可认定', en: 'The public notice runs until {closes}; only then can its results be recognised' },
  z.strictObject({ closes: z.string() }),
);
export const NoticeOver = refusal(
  'notice.over',
  409,
  { zh: '公示已于 {closed} 结束', en: 'The public notice ended at {closed}' },
  z.strictObject({ closed: z.string() }),
);
export const NoticeTooShort = refusal('notice.too_short', 422, {
  zh: '公示截止时间应晚于现在',
  en: 'A public notice must end later than now',
});
export const NoticeAwardUnknown = refusal(
  'notice.award_unknown',
  422,
  { zh: '活动没有这些奖项：{awards}', en: 'The activity has no such awards: {awards}' },
  z.strictObject({ awards: z.array(z.string()) }),
);
export const NoticeEntryUnknown = refusal('notice.entry_unknown', 422, {
  zh: '该公示中没有此作品',
  en: 'This public notice has no such entry',
});
export const NoticeEntriesUnready = refusal(
  'notice.entries_unready',
  409,
  { zh: '有 {count} 件作品尚未完成评审', en: '{count} entries have not been evaluated' },
  z.strictObject({ count: z.int(), entries: z.array(Id) }),
);
export const ObjectionNotFound = refusal('objection.not_found', 404, { zh: '找不到该异议', en: 'There is no such objection' });
export const ObjectionUndecided = refusal(
  'objection.undecided',
  409,
  { zh: '还有 {count} 件异议未处理', en: '{count} objections are not decided yet' },
  z.strictObject({ count: z.int() }),
);
