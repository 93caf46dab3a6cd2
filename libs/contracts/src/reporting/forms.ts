import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { organisationKinds } from '../roles.js';
import { Id, itemShape, text } from '../shapes/shapes.js';

/** What an indicator is called in rules, figures and exports; stable across the versions of a form. */
export const IndicatorCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'code.malformed');

export const indicatorTypes = ['integer', 'number', 'percent', 'choice', 'text'] as const;

/** Types that rules may calculate with. */
const numeric = new Set<(typeof indicatorTypes)[number]>(['integer', 'number', 'percent']);

const Option = z
  .strictObject({
    code: IndicatorCode.describe('选项代码 code of the option'),
    name: text(80).describe('选项中文名 Chinese name'),
    nameEn: text(160).optional().describe('选项英文名 English name'),
  })
  .meta({ id: 'IndicatorOption' });

/** One thing a form asks 指标, with the rules that need only its own value. */
export const Indicator = z
  .strictObject({
    code: IndicatorCode.describe('指标代码 code of the indicator'),
    name: text(80).describe('指标中文名 Chinese name'),
    nameEn: text(160).describe('指标英文名 English name'),
    type: z.enum(indicatorTypes).describe('类型 type of the value; only integers and numbers are added up, percentages never'),
    unit: text(20).optional().describe('单位 unit'),
    definition: text(2000).optional().describe('口径 what exactly is counted'),
    required: z.boolean().default(false).describe('提交时必填 must be filled in when the submission is submitted'),
    min: z.number().optional().describe('最小值 least value'),
    max: z.number().optional().describe('最大值 greatest value'),
    decimals: z.int().min(0).max(6).optional().describe('小数位数，缺省 2 decimal places, 2 unless said'),
    options: z.array(Option).min(1).max(100).optional().describe('选项 options of a choice'),
  })
  .meta({ id: 'Indicator' });
export type Indicator = z.output<typeof Indicator>;

/** One side of a comparison: the sum of some indicators and a constant. */
const Sum = z
  .strictObject({
    indicators: z.array(IndicatorCode).max(20).default([]).describe('相加的指标 indicators added up'),
    constant: z.number().default(0).describe('常数 a constant added to them'),
  })
  .meta({ id: 'IndicatorSum' });
export type Sum = z.output<typeof Sum>;

export const comparisons = ['<', '<=', '=', '>=', '>'] as const;

/** A rule over several indicators, said as data: `mm_classrooms <= classrooms + special_rooms`. */
export const CrossRule = z
  .strictObject({
    code: IndicatorCode.describe('规则代码 code of the rule'),
    left: Sum.describe('左边 left side'),
    op: z.enum(comparisons).describe('比较 comparison'),
    right: Sum.describe('右边 right side'),
    words: text(200).describe('中文说明 what it demands, in Chinese'),
    wordsEn: text(300).describe('英文说明 what it demands, in English'),
  })
  .meta({ id: 'CrossRule' });
export type CrossRule = z.output<typeof CrossRule>;

const formShape = {
  indicators: z.array(Indicator).min(1).max(200).describe('指标 indicators, in the order of the form'),
  rules: z.array(CrossRule).max(200).default([]).describe('跨指标规则 rules over several indicators'),
};

type Content = { indicators: readonly Indicator[]; rules: readonly CrossRule[] };

/** A form must make sense in itself before it is handed to ten thousand schools. */
const coherent = ({ indicators, rules }: Content, context: z.RefinementCtx): void => {
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  indicators.forEach(({ code, type, options, min, max }, index) => {
    if (byCode.get(code) !== indicators[index]) complain(['indicators', index, 'code'], 'code.repeated');
    if ((type === 'choice') !== Boolean(options)) complain(['indicators', index, 'options'], 'options.belong_to_choices');
    if (min !== undefined && max !== undefined && min > max) complain(['indicators', index, 'min'], 'range.empty');
  });
  rules.forEach((rule, index) => {
    for (const side of ['left', 'right'] as const) {
      const strange = rule[side].indicators.some((code) => !numeric.has(byCode.get(code)?.type ?? 'text'));
      if (strange) complain(['rules', index, side], 'rule.needs_numbers');
    }
  });
};

/** What a new version of a form consists of. */
export const FormContent = z.strictObject(formShape).superRefine(coherent).meta({ id: 'FormContent' });
export type FormContent = z.output<typeof FormContent>;

/** One version of a data set's form. It never changes: what was reported stays readable as it was asked. */
export const Form = z
  .object({
    ...itemShape,
    organisation: Id.describe('定义单位 authority that defined it'),
    dataSet: Id.describe('所属数据集 data set it belongs to'),
    number: z.int().min(1).describe('表单版本号 version number of the form within its data set'),
    ...formShape,
  })
  .meta({ id: 'Form' });
export type Form = z.output<typeof Form>;

const dataSetShape = {
  code: IndicatorCode.describe('数据集代码 code of the data set, unique within the authority'),
  name: text(120).describe('中文名 Chinese name'),
  nameEn: text(200).describe('英文名 English name'),
  description: text(2000).optional().describe('说明 description'),
  filledBy: z
    .array(z.enum(organisationKinds))
    .min(1)
    .max(organisationKinds.length)
    .default(['school', 'centralSchool'])
    .describe('填报单位类别，缺省为学校与中心学校 kinds of organisation that fill it in; schools and central schools unless said'),
};

export const DataSetContent = z.strictObject(dataSetShape);

/** What is collected again and again 数据集: its form has versions, its periods have windows. */
export const DataSet = z
  .object({
    ...itemShape,
    organisation: Id.describe('定义单位 authority that defined it'),
    ...dataSetShape,
    form: Id.describe('现行表单 the form in force'),
    formNumber: z.int().min(1).describe('现行表单版本号 version number of the form in force'),
  })
  .meta({ id: 'DataSet' });
export type DataSet = z.output<typeof DataSet>;

const timeless = { createdAt: true, updatedAt: true, version: true } as const;

export const DataSetFact = DataSet.omit(timeless).meta({ id: 'DataSetFact' });
export type DataSetFact = z.output<typeof DataSetFact>;
export const FormFact = Form.omit(timeless).meta({ id: 'FormFact' });
export type FormFact = z.output<typeof FormFact>;

export const dataSetFacts = facts('reporting', 'data_set', DataSetFact, {
  defined: '数据集已定义 A data set was defined',
  revised: '数据集已换用新版表单 A data set has a new form',
});
export const formFacts = facts('reporting', 'form', FormFact, { issued: '新版表单已发布 A new version of a form was issued' });

export const DataSetNotFound = refusal('data_set.not_found', 404, { zh: '找不到该数据集', en: 'There is no such data set' });
export const FormNotFound = refusal('form.not_found', 404, { zh: '找不到该表单', en: 'There is no such form' });
export const DataSetCodeTaken = refusal(
  'data_set.code_taken',
  409,
  { zh: '本单位已有代码为 {taken} 的数据集', en: 'This authority already has a data set {taken}' },
  z.strictObject({ taken: z.string() }),
);
