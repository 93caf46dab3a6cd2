import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, Instant } from '../shapes/shapes.js';
import { directions, IndicatorCode } from './indicators.js';
import { measureCodes } from './measure-catalogue.js';
import { measureDimensions, measureKinds, measureServices, measureViews } from './measure-terms.js';

/** Fewer people than this are never told as a number. */
export const leastPeople = 5;

/** Lines of one answer; whoever needs more asks one level lower. */
export const mostMeasureLines = 1000;
/** Days one answer goes over. */
export const mostMeasureDays = 1100;
/** Lines by day go over a year at most. */
export const mostDaysByDay = 366;

export const measureGroups = ['none', 'day', 'month', 'organisation', 'dimension'] as const;
export type MeasureGroup = (typeof measureGroups)[number];

export const MeasureCode = z.enum(measureCodes).describe('度量代码 code of the measure');
export type MeasureCode = z.output<typeof MeasureCode>;

/** What a measure is 口径: what exactly is counted, and who may read it. */
export const Measure = z
  .object({
    code: MeasureCode,
    name: z.string().describe('中文名 Chinese name'),
    nameEn: z.string().describe('英文名 English name'),
    unit: z.string().describe('计量单位 unit'),
    kind: z
      .enum(measureKinds)
      .describe(
        'happened 期间发生数、standing 时点在有数 how often something happened in the days asked for, or how many there were at their end',
      ),
    counts: z
      .enum(['people', 'things'])
      .describe('所计为人或事物；计人的不足五人不显示 whether people are counted, of whom fewer than five are never told'),
    dimension: z.enum(measureDimensions).nullable().describe('细分维度 dimension it can be broken down by'),
    direction: z.enum(directions).describe('方向：越高越好、越低越好、中性 whether more of it is better'),
    service: z.enum(measureServices).describe('来源服务 service whose facts it is made from'),
    definition: z.string().describe('口径 what exactly is counted'),
    views: z
      .array(z.enum(measureViews))
      .describe('可读视图：主管部门、学校、教师、家长、企业、公众 who may read it: bureau, school, teacher, guardian, vendor, public'),
  })
  .meta({ id: 'Measure' });
export type Measure = z.output<typeof Measure>;

const span = {
  from: Day.optional().describe('起始日，缺省为今年元旦 first day; the first of January of this year unless said'),
  to: Day.optional().describe(
    '截止日，缺省为今天；计人的度量为本月底，计人的发生数为本年底 last day; today unless said, of people the end of this month, of what happened to them the end of this year',
  ),
};
const value = z.string().min(1).max(100).optional().describe('只计该维度取值 only this value of the dimension');

export const MeasureQuery = z.object({
  organisation: Id.optional().describe('范围：该组织及其下级，缺省为本单位 scope: this organisation and below; the acting one unless said'),
  ...span,
  group: z
    .enum(measureGroups)
    .default('none')
    .describe('分组：不分、按日、按月、按下一级组织、按维度 into which lines: none, days, months, the level below, the dimension'),
  value,
});

export const MeasureExport = z.strictObject({
  format: z.enum(['xlsx', 'csv']).describe('格式：Excel 或 CSV（UTF-8） Excel, or CSV in UTF-8'),
  ...MeasureQuery.shape,
});

/** The public asks by place: nobody has to know an id. */
export const PublicMeasureQuery = MeasureQuery.omit({ organisation: true }).extend({
  division: z
    .string()
    .regex(/^\d{6}$/, 'division_code.form')
    .describe('省、市或县的区划代码 division code of a province, city or county'),
});

const hidden = z
  .boolean()
  .describe('是否因涉及人数不足五人而隐去 whether it is held back, since fewer than five people could be told from it');

const beside = {
  amount: z.number().nullable().describe('数量，隐去时为空 how much; null where it is held back'),
  hidden,
};

export const MeasureAmount = z
  .object({
    ...beside,
    lastYear: z
      .object({
        ...beside,
        change: z.number().nullable().describe('增减，任一方隐去时为空 change since; null where either is held back'),
        changePercent: z.number().nullable().describe('增减百分比 the change in per cent; null too where there was nothing'),
      })
      .describe('上年同期 the same days a year before'),
  })
  .meta({ id: 'MeasureAmount' });
export type MeasureAmount = z.output<typeof MeasureAmount>;

export const MeasureLine = z
  .object({
    key: z.string().describe('行的标识：日、月、组织标识或维度取值 day, month, id of the organisation, or value of the dimension'),
    name: z.string().describe('名称 name'),
    ...MeasureAmount.shape,
    rank: z.int().nullable().describe('名次：仅主管部门之间、仅有方向的度量 rank, only among authorities and where more or less is better'),
  })
  .meta({ id: 'MeasureLine' });
export type MeasureLine = z.output<typeof MeasureLine>;

/** One measure, read by somebody: the whole, its lines, and what they mean. */
export const MeasureReading = z
  .object({
    measure: Measure.describe('度量及其口径 the measure and what it means'),
    view: z.enum(measureViews).describe('所用视图 view it was read in'),
    organisation: Id.describe('范围：该组织及其下级 scope: this organisation and below'),
    from: Day.describe('起始日 first day'),
    to: Day.describe('截止日 last day'),
    group: z.enum(measureGroups).describe('分组 into which lines'),
    value: z.string().nullable().describe('所限维度取值 value of the dimension it is held to'),
    asOf: Instant.describe('截至 as of'),
    total: MeasureAmount.describe('合计 the whole'),
    lines: z.array(MeasureLine).describe('各行 lines'),
    siblings: z
      .object({
        units: z.int().describe('同级同类学校数 how many schools of its kind stand beside it'),
        mean: z.number().nullable().describe('其平均数，人数过少时为空 their mean; null where too few people are in it'),
      })
      .nullable()
      .describe(
        '学校视图：同级同类学校的平均数，不少于五所才给出 of a school: the mean of those beside it, where there are five or more; null otherwise',
      ),
  })
  .meta({ id: 'MeasureReading' });
export type MeasureReading = z.output<typeof MeasureReading>;

/** That the totals are what the facts say. */
export const MeasureRecount = z
  .object({
    organisation: Id.describe('范围：该组织及其下级 scope: this organisation and below'),
    organisations: z.int().describe('重新计数的组织数 organisations counted anew'),
    totals: z.int().describe('重新计出的数 totals there are'),
    changed: z.int().describe('与原数不同的个数，应为零 how many differed; it must be none'),
  })
  .meta({ id: 'MeasureRecount' });
export type MeasureRecount = z.output<typeof MeasureRecount>;

export const MeasureNotFound = refusal('measure.not_found', 404, {
  zh: '找不到该度量，或当前身份不能查看',
  en: 'There is no such measure, or not for this role',
});
export const MeasureSpanUnfit = refusal(
  'measure.span_unfit',
  422,
  {
    zh: '起止日期不合要求（{reason}）：不得颠倒，至多 {days} 天，按日至多 {byDay} 天，计人的度量须为整月且不能按日，计人的发生数须为一个月或一个自然年',
    en: 'The days do not fit ({reason}): in order, at most {days}, at most {byDay} by day; people are counted by whole months and never by day, what happened to them by one month or a calendar year',
  },
  z.strictObject({ reason: z.enum(['backwards', 'too_long', 'whole_months']), days: z.int(), byDay: z.int() }),
);
export const MeasureNoDimension = refusal('measure.no_dimension', 422, { zh: '该度量没有维度', en: 'This measure has no dimension' });
export const MeasureTooManyLines = refusal(
  'measure.too_many_lines',
  409,
  { zh: '结果超过 {limit} 行，请缩小范围', en: 'More than {limit} lines; ask for less at once' },
  z.strictObject({ limit: z.int() }),
);
export const MeasureGroupNotYours = refusal('measure.group_not_yours', 409, {
  zh: '当前身份不能按此分组查看',
  en: 'These lines are not for this role',
});

export const measureParams = z.object({ measure: IndicatorCode.describe('度量代码 code of the measure') });
