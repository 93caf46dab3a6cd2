import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, Instant } from '../shapes/shapes.js';
import { Figures } from './figures.js';
import { FundTotals } from './funds.js';
import { IndicatorCode } from './indicators.js';
import { deductionCauses } from './rubrics.js';
import { Target } from './targets.js';

const Share = z.number().nullable().describe('百分比，分母为零时为空 per cent; null where there is nothing to share');

/** What stands in the summary twice: of the year, and of the year before. */
const besides = <S extends z.ZodType>(id: string, of: S) =>
  z
    .object({
      source: z.string().describe('数据来源与口径 where it comes from, and what it counts'),
      asOf: Instant.describe('截至 as of'),
      thisYear: of.describe('本年 this year'),
      lastYear: of.describe('上年 the year before'),
    })
    .meta({ id });

const Collected = z
  .object({
    periods: z.int().describe('填报期数 periods whose figures end in the year'),
    expected: z.int().describe('应报数：各期应报单位之和 reports expected, over all periods'),
    reported: z.int().describe('实报数 reports submitted or approved'),
    approved: z.int().describe('审核通过数 reports approved'),
    missing: z.int().describe('未填报数 reports that were not begun'),
    onTime: z.int().describe('按时首次提交数 reports that were first submitted in time'),
    completeness: Share,
    timeliness: Share,
    approval: Share.describe('通过率：审核通过 ÷ 应报 per cent approved of those expected'),
  })
  .meta({ id: 'YearCollected' });
export type YearCollected = z.output<typeof Collected>;

const Value = z
  .object({
    indicator: IndicatorCode.describe('指标代码 code of the indicator'),
    name: z.string().describe('中文名 Chinese name'),
    nameEn: z.string().describe('英文名 English name'),
    unit: z.string().nullable().describe('单位 unit'),
    definition: z.string().nullable().describe('口径 what exactly is counted'),
    thisYear: z.number().nullable().describe('本年值：合计，或由合计算出的比率 this year: a sum, or a ratio from sums'),
    lastYear: z.number().nullable().describe('上年同期值 the same period a year before'),
    change: z.number().nullable().describe('增减 how much it changed'),
    changePercent: z.number().nullable().describe('增减百分比 the change in per cent'),
  })
  .meta({ id: 'YearFigure' });

const Attained = z
  .object({
    target: Id.describe('达标要求 target'),
    name: z.string().describe('名称 name'),
    comparison: Target.shape.comparison,
    asked: z.number().nullable().describe('应达标的单位百分比 per cent of units that should meet it'),
    met: z.int().describe('本年达标单位数 units that meet it this year'),
    share: Share.describe('本年达标率 per cent that meet it this year'),
    reached: z.boolean().nullable().describe('本年是否达到；无要求时为空 whether enough do; null where none is asked for'),
    lastYearShare: Share.describe('上年达标率 per cent that met it a year before'),
    lastYearReached: z.boolean().nullable().describe('上年是否达到 whether enough did a year before'),
  })
  .meta({ id: 'YearTarget' });
export type YearTarget = z.output<typeof Attained>;

const OfDataSet = z
  .object({
    dataSet: Id.describe('数据集 data set'),
    code: IndicatorCode.describe('数据集代码 its code'),
    name: z.string().describe('数据集名称 its name'),
    period: Id.describe('本年最后一个已核定或已有审核通过数据的填报期 the year’s last period that is settled or has approved figures'),
    periodName: z.string().describe('填报期名称 its name'),
    units: Figures.shape.periods.element.shape.units,
    unitsAsOf: Day.nullable().describe('历史日期 day of that history'),
    lastYear: Id.nullable().describe('上年同期填报期 the same period a year before; null where there is none'),
    expected: z.int().describe('应报单位数 units that should report'),
    approved: z.int().describe('审核通过单位数，其数据计入 units whose figures count'),
    figures: z.array(Value).describe('各指标，有上年的在旁 indicators, with last year’s beside them'),
    targets: z.array(Attained).describe('达标情况 targets, and whether they are reached'),
  })
  .meta({ id: 'YearDataSet' });
export type YearDataSet = z.output<typeof OfDataSet>;

const Bulletins = z
  .object({
    issued: z.int().describe('印发数 bulletins issued'),
    replaced: z.int().describe('其中已被更正件代替 of them, replaced by a correction'),
    withdrawn: z.int().describe('其中已撤回 of them, withdrawn'),
    addressed: z.int().describe('主送单位次 to how many addressees'),
    received: z.int().describe('已签收单位次 how many of them received'),
    objections: z.int().describe('异议数 objections to them'),
  })
  .meta({ id: 'YearBulletins' });
export type YearBulletins = z.output<typeof Bulletins>;

const Assessed = z
  .object({
    results: z
      .array(
        z.object({
          assessment: Id.describe('督导考核 assessment'),
          name: z.string().describe('名称 its name'),
          total: z.number().nullable().describe('本单位总分 the organisation’s own total'),
          grade: z.string().nullable().describe('本单位等次 its grade, by name'),
          vetoed: z.boolean().describe('是否一票否决 whether a veto overrules it'),
        }),
      )
      .describe('本单位已公布的考核结果 published results of the organisation itself'),
    grades: z
      .array(
        z.object({
          assessment: Id.describe('督导考核 assessment'),
          name: z.string().describe('名称 its name'),
          grade: z.string().nullable().describe('等次；未达任何等次为空 grade, by name; null: none'),
          units: z.int().describe('下级单位数 units below it with this grade'),
        }),
      )
      .describe('下级单位已公布结果的等次分布 how the published grades of the units below spread'),
  })
  .meta({ id: 'YearAssessed' });
export type YearAssessed = z.output<typeof Assessed>;

const Funds = FundTotals.pick({ budget: true, allocated: true, spent: true, publicFunds: true, share: true, reached: true }).meta({
  id: 'YearFunds',
});

const Milestones = z
  .object({
    due: z.int().describe('本年到期的里程碑 milestones due in the year'),
    reached: z.int().describe('已完成 of them, done'),
    late: z.int().describe('逾期完成 of those, done after their day'),
    overdue: z.int().describe('逾期未完成 open past their day'),
  })
  .meta({ id: 'YearMilestones' });
export type YearMilestones = z.output<typeof Milestones>;

const Lapses = z
  .object({
    causes: z
      .array(
        z.object({
          cause: z.enum(deductionCauses).describe('事由：事件报告超时、每日报告逾期未报 what was owed'),
          due: z.int().describe('应报次数 how often something was due'),
          late: z.int().describe('迟报次数 how often it came late'),
          never: z.int().describe('未报次数 how often it never came'),
        }),
      )
      .describe('网络安全事件报告与每日报告 reports of incidents, and daily reports'),
    incidents: z.int().describe('涉及报告时限的事件数 incidents with a reporting clock'),
    deductions: z.int().describe('扣分次数，不含已撤销 deductions that were not lifted'),
    points: z.number().describe('扣分合计，未计上限 points of these deductions, before limits'),
  })
  .meta({ id: 'YearLapses' });
export type YearLapses = z.output<typeof Lapses>;

const Surveyed = z
  .object({
    surveys: z
      .array(
        z.object({
          survey: Id.describe('测评 survey'),
          name: z.string().describe('名称 its name'),
          answered: z.int().describe('作答人数 how many answered'),
          scales: z
            .array(
              z.object({
                question: z.string().describe('题目 wording of the question'),
                mean: z.string().nullable().describe('量表平均值（1–5） mean of the scale from 1 to 5'),
              }),
            )
            .describe('量表题；作答不足 5 人时为空 scales; none below five answers'),
        }),
      )
      .describe('本年截止的测评 surveys that closed in the year'),
  })
  .meta({ id: 'YearSurveyed' });
export type YearSurveyed = z.output<typeof Surveyed>;

/** 年终总结: what a year came to, each part with where it comes from and with the year before beside it. */
export const YearSummary = z
  .object({
    organisation: Id.describe('范围：该组织及其下级 scope: this organisation and below'),
    name: z.string().describe('单位名称 its name'),
    year: z.int().describe('年度 year'),
    asOf: Instant.describe('截至 as of'),
    collected: besides('YearSummaryCollected', Collected).describe('填报与审核 what was collected and reviewed'),
    figures: z
      .object({
        source: z.string().describe('数据来源与口径 where it comes from, and what it counts'),
        asOf: Instant.describe('截至 as of'),
        dataSets: z.array(OfDataSet).describe('各数据集 data set by data set'),
      })
      .meta({ id: 'YearSummaryFigures' })
      .describe('指标与达标 figures and targets'),
    bulletins: besides('YearSummaryBulletins', Bulletins).describe('通报 bulletins'),
    assessments: besides('YearSummaryAssessments', Assessed).describe('督导考核 assessments'),
    funds: besides('YearSummaryFunds', Funds).describe('专项资金 funds'),
    milestones: besides('YearSummaryMilestones', Milestones).describe('里程碑 milestones'),
    lapses: besides('YearSummaryLapses', Lapses).describe('安全报告与扣分 reports owed on incidents, and deductions'),
    surveys: besides('YearSummarySurveys', Surveyed).describe('满意度测评 surveys'),
  })
  .meta({ id: 'YearSummary' });
export type YearSummary = z.output<typeof YearSummary>;

/** Periods of one summary: more would outlast its call. */
export const YearSummaryTooMuch = refusal(
  'year_summary.too_much',
  422,
  {
    zh: '两年内共 {periods} 个填报期，一次至多 {limit} 个，请用 dataSets 指定数据集',
    en: '{periods} periods in two years; at most {limit} at once: name the data sets',
  },
  z.strictObject({ periods: z.int(), limit: z.int() }),
);
