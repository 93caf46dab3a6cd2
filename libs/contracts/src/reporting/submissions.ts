import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { authorityReviewers } from '../roles.js';
import { Day, Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { Attachment } from './attachments.js';
import { IndicatorCode, type prefillSources } from './indicators.js';
import { NationalEntry } from './national-entries.js';
import { reviewLevels } from './calendars.js';
import { Uncomputable, Warning } from './validation-rules.js';

export const submissionStates = ['draft', 'submitted', 'returned', 'approved'] as const;
export type SubmissionState = (typeof submissionStates)[number];

export const submissionMoves = ['fillIn', 'revise', 'submit', 'return', 'approve', 'correct', 'withdraw'] as const;
export type SubmissionMove = (typeof submissionMoves)[number];

/** Roles that fill in for their organisation. */
export const fillers = ['schoolAdmin', 'rollManager', 'app'] as const;

/** 填报 → 审核: a school fills in and submits, the authority above it returns or approves, and lets correct what was approved. */
export const submissionLifeCycle = new LifeCycle<SubmissionState, SubmissionMove>({
  fillIn: { from: ['draft'], to: 'draft', by: fillers },
  revise: { from: ['returned'], to: 'returned', by: fillers },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: fillers },
  return: { from: ['submitted'], to: 'returned', by: authorityReviewers },
  approve: { from: ['submitted'], to: 'approved', by: authorityReviewers },
  correct: { from: ['approved'], to: 'returned', by: authorityReviewers },
  // Of a correction alone: back to what was approved.
  withdraw: { from: ['returned', 'submitted'], to: 'approved', by: authorityReviewers },
});

/** A value that is no indicator's value still reaches the rules, so that all faults are told at once, field by field. */
const Value = z.union([z.number(), text(2000), z.null()]);
export const Values = z.record(IndicatorCode, Value);
export type Values = z.output<typeof Values>;

/** At most as many values as a form has indicators. */
export const ValuesInput = Values.refine((values) => Object.keys(values).length <= 200, 'values.too_many').describe(
  '各指标的值，null 为清空 values by indicator code; null clears one',
);

export const Reason = z
  .strictObject({
    field: IndicatorCode.describe('指标代码 code of the indicator'),
    reason: text(500).describe('退回原因 why it is returned'),
  })
  .meta({ id: 'ReturnReason' });
export type Reason = z.output<typeof Reason>;

/** A refusal explained in an answer. */
export const Explained = z
  .object({
    code: z.string().describe('原因代码 code of the refusal'),
    detail: z.string().describe('说明 explanation'),
    facts: z.record(z.string(), z.unknown()).describe('原因的细节 facts of the refusal'),
  })
  .meta({ id: 'Explained' });
export type Explained = z.output<typeof Explained>;

/** A move the caller may not make now, and the refusal it would meet. */
const Blocked = Explained.extend({ move: z.enum(submissionMoves).describe('操作 move') }).meta({ id: 'BlockedMove' });
export type Blocked = z.output<typeof Blocked>;

/** What is said at a field to explain it, e.g. why it differs so much from the period before. */
const Remarks = z.record(IndicatorCode, text(500));
export type Remarks = z.output<typeof Remarks>;

export const RemarksInput = Remarks.refine((remarks) => Object.keys(remarks).length <= 200, 'remarks.too_many')
  .optional()
  .describe('各指标的说明，缺省保留原有的 remarks by indicator code; those there are kept unless given');

/** What differs from the round before. */
const Difference = z
  .object({
    field: IndicatorCode.describe('指标代码 code of the indicator'),
    before: Value.describe('上一轮的值 value in the round before'),
    after: Value.describe('现在的值 value now'),
  })
  .meta({ id: 'Difference' });
export type Difference = z.output<typeof Difference>;

/** What differs from the last period, with how much a number rose or fell. */
const ChangeSince = Difference.extend({
  percent: z
    .number()
    .nullable()
    .describe('升降百分比，一位小数；不可比时为空 rise or fall in per cent, one decimal; null where that says nothing'),
}).meta({ id: 'ChangeSinceLastPeriod' });
export type ChangeSince = z.output<typeof ChangeSince>;

const SinceLastPeriod = z
  .object({
    period: Id.describe('上一填报期 the last period'),
    name: z.string().describe('上一填报期名称 its name'),
    changes: z.array(ChangeSince).describe('变化的指标 what changed'),
  })
  .meta({ id: 'SinceLastPeriod' });

const signatory = (words: string) => text(40).nullable().describe(words);

/** Whose names stand below the printed submission. */
export const Signatories = z
  .strictObject({
    preparedBy: signatory('填表人 who prepared it'),
    reviewedBy: signatory('审核人 who checked it at the school'),
    responsible: signatory('负责人 who answers for it'),
  })
  .meta({ id: 'Signatories' });
export type Signatories = z.output<typeof Signatories>;

const counted = z.int().min(0);

/** What the platform itself knows of the organisation 一数一源, as it was last fetched: what nobody types, and what rules compare with. */
export const SubmissionSources = z
  .object({
    fetchedAt: Instant.describe('取数时间 when it was fetched'),
    counts: z
      .object({
        pupils: counted.describe('在校学生数 pupils'),
        classes: counted.describe('班级数 classes'),
        teachers: counted.describe('教师数 teachers'),
        teachingPoints: counted.describe('教学点数 teaching points'),
      } satisfies Record<(typeof prefillSources)[number], z.ZodType>)
      .describe('平台已有的数 what the platform knows'),
    changes: z.array(Difference).describe('与上次取数相比变化的指标 the indicators that fetching changed'),
  })
  .meta({ id: 'SubmissionSources' });
export type SubmissionSources = z.output<typeof SubmissionSources>;

/** Why something that was approved is open again 更正, and until when. */
const Correction = z
  .object({
    reason: z.string().describe('更正原因 why it is corrected'),
    until: Instant.describe('更正截止时间，各级皆以此为限 until when it is open, for every level'),
    openedBy: Id.describe('准予更正的单位 authority that opened it'),
  })
  .meta({ id: 'Correction' });

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
    nearest: Id.nullable().describe(
      '直接上级主管部门（隶属），其数据汇总于此；提交前为空 nearest authority above, at which its figures are added up; null before the first submit',
    ),
    actedBy: Id.nullable().describe(
      '代审单位：下级逾期、由上级代为审核时为其标识 organisation that last acted for a level that missed its day; null otherwise',
    ),
    values: Values.describe('各指标的值 values by indicator code'),
    computed: z.record(IndicatorCode, z.number()).describe('系统计算的指标的值 values of the computed indicators'),
    remarks: Remarks.describe('各指标的说明 remarks by indicator code'),
    warnings: z.array(Warning).describe('不符合的校验规则，保存和提交时重新计算 validation rules it breaks; anew at every save and submit'),
    reasons: z.array(Reason).describe('上次退回的逐项原因 reasons of the last return'),
    note: z.string().nullable().describe('上次审核的总体意见 note of the last review'),
    changes: z.array(Difference).describe('与上一轮的差异 what differs from the round before'),
    sinceLastPeriod: SinceLastPeriod.nullable().describe(
      '与上一填报期已通过数据的差异；没有可比数据时为空 what differs from what was approved in the last period of this data set; null where there is none',
    ),
    late: z.boolean().describe('是否在学校截止时间之后提交 submitted after the day of the schools'),
    warningCount: z.int().describe('警告数 how many rules warn'),
    changeCount: z
      .int()
      .nullable()
      .describe(
        '保存时与上一填报期相比变化的指标数；无可比数据时为空 values that differed from the last period when it was saved; null where there is nothing to compare with',
      ),
    risk: z
      .int()
      .describe(
        '风险分：警告、大幅变化、逾期、曾被退回，越高越应先看 how soon a reviewer should look at it: warnings, big changes, late, returned before',
      ),
    correction: Correction.nullable().describe('正在进行的更正 the correction under way; null when there is none'),
    unchanged: z.boolean().describe('是否一步确认为与上期无变化 confirmed in one step to be as in the last period'),
    signatories: Signatories.nullable().describe('打印件上的填表人、审核人、负责人 whose names stand below the printed submission'),
    sealedOn: Day.nullable().describe('收到盖章件的日期 day on which the sealed copy was received; null before'),
    attachments: z.array(Attachment).describe('附件 files that came with it'),
    sources: SubmissionSources.nullable().describe(
      '平台已有的数，最近一次取得的；表单与规则不用时为空 what the platform knew when it was last fetched; null where neither form nor rules speak of it',
    ),
    nationalEntry: NationalEntry.nullable().describe(
      '已录入国家系统的登记；未登记或数据重新填写后为空 that these values were entered in the national system; null until then',
    ),
    submittedAt: Instant.nullable().describe('最近提交时间 when it was last submitted'),
    decidedAt: Instant.nullable().describe('最近审核时间 when it was last decided'),
    moves: moves(submissionMoves),
    blocked: z.array(Blocked).describe('当前不可执行的操作及原因 moves the caller may not make now, and why'),
  })
  .meta({ id: 'Submission' });
export type Submission = z.output<typeof Submission>;

/** Figures and choices travel; words somebody wrote do not, since they may name a person. */
export const SubmissionFact = Submission.omit({
  createdAt: true,
  updatedAt: true,
  version: true,
  reasons: true,
  note: true,
  remarks: true,
  warnings: true,
  changes: true,
  sinceLastPeriod: true,
  late: true,
  warningCount: true,
  changeCount: true,
  risk: true,
  correction: true,
  attachments: true,
  sources: true,
  nationalEntry: true,
  signatories: true,
  moves: true,
  blocked: true,
}).meta({ id: 'SubmissionFact' });
export type SubmissionFact = z.output<typeof SubmissionFact>;

export const submissionFacts = facts('reporting', 'submission', SubmissionFact, {
  drafted: '填报已开始 A submission was begun',
  saved: '填报内容已保存 A submission was saved',
  submitted: '填报表已提交 A submission was submitted',
  handed_on: '填报表已交上一级审核 A submission was handed on to the level above',
  returned: '填报表已退回修改 A submission was returned',
  handed_back: '填报表已退回下一级审核 A submission was handed back to the level below',
  signatories_named: '已填写填报表的签署人 Who signs a submission was named',
  reopened: '已准予更正填报表 A submission was opened for correction',
  correction_withdrawn:
    '已撤回对填报表的更正，恢复原通过的数据 The correction of a submission was withdrawn: what was approved stands again',
  sealed: '已登记填报表的盖章件 The sealed copy of a submission was recorded',
  approved: '填报表已审核通过 A submission was approved',
  entered: '填报表已登记录入国家系统 A submission was entered in the national system',
});

export const SubmissionNotFound = refusal('submission.not_found', 404, { zh: '找不到该填报表', en: 'There is no such submission' });
export const SubmissionExists = refusal(
  'submission.exists',
  409,
  { zh: '本单位在该填报期已有填报表', en: 'This organisation already has a submission in this period' },
  z.strictObject({ submission: Id.nullable() }),
);
export const SubmissionNotYours = refusal('submission.not_yours', 409, {
  zh: '只能填报本单位的数据；中心学校可为所属教学点代填',
  en: 'One fills in for one’s own organisation; a central school also for its teaching points',
});
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

/** What would be said of a submission if it were submitted now. */
export const SubmissionValidation = z
  .object({
    faults: z.array(BrokenRule).describe('不改正则不能提交 what keeps it from being submitted'),
    warnings: z.array(Warning).describe('不符合的校验规则 validation rules it breaks'),
    uncomputable: z.array(Uncomputable).describe('无法计算的校验规则 validation rules that cannot be computed'),
    computed: z.record(IndicatorCode, z.number()).describe('系统计算的指标的值 values of the computed indicators'),
  })
  .meta({ id: 'SubmissionValidation' });
export type SubmissionValidation = z.output<typeof SubmissionValidation>;

export const SubmissionBrokenRules = refusal(
  'submission.broken_rules',
  422,
  { zh: '有数据不符合规则', en: 'Some values break the rules' },
  z.strictObject({ faults: z.array(BrokenRule) }),
);
export const SubmissionNoReviewer = refusal('submission.no_reviewer', 409, {
  zh: '本单位之上没有可审核的教育主管部门',
  en: 'No education authority above this organisation can review it',
});
export const SubmissionNoLastPeriod = refusal('submission.no_last_period', 409, {
  zh: '上一填报期没有已通过的数据，不能确认无变化',
  en: 'Nothing was approved in the last period, so nothing can be unchanged',
});
export const SubmissionFieldsChanged = refusal(
  'submission.fields_changed',
  409,
  { zh: '这些指标已被他人改为别的值', en: 'Others have changed these fields to something else' },
  z.strictObject({ fields: z.array(z.strictObject({ field: IndicatorCode, value: Value })) }),
);
