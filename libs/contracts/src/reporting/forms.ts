import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, itemShape, text } from '../shapes/shapes.js';
import { AskedAttachment } from './attachments.js';
import { checkIndicator, Indicator, IndicatorCode, isNumeric, Section } from './indicators.js';

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
  sections: z.array(Section).max(50).optional().describe('分节，按表单次序 its sections, in the order of the form'),
  indicators: z.array(Indicator).min(1).max(200).describe('指标 indicators, in the order of the form'),
  attachments: z.array(AskedAttachment).max(50).optional().describe('附件要求 files it asks for'),
  rules: z.array(CrossRule).max(200).default([]).describe('跨指标规则 rules over several indicators'),
};

type Content = {
  sections?: readonly Section[] | undefined;
  indicators: readonly Indicator[];
  attachments?: readonly AskedAttachment[] | undefined;
  rules: readonly CrossRule[];
};

/** A form must make sense in itself before it is handed to ten thousand schools. */
const coherent = ({ sections = [], indicators, attachments = [], rules }: Content, context: z.RefinementCtx): void => {
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const known = new Map(sections.map((section) => [section.code, section]));
  sections.forEach((section, index) => {
    if (known.get(section.code) !== section) complain(['sections', index, 'code'], 'code.repeated');
  });
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  indicators.forEach((indicator, index) => {
    if (byCode.get(indicator.code) !== indicator) complain(['indicators', index, 'code'], 'code.repeated');
    if (indicator.section !== undefined && !known.has(indicator.section)) complain(['indicators', index, 'section'], 'section.unknown');
    checkIndicator(indicator, (path, message) => complain(['indicators', index, ...path], message));
  });
  attachments.forEach(({ code, section, indicator }, index) => {
    if (attachments.findIndex((other) => other.code === code) !== index) complain(['attachments', index, 'code'], 'code.repeated');
    if (section !== undefined && !known.has(section)) complain(['attachments', index, 'section'], 'section.unknown');
    if (indicator !== undefined && !byCode.has(indicator)) complain(['attachments', index, 'indicator'], 'indicator.unknown');
  });
  rules.forEach((rule, index) => {
    for (const side of ['left', 'right'] as const) {
      const strange = rule[side].indicators.some((code) => !isNumeric(byCode.get(code) ?? { type: 'text' }));
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

export const FormFact = Form.omit({ createdAt: true, updatedAt: true, version: true }).meta({ id: 'FormFact' });
export type FormFact = z.output<typeof FormFact>;

export const formFacts = facts('reporting', 'form', FormFact, { issued: '新版表单已发布 A new version of a form was issued' });

export const FormNotFound = refusal('form.not_found', 404, { zh: '找不到该表单', en: 'There is no such form' });
