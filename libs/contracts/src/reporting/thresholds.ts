import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { organisationKinds } from '../roles.js';
import { Day, Id, itemShape, moves, text } from '../shapes/shapes.js';
import { IndicatorCode } from './indicators.js';
import { MeasureCode } from './measures.js';

export const warningLevels = ['notice', 'warning', 'severe'] as const;
export type WarningLevel = (typeof warningLevels)[number];

export const thresholdComparisons = ['<', '<=', '>', '>='] as const;
export type ThresholdComparison = (typeof thresholdComparisons)[number];

/** What is watched: an indicator of a data set, as its figures have it, or a measure of the data centre over some days. */
const Watched = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('indicator').describe('指标：该数据集最近一期的数值 an indicator: its figure in the latest period'),
      dataSet: Id.describe('数据集 data set'),
      indicator: IndicatorCode.describe('指标代码 code of the indicator'),
    }),
    z.strictObject({
      kind: z
        .literal('measure')
        .describe(
          '度量：至昨日为止若干天的合计，或昨日终了时的在有数 a measure: its sum in the days up to yesterday, or what stood at their end',
        ),
      measure: MeasureCode,
      days: z.int().min(1).max(366).describe('天数；在有数只看末日 how many days; of what stands only the last counts'),
      value: text(100).optional().describe('只计该维度取值 only this value of the dimension'),
    }),
  ])
  .meta({ id: 'Watched' });
export type Watched = z.output<typeof Watched>;

export const thresholdStates = ['draft', 'on', 'off'] as const;
export type ThresholdState = (typeof thresholdStates)[number];
const thresholdMoves = ['switchOn', 'switchOff'] as const;

export const thresholdLifeCycle = new LifeCycle<ThresholdState, (typeof thresholdMoves)[number]>({
  switchOn: { from: ['draft', 'off'], to: 'on' },
  switchOff: { from: ['on'], to: 'off' },
});

const thresholdShape = {
  name: text(120).describe('名称，如“生机比超过 10:1” name'),
  watches: Watched.describe('监测什么 what is watched'),
  comparison: z
    .enum(thresholdComparisons)
    .describe('比较：数值与阈值如此相比时预警 a value that compares so to the threshold is warned of'),
  value: z.number().min(-1e12).max(1e12).multipleOf(0.000001).describe('阈值 the threshold'),
  level: z.enum(warningLevels).describe('级别：提示、警告、严重 level'),
  kinds: z
    .array(z.enum(organisationKinds))
    .min(1)
    .max(organisationKinds.length)
    .describe('监测哪些类别的下级单位，如 county 或 school kinds of organisation below that are watched, e.g. county, or school'),
  validFrom: Day.optional().describe('自何日起监测 from this day'),
  validUntil: Day.optional().describe('监测至何日 until this day'),
};

export const ThresholdContent = z.strictObject(thresholdShape);
export const ThresholdChange = z.strictObject({
  name: thresholdShape.name.optional(),
  comparison: thresholdShape.comparison.optional(),
  value: thresholdShape.value.optional(),
  level: thresholdShape.level.optional(),
  kinds: thresholdShape.kinds.optional(),
  validFrom: Day.nullable().optional().describe('自何日起，null 为不限 from this day; null: from the beginning'),
  validUntil: Day.nullable().optional().describe('至何日止，null 为不限 until this day; null: without end'),
});

/** 阈值: what an authority wants to be warned of among the organisations below it; tried on the past, then switched on. */
export const Threshold = z
  .object({
    ...itemShape,
    organisation: Id.describe('设定单位：监测其下级 authority that declared it, and below which it watches'),
    ...thresholdShape,
    state: z.enum(thresholdStates).describe('状态：草稿、启用、停用 state'),
    moves: moves(thresholdMoves),
  })
  .meta({ id: 'Threshold' });
export type Threshold = z.output<typeof Threshold>;

export const ThresholdFact = Threshold.omit({ createdAt: true, updatedAt: true, version: true, moves: true }).meta({ id: 'ThresholdFact' });
export type ThresholdFact = z.output<typeof ThresholdFact>;

export const thresholdFacts = facts('reporting', 'threshold', ThresholdFact, {
  declared: '阈值已设定 A threshold was declared',
  changed: '阈值已修改 A threshold was changed',
  switched_on: '阈值已启用 A threshold was switched on',
  switched_off: '阈值已停用 A threshold was switched off',
});

export const ThresholdTrialRequest = z
  .strictObject({
    periods: z
      .array(Id)
      .min(1)
      .max(8)
      .optional()
      .describe('监测指标的：用哪些填报期的数据试运行 of an indicator: periods on whose figures it is tried'),
    days: z
      .array(Day)
      .min(1)
      .max(8)
      .optional()
      .describe('监测度量的：以哪些日为末日试运行 of a measure: last days of the spans on which it is tried'),
  })
  .refine(({ periods, days }) => (periods === undefined) !== (days === undefined), 'trial.periods_or_days');

/** Of whom a threshold would have warned in the past. Nothing is changed, and nobody is told. */
export const ThresholdTrial = z
  .object({
    judged: z.int().describe('有数值可判的单位次 values that were judged'),
    beyond: z.int().describe('会预警的单位次 of them, those that would have been warned of'),
    silent: z.int().describe('无数值或尚未报齐，不作判断的单位次 organisations without a value, or that had not all reported'),
    items: z
      .array(
        z.object({
          organisation: Id.describe('单位 organisation'),
          name: z.string().describe('单位名称 its name'),
          period: Id.nullable().describe('填报期；度量为空 period; null of a measure'),
          day: Day.nullable().describe('末日；指标为空 last day of the span; null of an indicator'),
          value: z.number().describe('数值 its value'),
        }),
      )
      .describe('会预警的，至多 200 条 those that would have been warned of, at most 200'),
  })
  .meta({ id: 'ThresholdTrial' });
export type ThresholdTrial = z.output<typeof ThresholdTrial>;

export const ThresholdNotFound = refusal('threshold.not_found', 404, { zh: '找不到该阈值', en: 'There is no such threshold' });
export const ThresholdOn = refusal('threshold.switched_on', 409, {
  zh: '阈值已启用，请先停用再修改',
  en: 'The threshold is switched on; switch it off before changing it',
});
export const ThresholdWatchesNobody = refusal('threshold.watches_nobody', 422, {
  zh: '这些类别的单位既不填报该数据集，也不是主管部门，无数值可监测',
  en: 'Organisations of these kinds neither fill in the data set nor manage those who do: there is nothing to watch',
});
export const ThresholdTrialUnfit = refusal(
  'threshold.trial_unfit',
  422,
  { zh: '该阈值须用 {needs} 试运行', en: 'This threshold is tried on {needs}' },
  z.strictObject({ needs: z.enum(['periods', 'days']) }),
);
export const ThresholdMeasureUnfit = refusal(
  'threshold.measure_unfit',
  422,
  {
    zh: '该度量不能监测：计人的度量不足五人不显示，或没有可限的维度',
    en: 'This measure cannot be watched: it counts people, of whom fewer than five are never told, or it has no dimension',
  },
  z.strictObject({ reason: z.enum(['people', 'no_dimension']) }),
);
