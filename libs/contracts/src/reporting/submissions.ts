import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { authorityReviewers } from '../roles.js';
import { Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { IndicatorCode } from './indicators.js';
import { reviewLevels } from './calendars.js';

export const submissionStates = ['draft', 'submitted', 'returned', 'approved'] as const;
export type SubmissionState = (typeof submissionStates)[number];

export const submissionMoves = ['fillIn', 'revise', 'submit', 'return', 'approve'] as const;
export type SubmissionMove = (typeof submissionMoves)[number];

/** Roles that fill in for their organisation. */
export const fillers = ['schoolAdmin', 'rollManager', 'app'] as const;

/** 填报 → 审核: a school fills in and submits, the authority above it returns or approves. */
export const submissionLifeCycle = new LifeCycle<SubmissionState, SubmissionMove>({
  fillIn: { from: ['draft'], to: 'draft', by: fillers },
  revise: { from: ['returned'], to: 'returned', by: fillers },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: fillers },
  return: { from: ['submitted'], to: 'returned', by: authorityReviewers },
  approve: { from: ['submitted'], to: 'approved', by: authorityReviewers },
});

/** A value that is no indicator's value still reaches the rules, so that all faults are told at once, field by field. */
const Value = z.union([z.number(), text(2000), z.null()]);
const Values = z.record(IndicatorCode, Value);
export type Values = z.output<typeof Values>;

/** At most as many values as a form has indicators. */
export const ValuesInput = Values.refine((values) => Object.keys(values).length <= 200, 'values.too_many').describe(
  '各指标的值，null 为清空 values by indicator code; null clears one',
);

const Reason = z
  .strictObject({
    field: IndicatorCode.describe('指标代码 code of the indicator'),
    reason: text(500).describe('退回原因 why it is returned'),
  })
  .meta({ id: 'ReturnReason' });
export type Reason = z.output<typeof Reason>;

export const SubmissionReturn = z.strictObject({
  reasons: z.array(Reason).min(1).max(200).describe('逐项退回原因 reasons, field by field'),
  note: text(1000).optional().describe('总体意见 a note on the whole'),
});

export const SubmissionApproval = z.strictObject({ note: text(1000).optional().describe('审核意见 the reviewer’s note') });

/** What differs from the round before. */
const Difference = z
  .object({
    field: IndicatorCode.describe('指标代码 code of the indicator'),
    before: Value.describe('上一轮的值 value in the round before'),
    after: Value.describe('现在的值 value now'),
  })
  .meta({ id: 'Difference' });
export type Difference = z.output<typeof Difference>;

/** One organisation's figures for one period 填报表. */
export const Submission = z
  .object({
    ...itemShape,
    organisation: Id.describe('填报单位 organisation it is about'),
    filledBy: Id.describe('代填时为实际填报单位 organisation that filled it in; another one when filled in on behalf'),
    period: Id.describe('填报期 period'),
    form: Id.describe('表单 form'),
    status: z.enum(submissionStates).describe('状态 state'),
    round: z.int().min(1).describe('轮次，每次退回后加一 round; one more after each return'),
    reviewer: Id.nullable().describe(
      '审核单位（隶属的上级），提交前为空 reviewing organisation, the authority above by 隶属; null before the first submit',
    ),
    level: z.enum(reviewLevels).nullable().describe('审核层级 level of the review'),
    values: Values.describe('各指标的值 values by indicator code'),
    reasons: z.array(Reason).describe('上次退回的逐项原因 reasons of the last return'),
    note: z.string().nullable().describe('上次审核的总体意见 note of the last review'),
    changes: z.array(Difference).describe('与上一轮的差异 what differs from the round before'),
    submittedAt: Instant.nullable().describe('最近提交时间 when it was last submitted'),
    decidedAt: Instant.nullable().describe('最近审核时间 when it was last decided'),
    moves: moves(submissionMoves),
  })
  .meta({ id: 'Submission' });
export type Submission = z.output<typeof Submission>;

/** One step of a submission's way 流转记录: what was submitted, who decided what, and why. */
export const ReviewStep = z
  .object({
    id: Id.describe('标识 id'),
    round: z.int().describe('轮次 round'),
    level: z.enum(['school', ...reviewLevels]).describe('层级 level'),
    organisation: Id.describe('经办单位 organisation that acted'),
    role: z.string().describe('经办身份 role that acted'),
    decision: z.enum(['submitted', 'returned', 'approved']).describe('动作 what was done'),
    reasons: z.array(Reason).describe('逐项原因 reasons, field by field'),
    note: z.string().nullable().describe('意见 note'),
    values: Values.describe('当时的值 the values as they then were'),
    at: Instant.describe('时间 when'),
  })
  .meta({ id: 'ReviewStep' });
export type ReviewStep = z.output<typeof ReviewStep>;

export const ReviewTrail = z
  .object({ items: z.array(ReviewStep).describe('流转记录，从早到晚 steps, oldest first') })
  .meta({ id: 'ReviewTrail' });

/** Figures and choices travel; words somebody wrote do not, since they may name a person. */
export const SubmissionFact = Submission.omit({
  createdAt: true,
  updatedAt: true,
  version: true,
  reasons: true,
  note: true,
  changes: true,
  moves: true,
}).meta({ id: 'SubmissionFact' });
export type SubmissionFact = z.output<typeof SubmissionFact>;

export const submissionFacts = facts('reporting', 'submission', SubmissionFact, {
  drafted: '填报已开始 A submission was begun',
  saved: '填报内容已保存 A submission was saved',
  submitted: '填报表已提交 A submission was submitted',
  returned: '填报表已退回修改 A submission was returned',
  approved: '填报表已审核通过 A submission was approved',
});

export const SubmissionNotFound = refusal('submission.not_found', 404, { zh: '找不到该填报表', en: 'There is no such submission' });
export const SubmissionExists = refusal(
  'submission.exists',
  409,
  { zh: '本单位在该填报期已有填报表', en: 'This organisation already has a submission in this period' },
  z.strictObject({ submission: Id.nullable() }),
);
export const SubmissionNotExpected = refusal('submission.not_expected', 409, {
  zh: '该类单位不填报此数据集',
  en: 'This kind of organisation does not fill in this data set',
});

/** A broken rule at one field; `words` are in the caller's language. */
export const BrokenRule = z
  .strictObject({
    field: z.string().describe('指标代码 code of the indicator'),
    rule: z.string().describe('规则 rule'),
    words: z.string().describe('说明 explanation'),
  })
  .meta({ id: 'BrokenRule' });
export type BrokenRule = z.output<typeof BrokenRule>;

export const SubmissionBrokenRules = refusal(
  'submission.broken_rules',
  422,
  { zh: '有数据不符合规则', en: 'Some values break the rules' },
  z.strictObject({ faults: z.array(BrokenRule) }),
);
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
  z.strictObject({ reviewer: z.string(), level: z.enum(reviewLevels) }),
);
export const SubmissionNoReviewer = refusal('submission.no_reviewer', 409, {
  zh: '本单位之上没有可审核的教育主管部门',
  en: 'No education authority above this organisation can review it',
});
