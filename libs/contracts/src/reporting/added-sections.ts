import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, itemShape, text } from '../shapes/shapes.js';
import { checkIndicator, Indicator, IndicatorCode, isComputed } from './indicators.js';
import { submissionStates, Values } from './submissions.js';

/** What the codes of an added section begin with, before `_`; its authority's own within the data set. */
const Prefix = z.string().regex(/^[a-z][a-z0-9]{1,19}$/, 'code.malformed');

const sectionShape = {
  prefix: Prefix.describe('代码前缀：该节指标的代码都以它和下划线开头 what the codes of its indicators begin with, before an underscore'),
  name: text(80).describe('分节中文名 Chinese name'),
  nameEn: text(160).describe('分节英文名 English name'),
  indicators: z.array(Indicator).min(1).max(100).describe('指标，只由下级填报，不含计算与取数 indicators; all are typed'),
};

type Content = { readonly prefix: string; readonly indicators: readonly Indicator[] };

/** It stands beside the form and touches nothing of it: its codes are its own, and it computes nothing from the form. */
const coherent = ({ prefix, indicators }: Content, context: z.RefinementCtx): void => {
  indicators.forEach((indicator, index) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path: ['indicators', index, ...path], message });
    if (!indicator.code.startsWith(`${prefix}_`)) complain(['code'], 'code.without_prefix');
    if (indicators.findIndex(({ code }) => code === indicator.code) !== index) complain(['code'], 'code.repeated');
    if (indicator.section !== undefined) complain(['section'], 'section.unknown');
    if (isComputed(indicator)) complain([indicator.formula === undefined ? 'prefill' : 'formula'], 'indicator.must_be_typed');
    checkIndicator(indicator, complain);
  });
};

/** What a new added section consists of; `extra` are the fields of the operation itself. */
export const addedSectionBody = <S extends z.ZodRawShape>(extra: S) =>
  z.strictObject({ ...sectionShape, ...extra }).superRefine((body, context) => coherent(body as unknown as Content, context));

/** What an authority asks those below it beside a form from above 本级增加的分节. It never changes; another is added in its place. */
export const AddedSection = z
  .object({
    ...itemShape,
    organisation: Id.describe(
      '增加该节的主管部门：其下级填报，数据只归其与下级 authority that added it: those below it fill it in, and nobody else sees it',
    ),
    dataSet: Id.describe('数据集 data set'),
    ...sectionShape,
    withdrawn: z.boolean().describe('已停用：不再填报 no longer asked'),
  })
  .meta({ id: 'AddedSection' });
export type AddedSection = z.output<typeof AddedSection>;

export const AddedSectionFact = AddedSection.omit({ createdAt: true, updatedAt: true, version: true }).meta({ id: 'AddedSectionFact' });
export type AddedSectionFact = z.output<typeof AddedSectionFact>;
export const addedSectionFacts = facts('reporting', 'added_section', AddedSectionFact, {
  added: '下级已增加分节 A section was added by a level below',
  withdrawn: '增加的分节已停用 An added section was withdrawn',
});

/** What one submission says in an added section. */
export const SectionAnswer = z
  .object({
    section: AddedSection.describe('分节 the section'),
    values: Values.describe('各指标的值 values by indicator code'),
  })
  .meta({ id: 'SectionAnswer' });
export const SectionAnswers = z
  .object({ items: z.array(SectionAnswer).max(50).describe('各节的值 section by section') })
  .meta({ id: 'SectionAnswers' });

/** What one organisation says in an added section, as its authority reads it. */
export const SectionLine = z
  .object({
    id: Id.describe('标识 id'),
    organisation: Id.describe('填报单位 organisation'),
    name: z.string().describe('单位名称 its name'),
    submission: Id.describe('填报表 submission'),
    status: z.enum(submissionStates).describe('填报表状态 state of the submission'),
    values: Values.describe('各指标的值 values by indicator code'),
  })
  .meta({ id: 'SectionLine' });
export type SectionLine = z.output<typeof SectionLine>;

/** What an added section comes to. */
export const SectionTotals = z
  .object({
    units: z.int().describe('计入的单位数：填报表已通过的 organisations in it: those whose submissions are approved'),
    totals: z
      .array(
        z
          .object({
            indicator: IndicatorCode.describe('指标代码 code of the indicator'),
            total: z.string().describe('合计，精确十进制 sum, exact'),
            units: z.int().describe('填了该指标的单位数 organisations that gave a value'),
          })
          .meta({ id: 'SectionTotal' }),
      )
      .describe('整数与数值指标的合计 sums of whole numbers and numbers'),
  })
  .meta({ id: 'SectionTotals' });

/** That a section was filled in; what it says is its authority's and its schools' alone. */
export const SectionAnswerFact = z
  .object({
    id: Id.describe('标识 id'),
    organisation: Id.describe('填报单位 organisation'),
    section: Id.describe('分节 section'),
    submission: Id.describe('填报表 submission'),
    period: Id.describe('填报期 period'),
  })
  .meta({ id: 'SectionAnswerFact' });
export type SectionAnswerFact = z.output<typeof SectionAnswerFact>;
export const sectionAnswerFacts = facts('reporting', 'section_answer', SectionAnswerFact, {
  saved: '增加的分节已填报 An added section was filled in',
});

export const AddedSectionNotFound = refusal('added_section.not_found', 404, { zh: '找不到该分节', en: 'There is no such section' });
export const AddedSectionWithdrawn = refusal('added_section.withdrawn', 409, { zh: '该分节已停用', en: 'This section is no longer asked' });
export const AddedSectionNotBelow = refusal('added_section.not_below', 409, {
  zh: '只有定义单位之下的主管部门可增加分节；定义单位请发布新版表单',
  en: 'Only an authority below the one that defined the data set adds a section; that one issues a new form',
});
export const AddedSectionPrefixTaken = refusal(
  'added_section.prefix_taken',
  409,
  { zh: '前缀 {taken} 已用于该数据集', en: 'The prefix {taken} is in use in this data set' },
  z.strictObject({ taken: z.string() }),
);
export const FormCollides = refusal(
  'form.collides',
  409,
  { zh: '这些代码与下级增加的分节冲突：{codes}', en: 'These codes collide with sections that levels below have added: {codes}' },
  z.strictObject({ codes: z.array(z.string()), sections: z.array(Id) }),
);
