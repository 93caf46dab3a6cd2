import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, Instant } from '../shapes/shapes.js';
import { IndicatorCode } from './indicators.js';

/** Who counts together: what an authority manages, or what stands in a division. */
export const figureTrees = ['managed', 'territory'] as const;
export type FigureTree = (typeof figureTrees)[number];

/** Into which lines figures are broken down. */
export const breakdowns = ['none', 'county', 'child', 'kind', 'unit', 'sibling'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** Why a unit meets a target or does not. */
export const unitOutcomes = ['met', 'notMet', 'notReported', 'noValue'] as const;
export type UnitOutcome = (typeof unitOutcomes)[number];

const listed = (one: string, most: number, code: string) =>
  z
    .string()
    .max(2000)
    .regex(new RegExp(`^${one}(,${one}){0,${most - 1}}$`), code);

/** A target written in a query: `student_ratio<=10`, `access_mode=fibre`. */
export const targetForm = /^([a-z][a-z0-9_]{0,39})(<=|>=|=|<|>)(-?[0-9]{1,12}(?:\.[0-9]{1,6})?|[a-z][a-z0-9_]{0,39})$/;
export const TargetText = z.string().regex(targetForm, 'target.malformed');

const uuid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

/** What figures are asked for. */
export const figuresQuery = {
  organisation: Id.optional().describe(
    '汇总范围：该组织及其下级，缺省为本单位 scope: this organisation and below; the acting one unless said',
  ),
  by: z.enum(figureTrees).default('managed').describe('managed 按隶属、territory 按属地 by who manages, or by where it stands'),
  teachingPoints: z.enum(['with', 'without']).default('with').describe('含/不含教学点 with or without teaching points'),
};

export const FiguresQuery = z.object({
  dataSet: Id.describe('数据集 data set'),
  periods: listed(uuid, 12, 'ids.malformed')
    .optional()
    .describe('填报期，逗号分隔，至多十二个，缺省为最近已开始的一期 periods, separated by commas; the latest that has begun unless said'),
  indicators: listed('[a-z][a-z0-9_]{0,39}', 60, 'codes.malformed')
    .optional()
    .describe('指标代码，逗号分隔，缺省为全部可汇总的指标 codes of indicators, separated by commas; all that have a figure unless said'),
  ...figuresQuery,
  breakdown: z
    .enum(breakdowns)
    .default('none')
    .describe(
      '细分：none 不分、county 县区、child 下一级、kind 学校类别、unit 填报单位、sibling 同级单位 into which lines: none, counties, the next level, kinds of school, units, or those beside it',
    ),
  targets: listed('[a-z0-9_<>=.-]{3,100}', 10, 'target.malformed')
    .optional()
    .describe('达标线，如 student_ratio<=10,bandwidth_mbps>=1000 targets, e.g. student_ratio<=10,bandwidth_mbps>=1000'),
});

const Share = z.number().nullable().describe('百分比，分母为零时为空 per cent; null where there is nothing to share');

const Comparison = z
  .object({
    value: z.number().nullable().describe('当期值 its value then'),
    change: z.number().nullable().describe('增减 how much it changed since'),
    changePercent: z.number().nullable().describe('增减百分比 the change in per cent'),
  })
  .meta({ id: 'FigureComparison' });
export type FigureComparison = z.output<typeof Comparison>;

const Figure = z
  .object({
    indicator: IndicatorCode.describe('指标代码 code of the indicator'),
    value: z
      .number()
      .nullable()
      .describe(
        '数值：合计，或由合计算出的比率；不可汇总或无数据时为空 sum, or ratio from sums; null where it cannot be added up or nothing was reported',
      ),
    units: z.int().describe('计入的单位数 how many units are in it'),
    previous: Comparison.nullable().describe('环比：上一期 the period before; null where there is none'),
    lastYear: Comparison.nullable().describe('同比：上年同期 the same period a year before; null where there is none'),
    rank: z.int().nullable().describe('名次：仅在有方向的指标与主管部门之间 rank, only among authorities and where more or less is better'),
  })
  .meta({ id: 'Figure' });
export type Figure = z.output<typeof Figure>;

export const FigureCoverage = z
  .object({
    target: TargetText.describe('达标线 the target'),
    met: z.int().describe('达标单位数 units that meet it'),
    notMet: z.int().describe('未达标单位数 units that do not'),
    notReported: z.int().describe('未上报或未审核的单位数 units without an approved report'),
    noValue: z.int().describe('已审核但无此值的单位数 units whose report has no value for it'),
    share: Share.describe('达标率：达标单位 ÷ 应报单位 per cent of the expected units that meet it'),
  })
  .meta({ id: 'FigureCoverage' });
export type FigureCoverage = z.output<typeof FigureCoverage>;

const Line = z
  .object({
    key: z.string().describe('行的标识：组织标识、区划代码或类别 id of the organisation, code of the division, or kind'),
    name: z.string().describe('名称 name'),
    expected: z.int().describe('应报单位数 units that should report'),
    reported: z.int().describe('实报单位数：已提交或已通过 units that have reported: submitted or approved'),
    approved: z.int().describe('审核通过单位数，其数据计入 units whose figures count'),
    missing: z.int().describe('未开始填报单位数 units that have not begun'),
    onTime: z
      .int()
      .describe(
        '按时首次提交的单位数，获准延期的以延期为准 units that first submitted by the schools’ due time, or by that of an exception',
      ),
    completeness: Share.describe('完整率：实报 ÷ 应报 reported per cent of expected'),
    timeliness: Share.describe('及时率：按时提交 ÷ 应报 on time per cent of expected'),
    figures: z.array(Figure).describe('各指标 figures'),
    coverage: z.array(FigureCoverage).describe('达标情况 how many meet each target'),
  })
  .meta({ id: 'FigureLine' });
export type FigureLine = z.output<typeof Line>;

const PeriodFigures = z
  .object({
    period: Id.describe('填报期 period'),
    name: z.string().describe('名称 name'),
    form: Id.describe('表单 form'),
    formNumber: z.int().describe('表单版本号 version number of the form'),
    units: z
      .enum(['today', 'history'])
      .describe(
        '应报单位：today 按当前组织、history 按期末历史 expected units: by the tree of today, or by history at the end of the period',
      ),
    unitsAsOf: Day.nullable().describe('历史日期 day of that history'),
    previous: Id.nullable().describe('环比所用填报期 the period before'),
    lastYear: Id.nullable().describe('同比所用填报期 the same period a year before'),
    lines: z.array(Line).describe('各行 lines'),
    total: Line.describe('合计 the whole'),
  })
  .meta({ id: 'PeriodFigures' });
export type PeriodFigures = z.output<typeof PeriodFigures>;

const IndicatorTerms = z
  .object({
    code: IndicatorCode.describe('指标代码 code'),
    name: z.string().describe('中文名 Chinese name'),
    nameEn: z.string().describe('英文名 English name'),
    unit: z.string().nullable().describe('单位 unit'),
    definition: z.string().nullable().describe('口径 what exactly is counted'),
    formula: z.string().nullable().describe('公式，按合计计算 its formula, over sums'),
    direction: z.enum(['higherBetter', 'lowerBetter', 'neutral']).describe('指标方向 whether more is better'),
  })
  .meta({ id: 'FigureTerms' });
export type FigureTerms = z.output<typeof IndicatorTerms>;

/** Figures with what they mean 口径: no number of this platform goes without it. */
export const Figures = z
  .object({
    dataSet: Id.describe('数据集 data set'),
    organisation: Id.describe('汇总范围 scope'),
    by: z.enum(figureTrees).describe('隶属或属地 which tree'),
    breakdown: z.enum(breakdowns).describe('细分 breakdown'),
    teachingPoints: z.enum(['with', 'without']).describe('含/不含教学点 with or without teaching points'),
    asOf: Instant.describe('截至 as of'),
    indicators: z.array(IndicatorTerms).describe('各指标口径 what each indicator means'),
    periods: z.array(PeriodFigures).describe('各填报期，从早到晚 periods, oldest first'),
  })
  .meta({ id: 'Figures' });
export type Figures = z.output<typeof Figures>;

/** One unit behind a figure 数据背后的单位. */
export const FigureUnit = z
  .object({
    id: Id.describe('填报单位 unit'),
    name: z.string().describe('名称 name'),
    kind: z.string().describe('类别 kind of organisation'),
    authority: Id.describe('主管部门 the authority it stands at'),
    division: z.string().nullable().describe('所在地区划代码 code of the division where it stands'),
    status: z.string().nullable().describe('填报状态，未开始为空 state of its report; null before it is begun'),
    submission: Id.nullable().describe('填报表 its submission'),
    value: z.union([z.number(), z.string(), z.null()]).describe('计入的值 its value that counts'),
    outcome: z
      .enum(unitOutcomes)
      .describe(
        'met 达标、notMet 未达标、notReported 未上报或未审核、noValue 无此值 meets it, does not, has no approved report, or no value',
      ),
  })
  .meta({ id: 'FigureUnit' });
export type FigureUnit = z.output<typeof FigureUnit>;

export const FiguresUnknownIndicator = refusal(
  'figures.unknown_indicator',
  422,
  { zh: '表单中没有这些指标：{codes}', en: 'The form has no such indicators: {codes}' },
  z.strictObject({ codes: z.array(z.string()) }),
);
export const FiguresTooMuch = refusal(
  'figures.too_much',
  422,
  { zh: '共 {cells} 个数，一次至多 {limit} 个，请减少指标、填报期或细分', en: '{cells} figures; at most {limit} at once: ask for fewer' },
  z.strictObject({ cells: z.int(), limit: z.int() }),
);
export const FiguresNoTerritory = refusal('figures.no_territory', 409, {
  zh: '该组织没有自己的行政区划，不能按属地汇总',
  en: 'This organisation stands for no division: figures by territory cannot be given for it',
});
export const FiguresNoSiblings = refusal('figures.no_siblings', 409, {
  zh: '只有教育主管部门可与同级比较，学校之间不作比较',
  en: 'Only education authorities are set beside each other; schools are not',
});
export const FiguresNoPeriod = refusal('figures.no_period', 404, {
  zh: '该数据集没有已开始的填报期',
  en: 'No period of this data set has begun',
});

/** Who should have reported in a period that is over, fixed as history says it was on its last day. */
export const Settlement = z
  .object({
    period: Id.describe('填报期 period'),
    asOf: Day.describe('历史日期：数据截止日 day of the history: the last day the figures are about'),
    units: z.int().describe('应报单位数 how many units should have reported'),
  })
  .meta({ id: 'Settlement' });
export type Settlement = z.output<typeof Settlement>;

export const PeriodNotOver = refusal(
  'period.not_over',
  409,
  { zh: '数据截止日 {lastDay} 尚未过去', en: 'Its last day, {lastDay}, is not over' },
  z.strictObject({ lastDay: z.string() }),
);
