import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { schoolStaff } from '../roles.js';
import { Id, itemShape, moves, text } from '../shapes/shapes.js';
import { organisers, tiers } from './settings.js';

export const entryStates = ['entered', 'recommended', 'evaluated', 'announced', 'recognised', 'struck', 'withdrawn'] as const;
export type EntryState = (typeof entryStates)[number];
export const entryMoves = ['change', 'withdraw', 'recommend', 'evaluate', 'announce', 'recognise', 'strike'] as const;

/** 报送 → 逐级推荐 → 评审 → 公示 → 认定; an objection that is upheld strikes it. */
export const entryLifeCycle = new LifeCycle<EntryState, (typeof entryMoves)[number]>({
  change: { from: ['entered'], to: 'entered', by: schoolStaff },
  withdraw: { from: ['entered'], to: 'withdrawn', by: schoolStaff },
  recommend: { from: ['entered', 'recommended'], to: 'recommended', by: ['schoolAdmin', ...organisers] },
  evaluate: { from: ['recommended'], to: 'evaluated', by: ['expert'] },
  announce: { from: ['evaluated'], to: 'announced', by: organisers },
  recognise: { from: ['announced'], to: 'recognised', by: organisers },
  strike: { from: ['announced'], to: 'struck', by: organisers },
});

const work = {
  group: z.string().max(40).describe('组别 group, by code'),
  category: z.string().max(40).describe('作品类别 category, by code'),
  title: text(120).describe('作品名称 title of the work'),
  description: text(4000).optional().describe('作品说明，不写姓名和校名 description, without names of people or schools'),
  pupil: Id.describe('作者（学生）的人员标识 person id of the pupil who made it'),
  advisers: z.array(Id).max(2).default([]).describe('指导教师的人员标识 person ids of the advising teachers'),
};

export const EntryInput = z.strictObject(work);
export type EntryInput = z.output<typeof EntryInput>;

/** A pupil's work in an activity 作品. The pupil is an id here; names are identity's. */
export const Entry = z
  .object({
    ...itemShape,
    organisation: Id.describe('报送学校 school that entered it'),
    activity: Id.describe('活动 activity'),
    ...work,
    status: z.enum(entryStates).describe('状态 state'),
    tier: z.enum(tiers).describe('所在层级 tier at which it stands'),
    standsWith: Id.describe('所在单位 organisation with which it stands now'),
    score: z.number().nullable().describe('评审得分，仅组织单位可见 mean score of the experts; only the organiser sees it'),
    award: z.string().nullable().describe('奖项 award, by code'),
    moves: moves(entryMoves),
  })
  .meta({ id: 'Entry' });
export type Entry = z.output<typeof Entry>;

/** Without the pupil, the advisers, and the words somebody wrote. */
export const EntryFact = Entry.omit({
  createdAt: true,
  updatedAt: true,
  version: true,
  description: true,
  pupil: true,
  advisers: true,
  score: true,
  moves: true,
}).meta({ id: 'EntryFact' });
export type EntryFact = z.output<typeof EntryFact>;

export const entryFacts = facts('activities', 'entry', EntryFact, {
  entered: '作品已报送 A work was entered',
  changed: '作品信息已修改 An entry was changed',
  withdrawn: '作品已撤回 An entry was withdrawn',
  recommended: '作品已推荐 An entry was recommended',
  evaluated: '作品已评审 An entry was evaluated',
  announced: '作品结果已公示 The result of an entry was put in public notice',
  recognised: '作品结果已认定 The result of an entry was recognised',
  struck: '作品因异议成立被取消 An entry was struck after an objection',
});

export const EntryNotFound = refusal('entry.not_found', 404, { zh: '找不到该作品', en: 'There is no such entry' });
export const EntryPupilUnknown = refusal('entry.pupil_unknown', 422, { zh: '该校没有这名学生', en: 'The school has no such pupil' });
export const EntryAdviserUnknown = refusal('entry.adviser_unknown', 422, {
  zh: '该校没有这名指导教师',
  en: 'The school has no such adviser',
});
export const EntryChoiceUnknown = refusal(
  'entry.choice_unknown',
  422,
  { zh: '活动中没有这个组别或作品类别：{chosen}', en: 'The activity has no such group or category: {chosen}' },
  z.strictObject({ field: z.enum(['group', 'category']), chosen: z.string() }),
);
export const EntryElsewhere = refusal(
  'entry.elsewhere',
  409,
  { zh: '作品目前在{organisation}', en: 'The entry stands with {organisation} now' },
  z.strictObject({ organisation: z.string(), tier: z.enum(tiers) }),
);
export const EntryAtTop = refusal('entry.at_top', 409, {
  zh: '作品已到达组织单位，不能再推荐',
  en: 'The entry has reached the organiser; there is nobody above to recommend it to',
});
export const EntryNotAtOrganiser = refusal('entry.not_at_organiser', 409, {
  zh: '作品尚未推荐到组织单位',
  en: 'The entry has not been recommended up to the organiser',
});
export const QuotaExceeded = refusal(
  'quota.exceeded',
  409,
  { zh: '推荐名额 {quota} 个，已用 {used} 个', en: 'The quota is {quota}, of which {used} are used' },
  z.strictObject({ quota: z.int(), used: z.int(), tier: z.enum(tiers), group: z.string() }),
);
