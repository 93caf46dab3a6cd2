import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { collectors } from './who.js';

/** 周报、月报. */
export const progressReportKinds = ['weekly', 'monthly'] as const;
export type ProgressReportKind = (typeof progressReportKinds)[number];

const planShape = {
  name: text(120).describe('名称 name'),
  firstDay: Day.describe('起始日期 first day'),
  lastDay: Day.describe('结束日期 last day'),
  reports: z
    .array(z.enum(progressReportKinds))
    .max(2)
    .default(['weekly'])
    .describe('进展报告制度：周报、月报 reports that responsible organisations owe; weekly unless said'),
};

export const BuildPlanInput = z
  .strictObject({
    id: Id.optional().describe('调用方自定标识 caller-made UUIDv7, optional'),
    organisation: Id.describe('牵头单位 organisation that leads it'),
    ...planShape,
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, { path: ['lastDay'], message: 'range.empty' });

/** 建设计划: what is to be built by when, by whom, and how often they report. */
export const BuildPlan = z
  .object({ ...itemShape, organisation: Id.describe('牵头单位 organisation that leads it'), ...planShape })
  .meta({ id: 'BuildPlan' });
export type BuildPlan = z.output<typeof BuildPlan>;
export const BuildPlanFact = BuildPlan.omit({ createdAt: true, updatedAt: true, version: true }).meta({ id: 'BuildPlanFact' });
export type BuildPlanFact = z.output<typeof BuildPlanFact>;
export const buildPlanFacts = facts('reporting', 'build_plan', BuildPlanFact, { opened: '建设计划已建立 A build plan was opened' });

export const milestoneStates = ['open', 'done'] as const;
export type MilestoneState = (typeof milestoneStates)[number];
const milestoneMoves = ['complete', 'reopen'] as const;
/** Who reports progress and completes milestones: the responsible organisation’s. */
export const builders = [...collectors, 'schoolAdmin'] as const;

export const milestoneLifeCycle = new LifeCycle<MilestoneState, (typeof milestoneMoves)[number]>({
  complete: { from: ['open'], to: 'done', by: builders },
  reopen: { from: ['done'], to: 'open', by: collectors },
});

export const MilestoneInput = z.strictObject({
  organisation: Id.describe('责任单位 responsible organisation'),
  name: text(200).describe('名称 name'),
  due: Day.describe('完成期限 day by which it is done'),
});

/** 里程碑 of a build plan. */
export const Milestone = z
  .object({
    ...itemShape,
    plan: Id.describe('建设计划 build plan'),
    ...MilestoneInput.shape,
    status: z.enum(milestoneStates).describe('状态：未完成、已完成 state'),
    doneOn: Day.nullable().describe('完成日期 day on which it was done'),
    overdue: z.boolean().describe('是否逾期 whether it was not done by its day, or done after it'),
    moves: moves(milestoneMoves),
  })
  .meta({ id: 'Milestone' });
export type Milestone = z.output<typeof Milestone>;
export const MilestoneFact = Milestone.pick({ id: true, organisation: true, plan: true, due: true, status: true, doneOn: true }).meta({
  id: 'MilestoneFact',
});
export type MilestoneFact = z.output<typeof MilestoneFact>;
export const milestoneFacts = facts('reporting', 'milestone', MilestoneFact, {
  set: '里程碑已设定 A milestone was set',
  completed: '里程碑已完成 A milestone was completed',
  reopened: '里程碑已重开 A milestone was reopened',
});

export const ProgressReportInput = z.strictObject({
  organisation: Id.describe('报告单位 organisation that reports'),
  kind: z.enum(progressReportKinds).describe('周报或月报 weekly or monthly'),
  day: Day.describe('所报周或月中的任一天 any day of the week or month it reports on'),
  done: text(4000).describe('本期进展 what was done'),
  next: text(4000).describe('下期计划 what comes next'),
  troubles: text(4000).optional().describe('问题与需协调事项 troubles'),
});

/** 周报、月报: one for each organisation and week or month. */
export const ProgressReport = z
  .object({
    ...itemShape,
    plan: Id.describe('建设计划 build plan'),
    organisation: Id.describe('报告单位 organisation that reports'),
    kind: ProgressReportInput.shape.kind,
    firstDay: Day.describe('所报周的周一或所报月的一日 Monday of its week, or first of its month'),
    done: ProgressReportInput.shape.done,
    next: ProgressReportInput.shape.next,
    troubles: z.string().nullable().describe('问题与需协调事项 troubles'),
    filedAt: Instant.describe('报送时间 when it was filed'),
    late: z.boolean().describe('是否迟报 whether it came after the end of its week or month'),
  })
  .meta({ id: 'ProgressReport' });
export type ProgressReport = z.output<typeof ProgressReport>;
export const ProgressReportFact = ProgressReport.pick({
  id: true,
  organisation: true,
  plan: true,
  kind: true,
  firstDay: true,
  filedAt: true,
  late: true,
}).meta({
  id: 'ProgressReportFact',
});
export type ProgressReportFact = z.output<typeof ProgressReportFact>;
export const progressReportFacts = facts('reporting', 'progress_report', ProgressReportFact, {
  filed: '进展报告已报送 A progress report was filed',
});

export const BuildPlanBoard = z
  .object({
    plan: Id.describe('建设计划 build plan'),
    asOf: Instant.describe('截至 as of'),
    milestones: z.int().describe('里程碑数 milestones'),
    done: z.int().describe('已完成 done'),
    overdue: z.int().describe('逾期未完成 open past their day'),
    missing: z
      .array(
        z.object({
          organisation: Id.describe('单位 organisation'),
          name: z.string().describe('单位名称 its name'),
          kind: z.enum(progressReportKinds).describe('周报或月报 weekly or monthly'),
          firstDay: Day.describe('所缺一期的首日 first day of the week or month that is missing'),
        }),
      )
      .describe(
        '上一期未报的责任单位，至多 500 responsible organisations that have not reported on the last whole week or month, at most 500',
      ),
  })
  .meta({ id: 'BuildPlanBoard' });
export type BuildPlanBoard = z.output<typeof BuildPlanBoard>;

export const BuildPlanNotFound = refusal('build_plan.not_found', 404, { zh: '找不到该建设计划', en: 'There is no such build plan' });
export const MilestoneNotFound = refusal('milestone.not_found', 404, { zh: '找不到该里程碑', en: 'There is no such milestone' });
export const MilestoneOutside = refusal('milestone.outside', 422, { zh: '期限不在计划起止之内', en: 'Its day lies outside the plan' });
export const ProgressReportExists = refusal('progress_report.exists', 409, {
  zh: '该单位本期已报',
  en: 'This organisation has reported on it',
});
export const ProgressReportNotOwed = refusal('progress_report.not_owed', 409, {
  zh: '该单位在此计划中不报这种进展报告，或该期不在计划起止之内',
  en: 'This organisation owes no such report in this plan, or not for these days',
});
