import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, Instant, InstantInput, text } from '../shapes/shapes.js';
import { Attachment } from './attachments.js';
import { reviewLevels } from './calendars.js';
import { Explained, Reason, submissionStates, Values } from './submissions.js';

const note = (words: string) => text(1000).optional().describe(words);

const onBehalf = text(500)
  .optional()
  .describe('代审理由：下级逾期未审时由上级代审，须说明 why the caller acts for a level below that has missed its day');

export const SubmissionReturn = z.strictObject({
  reasons: z.array(Reason).min(1).max(200).describe('逐项退回原因 reasons, field by field'),
  note: note('总体意见 a note on the whole'),
  to: z
    .enum(['school', 'levelBelow'])
    .default('school')
    .describe('退回到：填报单位，或下一级审核单位 to whom it goes: who filled it in, or the reviewing level below'),
  onBehalf,
});

export const SubmissionApproval = z.strictObject({ note: note('审核意见 the reviewer’s note'), onBehalf });

export const SubmissionCorrection = z.strictObject({
  reason: text(500).describe('更正原因 why it is corrected'),
  until: InstantInput.describe('更正截止时间，各级皆以此为限 until when it is open, for every level'),
});

export const CorrectionWithdrawal = z.strictObject({ reason: text(500).describe('撤回原因 why it is withdrawn') });

export const SealedCopy = z.strictObject({
  receivedOn: Day.nullable().describe('收到盖章件的日期；null 为撤销登记 day on which the sealed copy was received; null takes it back'),
});

/** As many as one sitting may decide at once. */
const mostAtOnce = 500;

const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

export const SubmissionApprovals = SubmissionApproval.extend({
  submissions: z.array(Id).min(1).max(mostAtOnce).refine(distinct, 'submission.repeated').describe('填报表标识 ids of the submissions'),
});

export const SubmissionReturns = z.strictObject({
  items: z
    .array(SubmissionReturn.extend({ submission: Id.describe('填报表标识 id of the submission') }))
    .min(1)
    .max(mostAtOnce)
    .refine((items) => distinct(items.map(({ submission }) => submission)), 'submission.repeated')
    .describe('逐份的退回原因 what is returned, and why, one by one'),
});

export const UnremarkableApprovals = SubmissionApproval.omit({ onBehalf: true }).extend({ period: Id.describe('填报期 period') });

/** What became of one of many: decided, or refused as it would have been alone. */
const ReviewOutcome = z
  .object({
    submission: Id.describe('填报表标识 id of the submission'),
    status: z.enum(submissionStates).nullable().describe('现在的状态；被拒绝时为空 its state now; null where it was refused'),
    refused: Explained.nullable().describe('被拒绝的原因 why it was refused; null where it was not'),
  })
  .meta({ id: 'ReviewOutcome' });
export type ReviewOutcome = z.output<typeof ReviewOutcome>;

export const ReviewOutcomes = z
  .object({
    items: z.array(ReviewOutcome).describe('逐份结果，按请求顺序 what became of each, in the order asked'),
    decided: z.int().describe('已办理数 how many were decided'),
    refused: z.int().describe('被拒绝数 how many were refused'),
  })
  .meta({ id: 'ReviewOutcomes' });
export type ReviewOutcomes = z.output<typeof ReviewOutcomes>;

/** One step of a submission's way 流转记录: what was submitted, who decided what, and why. */
export const ReviewStep = z
  .object({
    id: Id.describe('标识 id'),
    round: z.int().describe('轮次 round'),
    level: z.enum(['school', ...reviewLevels]).describe('层级 level'),
    organisation: Id.describe('经办单位 organisation that acted'),
    onBehalfOf: Id.nullable().describe('代审时为被代的审核单位 the reviewing organisation that was acted for; null otherwise'),
    role: z.string().describe('经办身份 role that acted'),
    decision: z.enum(['submitted', 'returned', 'handedBack', 'approved', 'reopened', 'withdrawn']).describe('动作 what was done'),
    reasons: z.array(Reason).describe('逐项原因 reasons, field by field'),
    note: z.string().nullable().describe('意见 note'),
    why: z
      .string()
      .nullable()
      .describe('代审、更正或撤回更正的理由 why the level was acted for, or why a correction was opened or withdrawn'),
    values: Values.describe('当时的值 the values as they then were'),
    attachments: z.array(Attachment).describe('当时的附件 the files that then came with it'),
    at: Instant.describe('时间 when'),
  })
  .meta({ id: 'ReviewStep' });
export type ReviewStep = z.output<typeof ReviewStep>;

export const ReviewTrail = z
  .object({ items: z.array(ReviewStep).describe('流转记录，从早到晚 steps, oldest first') })
  .meta({ id: 'ReviewTrail' });

const atLevel = z.strictObject({ reviewer: z.string(), level: z.enum(reviewLevels) });

export const SubmissionFieldUnknown = refusal(
  'submission.field_unknown',
  422,
  { zh: '表单中没有这些指标：{fields}', en: 'The form has no such indicators: {fields}' },
  z.strictObject({ fields: z.array(z.string()) }),
);
export const SubmissionWaitingLowerLevel = refusal(
  'submission.waiting_lower_level',
  409,
  { zh: '正等待下级（{reviewer}）审核', en: 'It waits for the level below: {reviewer}' },
  atLevel,
);
export const SubmissionLevelMissed = refusal(
  'submission.level_missed',
  409,
  {
    zh: '下级（{reviewer}）已于 {closed} 逾期，说明理由后可以代审',
    en: 'The level below ({reviewer}) missed its day, {closed}; it can be acted for with a reason',
  },
  atLevel.extend({ closed: z.string() }),
);
export const SubmissionWithHigherLevel = refusal(
  'submission.with_higher_level',
  409,
  { zh: '已交上级（{reviewer}）审核', en: 'It lies with the level above: {reviewer}' },
  atLevel,
);
export const SubmissionNoLevelBelow = refusal('submission.no_level_below', 409, {
  zh: '下面没有另一级审核，只能退回填报单位',
  en: 'No other level reviewed it below; it can only go back to who filled it in',
});
export const SubmissionOutsideChain = refusal('submission.outside_chain', 409, {
  zh: '本单位不在该填报表的审核链上',
  en: 'This authority is not one of those that review it',
});
export const CorrectionUntilPast = refusal(
  'correction.until_past',
  422,
  { zh: '更正截止时间 {until} 已过', en: 'The correction would end in the past: {until}' },
  z.strictObject({ until: z.string() }),
);
export const CorrectionNotOpen = refusal('correction.not_open', 409, {
  zh: '没有可撤回的更正',
  en: 'There is no correction that could be withdrawn',
});
export const SubmissionNotHandedIn = refusal('submission.not_handed_in', 409, {
  zh: '填报表尚未提交，盖章件无从对应',
  en: 'It is not submitted: a sealed copy would be of something else',
});
export const SealedCopyTomorrow = refusal(
  'sealed_copy.in_future',
  422,
  { zh: '收到日期不得晚于今天（{today}）', en: 'It cannot be received after today, {today}' },
  z.strictObject({ today: Day }),
);
