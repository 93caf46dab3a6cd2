import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, itemShape, text } from '../shapes/shapes.js';
import { FigureCoverage, TargetText } from './figures.js';

const targetShape = {
  name: text(80).describe('名称，如“生机比不高于 10:1” name'),
  comparison: TargetText.describe('达标线，如 student_ratio<=10 what a unit must fulfil, e.g. student_ratio<=10'),
  share: z
    .number()
    .min(0)
    .max(100)
    .nullable()
    .describe(
      '应达标的单位百分比，如 85；只统计不要求时为空 per cent of units that should meet it, e.g. 85; null where it is only counted',
    ),
  source: text(200).nullable().describe('依据，如文件名称 where it comes from'),
};

/** What a data set's units should reach 达标要求: data of an authority, and known to all below. */
export const Target = z
  .object({
    ...itemShape,
    organisation: Id.describe('设定单位 authority that set it'),
    dataSet: Id.describe('数据集 data set'),
    ...targetShape,
  })
  .meta({ id: 'Target' });
export type Target = z.output<typeof Target>;

export const TargetInput = z.strictObject(targetShape);
export const TargetChange = z.strictObject({ name: targetShape.name, share: targetShape.share, source: targetShape.source }).partial();

export const TargetFact = Target.omit({ createdAt: true, updatedAt: true, version: true }).meta({ id: 'TargetFact' });
export type TargetFact = z.output<typeof TargetFact>;
export const targetFacts = facts('reporting', 'target', TargetFact, {
  set: '达标要求已设定 A target was set',
  changed: '达标要求已调整 A target was changed',
  removed: '达标要求已撤销 A target was removed',
});

const ReachedLine = z
  .object({
    key: z.string().describe('行的标识 id of the organisation, code of the division, or kind'),
    name: z.string().describe('名称 name'),
    ...FigureCoverage.omit({ target: true }).shape,
    reached: z
      .boolean()
      .nullable()
      .describe('是否达到应达标百分比，无要求或无应报单位时为空 whether the share is reached; null where none is asked for'),
  })
  .meta({ id: 'TargetLine' });

/** How far the units of an organisation are with each target. */
export const TargetEvaluation = z
  .object({
    period: Id.describe('填报期 period'),
    organisation: Id.describe('范围 scope'),
    targets: z
      .array(
        z
          .object({
            target: Target.describe('达标要求 the target'),
            lines: z.array(ReachedLine).describe('各行 lines'),
            total: ReachedLine.describe('合计 the whole'),
          })
          .meta({ id: 'EvaluatedTarget' }),
      )
      .describe('各达标要求 each target'),
  })
  .meta({ id: 'TargetEvaluation' });
export type TargetEvaluation = z.output<typeof TargetEvaluation>;

/** Targets that plans of education authorities ask for, shipped under the codes of the shipped data sets; an authority takes them over and changes them. */
export const shippedTargets: readonly z.output<typeof TargetInput>[] = [
  { name: '生机比不高于 10:1', comparison: 'student_ratio<=10', share: 100, source: '铜川市教育信息化三年行动计划（2018–2020）' },
  { name: '千兆到校', comparison: 'bandwidth_mbps>=1000', share: 85, source: '徐州市教育信息化三年计划' },
  { name: '普通教室全部配备网络多媒体', comparison: 'mm_ratio>=100', share: 85, source: '徐州市教育信息化三年计划' },
  {
    name: '信息化经费占公用经费 10% 以上',
    comparison: 'ict_budget_share>=10',
    share: 100,
    source: '铜川市教育信息化三年行动计划（2018–2020）',
  },
  { name: '一校一师', comparison: 'it_staff>=1', share: 100, source: '铜川市教育信息化三年行动计划（2018–2020）' },
  { name: '智慧校园覆盖率 60%', comparison: 'smart_campus>=1', share: 60, source: '抚州市教育信息化工作要点（2020）' },
  { name: '教学点专递课堂全覆盖', comparison: 'chuandi_weekly>=1', share: 100, source: '抚州市教育信息化工作要点（2020）' },
];

export const TargetNotFound = refusal('target.not_found', 404, { zh: '找不到该达标要求', en: 'There is no such target' });
export const TargetTaken = refusal('target.taken', 409, { zh: '本单位已设定该达标线', en: 'This authority has set this target already' });
