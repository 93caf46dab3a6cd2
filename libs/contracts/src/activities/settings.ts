import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { authorityReviewers } from '../roles.js';
import { Id, Instant, InstantInput, itemShape, moves, text } from '../shapes/shapes.js';

/** What a group, category, award or criterion is called in data. */
const Code = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'code.malformed');

/** Through whose hands an entry goes, from below; the last one is the organiser’s own. */
export const tiers = ['school', 'county', 'city', 'province'] as const;
export type Tier = (typeof tiers)[number];

/** Who runs activities for an authority. */
export const organisers = ['centreHead', 'systemAdmin', 'subjectResearcher', ...authorityReviewers] as const;

const Named = z
  .strictObject({
    code: Code.describe('代码 code'),
    name: text(80).describe('中文名 Chinese name'),
    nameEn: text(160).optional().describe('英文名 English name'),
  })
  .meta({ id: 'NamedCode' });

const Quota = z
  .strictObject({
    tier: z.enum(tiers).describe('层级 tier that recommends'),
    group: Code.describe('组别 group'),
    quota: z.int().min(0).max(10_000).describe('名额 how many entries each organisation of that tier may recommend'),
  })
  .meta({ id: 'Quota' });

const Criterion = z
  .strictObject({
    code: Code.describe('代码 code'),
    name: text(80).describe('评审指标 criterion'),
    nameEn: text(160).optional().describe('英文名 English name'),
    max: z.int().min(1).max(1000).describe('满分 most points'),
  })
  .meta({ id: 'Criterion' });

const window = <T extends z.ZodType>(instant: T) => ({ opens: instant.describe('开始 opens'), closes: instant.describe('截止 closes') });
const WindowInput = z.strictObject(window(InstantInput));
const Window = z.object(window(Instant)).meta({ id: 'ActivityWindow' });

export const activityStages = ['entry', 'recommendation', 'evaluation'] as const;
export type ActivityStage = (typeof activityStages)[number];

const windows = <T extends z.ZodType>(span: T) => ({
  entry: span.describe('报送作品 when works are entered'),
  recommendation: span.describe('逐级推荐 when each tier recommends'),
  evaluation: span.describe('专家评审 when experts evaluate'),
});

/** All of an activity that an administrator may choose, but for its dates. */
export const activityRules = {
  name: text(120).describe('活动名称 name'),
  nameEn: text(200).optional().describe('英文名 English name'),
  description: text(4000).optional().describe('活动说明 description'),
  groups: z.array(Named).min(1).max(50).describe('组别 groups'),
  categories: z.array(Named).min(1).max(100).describe('作品类别 categories of works'),
  tiers: z
    .array(z.enum(tiers))
    .min(2)
    .max(tiers.length)
    .describe('推荐层级，自下而上，最后为组织单位所在层级 tiers from below; the last is the organiser’s'),
  quotas: z.array(Quota).max(200).default([]).describe('推荐名额，未列出的不限 quotas; what is not listed is not limited'),
  rubric: z.array(Criterion).min(1).max(20).describe('评审标准 rubric of the expert evaluation'),
  evaluationsPerEntry: z.int().min(1).max(15).default(3).describe('每件作品的评审专家数 experts per entry'),
  expertLoad: z.int().min(1).max(2000).default(100).describe('每位专家最多评审的作品数 entries one expert evaluates at most'),
  awards: z.array(Named).min(1).max(20).describe('奖项 awards'),
  noticeDays: z.int().min(1).max(60).default(7).describe('公示天数 days a public notice lasts unless its dates are given'),
};

const rulesSchema = z.strictObject(activityRules);
const settingsSchema = z.strictObject({
  ...activityRules,
  windows: z.strictObject(windows(WindowInput)).describe('各阶段时间 windows of its activityStages'),
});
type Settings = z.output<typeof settingsSchema>;

/** Codes are unique, tiers rise, quotas name what exists, windows have a length. */
const coherent = (settings: Settings, context: z.RefinementCtx): void => {
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  for (const list of ['groups', 'categories', 'rubric', 'awards'] as const) {
    const codes = settings[list].map(({ code }) => code);
    codes.forEach((code, index) => codes.indexOf(code) < index && complain([list, index, 'code'], 'code.repeated'));
  }
  const heights = settings.tiers.map((tier) => tiers.indexOf(tier));
  if (heights.some((height, index) => index > 0 && height <= heights[index - 1]!)) complain(['tiers'], 'tiers.not_rising');
  settings.quotas.forEach(({ tier, group }, index) => {
    if (!settings.tiers.includes(tier)) complain(['quotas', index, 'tier'], 'tier.unknown');
    if (!settings.groups.some(({ code }) => code === group)) complain(['quotas', index, 'group'], 'group.unknown');
  });
  for (const stage of activityStages) {
    const { opens, closes } = settings.windows[stage];
    if (Date.parse(opens) >= Date.parse(closes)) complain(['windows', stage, 'closes'], 'window.empty');
  }
};

export const ActivitySettings = settingsSchema.superRefine(coherent).meta({ id: 'ActivitySettings' });
export type ActivitySettings = Settings;

/** A shipped configuration under its own name, to begin a new activity from; everything in it may be changed. */
export const ActivityTemplate = z
  .object({ code: Code.describe('模板代码 code of the template'), rules: rulesSchema.describe('活动规则 rules, to which dates are added') })
  .meta({ id: 'ActivityTemplate' });
export type ActivityTemplate = z.output<typeof ActivityTemplate>;

export const activityStates = ['draft', 'open', 'closed'] as const;
export type ActivityState = (typeof activityStates)[number];
export const activityMoves = ['change', 'open', 'close'] as const;

/** 筹备 → 开放 → 结束: settings are fixed once entries may come. */
export const activityLifeCycle = new LifeCycle<ActivityState, (typeof activityMoves)[number]>({
  change: { from: ['draft'], to: 'draft', by: organisers },
  open: { from: ['draft'], to: 'open', by: organisers },
  close: { from: ['open'], to: 'closed', by: organisers },
});

/** What people take part in 活动: a call for works with groups, tiers, windows, quotas and a rubric. */
export const Activity = z
  .object({
    ...itemShape,
    organisation: Id.describe('组织单位 organiser'),
    ...activityRules,
    windows: z.object(windows(Window)).describe('各阶段时间 windows of its activityStages'),
    status: z.enum(activityStates).describe('状态 state'),
    moves: moves(activityMoves),
  })
  .meta({ id: 'Activity' });
export type Activity = z.output<typeof Activity>;

export const ActivityFact = Activity.omit({ createdAt: true, updatedAt: true, version: true, moves: true }).meta({ id: 'ActivityFact' });
export type ActivityFact = z.output<typeof ActivityFact>;

export const activityFacts = facts('activities', 'activity', ActivityFact, {
  prepared: '活动已筹备 An activity was prepared',
  changed: '活动设置已修改 The settings of an activity were changed',
  opened: '活动已开放 An activity was opened',
  closed: '活动已结束 An activity was closed',
});

export const ActivityNotFound = refusal('activity.not_found', 404, { zh: '找不到该活动', en: 'There is no such activity' });
export const ActivityNotRunning = refusal('activity.not_running', 409, { zh: '活动尚未开放或已经结束', en: 'The activity is not open' });
export const ActivityStageNotOpen = refusal(
  'activity.stage_not_open',
  409,
  { zh: '该阶段 {opens} 开始', en: 'This stage opens at {opens}' },
  z.strictObject({ stage: z.enum(activityStages), opens: z.string() }),
);
export const ActivityStageClosed = refusal(
  'activity.stage_closed',
  409,
  { zh: '该阶段已于 {closed} 截止', en: 'This stage closed at {closed}' },
  z.strictObject({ stage: z.enum(activityStages), closed: z.string() }),
);
