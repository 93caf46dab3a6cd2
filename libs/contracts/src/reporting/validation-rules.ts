import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, itemShape, moves, text } from '../shapes/shapes.js';
import { IndicatorCode } from './indicators.js';

export const severities = ['blocking', 'warning'] as const;

const Severity = z
  .enum(severities)
  .describe('严重程度：阻断提交，或仅提示 whether it keeps a submission from being submitted, or only warns');

const field = IndicatorCode.describe('指标代码 code of the indicator');
const fields = (words: string) => z.array(IndicatorCode).max(50).default([]).describe(words);
const pair = z.array(IndicatorCode).min(2).max(10).describe('指标代码 codes of the indicators');

/** What a rule demands: said in the language of expressions, or as one of the usual kinds with its configuration. */
export const RuleCondition = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('expression').describe('表达式 an expression'),
      expression: text(2000).describe('须成立的判断，如 mm_classrooms <= classrooms what must be true'),
      marks: fields('标记在哪些指标上，缺省为表达式中的第一个 fields that it marks; the first one it speaks of unless said'),
    }),
    z.strictObject({ kind: z.literal('requiredPair').describe('同填同空 all filled in or none'), fields: pair }),
    z.strictObject({ kind: z.literal('exclusivePair').describe('互斥 at most one filled in'), fields: pair }),
    z.strictObject({
      kind: z.literal('range').describe('取值范围 within a range'),
      field,
      min: z.number().min(-1e12).max(1e12).optional().describe('最小值 least value'),
      max: z.number().min(-1e12).max(1e12).optional().describe('最大值 greatest value'),
    }),
    z.strictObject({
      kind: z.literal('change').describe('与上期相比变动过大 differs much from the period before'),
      fields: fields('指标，缺省为全部填报的数值指标 indicators; all numbers that are typed unless said'),
      percent: z.number().min(0.01).max(10_000).default(20).describe('允许的变动幅度（%） how many per cent are usual'),
      drops: z.boolean().default(false).describe('只看下降 only drops count'),
    }),
    z.strictObject({
      kind: z.literal('outlier').describe('与同级同类单位上期相比离群 far from what its siblings gave in the period before'),
      fields: fields('指标，缺省为全部填报的数值指标 indicators; all numbers that are typed unless said'),
      deviations: z.number().min(1).max(20).default(3).describe('允许偏离的标准差个数 how many standard deviations are usual'),
    }),
  ])
  .meta({ id: 'RuleCondition' });
export type RuleCondition = z.output<typeof RuleCondition>;

export const ruleStates = ['draft', 'on', 'off'] as const;
export type RuleState = (typeof ruleStates)[number];

export const ruleMoves = ['switchOn', 'switchOff'] as const;

export const ruleLifeCycle = new LifeCycle<RuleState, (typeof ruleMoves)[number]>({
  switchOn: { from: ['draft', 'off'], to: 'on' },
  switchOff: { from: ['on'], to: 'off' },
});

const ruleShape = {
  code: IndicatorCode.describe('规则代码 code of the rule, unique within the data set and its authority'),
  condition: RuleCondition.describe('须满足的条件 what it demands'),
  severity: Severity,
  needsRemark: z
    .boolean()
    .default(false)
    .describe('违反时须在该指标处说明原因方可提交 broken, it needs a remark at that field before the submission is submitted'),
  words: text(200).describe('中文说明，{indicator} 代表指标名称 what it demands, in Chinese; {indicator} stands for the name'),
  wordsEn: text(300).describe('英文说明 what it demands, in English'),
  validFrom: Day.optional().describe('自何日起的填报期适用（按数据截止日） for periods whose figures end on this day or later'),
  validUntil: Day.optional().describe('至何日止的填报期适用 for periods whose figures end on this day or earlier'),
};

export const RuleContent = z.strictObject(ruleShape);
export type RuleContent = z.output<typeof RuleContent>;
export const RuleChange = z.strictObject({
  condition: ruleShape.condition.optional(),
  severity: Severity.optional(),
  needsRemark: z.boolean().optional().describe('违反时须说明原因 broken, it needs a remark'),
  words: ruleShape.words.optional(),
  wordsEn: ruleShape.wordsEn.optional(),
  validFrom: Day.nullable().optional().describe('自何日起，null 为不限 from this day; null: from the beginning'),
  validUntil: Day.nullable().optional().describe('至何日止，null 为不限 until this day; null: without end'),
});

/** What an authority demands of what is reported 校验规则, beyond the form itself: tried on the past, then switched on. */
export const ValidationRule = z
  .object({
    ...itemShape,
    organisation: Id.describe('定义单位：适用于其下级的填报表 authority that defined it: it holds for submissions below it'),
    dataSet: Id.describe('数据集 data set'),
    ...ruleShape,
    state: z.enum(ruleStates).describe('状态：草稿、启用、停用 state'),
    moves: moves(ruleMoves),
  })
  .meta({ id: 'ValidationRule' });
export type ValidationRule = z.output<typeof ValidationRule>;

/** A rule that a submission breaks, at one field. */
export const Warning = z
  .strictObject({
    field: IndicatorCode.describe('指标代码 code of the indicator'),
    rule: z.string().describe('规则代码 code of the rule'),
    severity: Severity,
    needsRemark: z.boolean().describe('是否须说明原因 whether it needs a remark'),
    words: z.string().describe('中文说明 explanation in Chinese'),
    wordsEn: z.string().describe('英文说明 explanation in English'),
  })
  .meta({ id: 'SubmissionWarning' });
export type Warning = z.output<typeof Warning>;

/** Why a rule says nothing of a submission, when it is not for want of a value. */
export const Uncomputable = z
  .strictObject({
    rule: z.string().describe('规则代码 code of the rule'),
    reason: z
      .enum(['dividedByZero', 'notOnThisForm'])
      .describe('原因：除数为零，或表单版本不符 a division by zero, or a form of another version'),
  })
  .meta({ id: 'UncomputableRule' });
export type Uncomputable = z.output<typeof Uncomputable>;

export const RuleTrialRequest = z.strictObject({
  periods: z.array(Id).min(1).max(8).describe('用哪些填报期的数据试运行 periods on whose submissions it is tried'),
});

/** What a rule would have said of submissions of the past. Nothing is changed. */
export const RuleTrial = z
  .object({
    tried: z.int().describe('试运行的填报表数 submissions it was tried on'),
    held: z.int().describe('符合 submissions that keep it'),
    broken: z.int().describe('不符合 submissions that break it'),
    silent: z.int().describe('缺值，无法判断 submissions of which it says nothing, since a value is missing'),
    uncomputable: z.int().describe('除数为零或表单版本不符 submissions for which it cannot be computed'),
    complete: z.boolean().describe('是否已全部试完；否则请缩小范围 whether all were tried; if not, name fewer periods'),
    items: z
      .array(
        z.object({
          submission: Id.describe('填报表 submission'),
          organisation: Id.describe('填报单位 organisation it is about'),
          period: Id.describe('填报期 period'),
          outcome: z.enum(['broken', 'dividedByZero', 'notOnThisForm']).describe('结果 outcome'),
          fields: z.array(IndicatorCode).describe('被标记的指标 fields it marks'),
        }),
      )
      .describe('不符合或无法计算的，至多 200 条 those that break it or for which it cannot be computed, at most 200'),
  })
  .meta({ id: 'RuleTrial' });
export type RuleTrial = z.output<typeof RuleTrial>;

export const ValidationRuleFact = ValidationRule.omit({ createdAt: true, updatedAt: true, version: true, moves: true }).meta({
  id: 'ValidationRuleFact',
});
export type ValidationRuleFact = z.output<typeof ValidationRuleFact>;

export const validationRuleFacts = facts('reporting', 'validation_rule', ValidationRuleFact, {
  defined: '校验规则已定义 A validation rule was defined',
  changed: '校验规则已修改 A validation rule was changed',
  switched_on: '校验规则已启用 A validation rule was switched on',
  switched_off: '校验规则已停用 A validation rule was switched off',
});

export const ValidationRuleNotFound = refusal('validation_rule.not_found', 404, {
  zh: '找不到该校验规则',
  en: 'There is no such validation rule',
});
export const ValidationRuleCodeTaken = refusal(
  'validation_rule.code_taken',
  409,
  { zh: '本单位在该数据集已有代码为 {taken} 的规则', en: 'This authority already has a rule {taken} for this data set' },
  z.strictObject({ taken: z.string() }),
);
export const ValidationRuleOn = refusal('validation_rule.switched_on', 409, {
  zh: '规则已启用，请先停用再修改',
  en: 'The rule is switched on; switch it off before changing it',
});
export const PeriodOfOtherDataSet = refusal(
  'period.of_other_data_set',
  422,
  { zh: '这些填报期不属于该规则的数据集：{periods}', en: 'These periods are not of the rule’s data set: {periods}' },
  z.strictObject({ periods: z.array(Id) }),
);
