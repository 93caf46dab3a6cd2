import { z } from 'zod';
import { organisationKinds, type OrganisationKind } from '../roles.js';
import { text } from '../shapes/shapes.js';

/** What an indicator is called in rules, figures and exports; stable across the versions of a form. */
export const IndicatorCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'code.malformed');

export const indicatorTypes = ['integer', 'number', 'percent', 'choice', 'text'] as const;

/** Types that rules may calculate with. */
const numeric = new Set<(typeof indicatorTypes)[number]>(['integer', 'number', 'percent']);

/** Whether more of it is better: what decides which way a comparison reads, and whether a target is a floor or a ceiling. */
export const directions = ['higherBetter', 'lowerBetter', 'neutral'] as const;

/** What the platform knows already, so that nobody types it again 一数一源. */
export const prefillSources = ['pupils', 'classes', 'teachers', 'teachingPoints'] as const;

const Option = z
  .strictObject({
    code: IndicatorCode.describe('选项代码 code of the option'),
    name: text(80).describe('选项中文名 Chinese name'),
    nameEn: text(160).optional().describe('选项英文名 English name'),
  })
  .meta({ id: 'IndicatorOption' });

/** A part of a form 分节, with a heading of its own. */
export const Section = z
  .strictObject({
    code: IndicatorCode.describe('分节代码 code of the section'),
    name: text(80).describe('分节中文名 Chinese name'),
    nameEn: text(160).describe('分节英文名 English name'),
  })
  .meta({ id: 'FormSection' });
export type Section = z.output<typeof Section>;

/** One thing a form asks 指标, with the rules that need only its own value. */
export const Indicator = z
  .strictObject({
    code: IndicatorCode.describe('指标代码 code of the indicator'),
    name: text(80).describe('指标中文名 Chinese name'),
    nameEn: text(160).describe('指标英文名 English name'),
    type: z.enum(indicatorTypes).describe('类型 type of the value; only integers and numbers are added up, percentages never'),
    section: IndicatorCode.optional().describe('所在分节的代码 code of the section it stands in'),
    unit: text(20).optional().describe('单位 unit'),
    definition: text(2000).optional().describe('口径 what exactly is counted'),
    direction: z.enum(directions).optional().describe('指标方向，缺省为中性 whether more is better; neutral unless said'),
    required: z.boolean().default(false).describe('提交时必填 must be filled in when the submission is submitted'),
    min: z.number().optional().describe('最小值 least value'),
    max: z.number().optional().describe('最大值 greatest value'),
    decimals: z.int().min(0).max(6).optional().describe('小数位数，缺省 2 decimal places, 2 unless said'),
    options: z.array(Option).min(1).max(100).optional().describe('选项 options of a choice'),
    filledBy: z
      .array(z.enum(organisationKinds))
      .min(1)
      .max(organisationKinds.length)
      .optional()
      .describe('只由这些类别的单位填报，缺省为全部 kinds of organisation it is asked of; all that fill in unless said'),
    formula: text(500)
      .optional()
      .describe(
        '计算公式：由表内其他指标算出，不填报；下级合计按分子分母之和计算 computed from other indicators, never typed; over many units from their sums',
      ),
    prefill: z
      .enum(prefillSources)
      .optional()
      .describe('数据来源：平台已有的数，自动取得，不填报 what the platform knows already: fetched, never typed'),
    locked: z.boolean().optional().describe('锁定：下级不得改动 those below may not change it'),
  })
  .meta({ id: 'Indicator' });
export type Indicator = z.output<typeof Indicator>;

/** Whether its value is a number that can be compared and calculated with. */
export const isNumeric = ({ type }: Pick<Indicator, 'type'>): boolean => numeric.has(type);

/** Whether its value comes from elsewhere than the person at the form. */
export const isComputed = ({ formula, prefill }: Pick<Indicator, 'formula' | 'prefill'>): boolean =>
  formula !== undefined || prefill !== undefined;

/** Whether it is asked of this kind of organisation. */
export const isAskedOf = ({ filledBy }: Pick<Indicator, 'filledBy'>, kind: OrganisationKind): boolean =>
  filledBy === undefined || filledBy.includes(kind);

type Complain = (path: (string | number)[], message: string) => void;

/** What can be told of an indicator without knowing the others; `complain` is given the path within it. */
export function checkIndicator(indicator: Indicator, complain: Complain): void {
  const { type, options, min, max, formula, prefill, required } = indicator;
  if ((type === 'choice') !== Boolean(options)) complain(['options'], 'options.belong_to_choices');
  if (min !== undefined && max !== undefined && min > max) complain(['min'], 'range.empty');
  if (!isComputed(indicator)) return;
  if (formula !== undefined && prefill !== undefined) complain(['prefill'], 'indicator.two_sources');
  if (!isNumeric(indicator)) complain([formula === undefined ? 'prefill' : 'formula'], 'indicator.needs_number');
  // What nobody types, nobody can be held to.
  if (required) complain(['required'], 'indicator.never_typed');
}
