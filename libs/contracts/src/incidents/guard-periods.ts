import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { organisationKinds } from '../roles.js';
import { Day, Id, Instant, itemShape, text } from '../shapes/shapes.js';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Kinds = z.array(z.enum(organisationKinds)).min(1).max(organisationKinds.length);

const declared = {
  name: text(100).describe('名称 name'),
  from: Day.describe('开始日期 first day'),
  to: Day.describe('结束日期 last day'),
  dailyDeadline: TimeOfDay.describe('每日报告截止时间（北京时间） until when each day is reported, 北京时间'),
  kinds: Kinds.describe('应报单位类别 kinds of organisation that report'),
  basis: text(200).describe('依据 the order it follows'),
};

/** 重要时期, declared: from the first to the last day, both included. */
export const GuardPeriodInput = z.strictObject({
  ...declared,
  dailyDeadline: declared.dailyDeadline.default('17:00').describe('每日报告截止时间（北京时间） until when each day is reported, 北京时间'),
  // Teaching points do not report themselves: their central school answers for them.
  kinds: declared.kinds.default(['school', 'centralSchool']).describe('应报单位类别 kinds of organisation that report'),
  basis: declared.basis.optional(),
});
export type GuardPeriodInput = z.output<typeof GuardPeriodInput>;

export const GuardPeriodAmendment = z.strictObject(declared).partial();

/** 重要时期（重保）: days in which every unit below reports daily, even when nothing happened. */
export const GuardPeriod = z
  .object({
    ...itemShape,
    organisation: Id.describe('发布单位 organisation that declared it'),
    ...declared,
    basis: declared.basis.nullable(),
  })
  .meta({ id: 'GuardPeriod' });
export type GuardPeriod = z.output<typeof GuardPeriod>;

export const guardPeriodFacts = facts('incidents', 'guardPeriod', GuardPeriod, {
  declared: '重要时期已发布 A guard period was declared',
  amended: '重要时期已调整 A guard period was amended',
});

const DailyReportKind = z.enum(['zero', 'incident']).describe('报告类型：零报告、有事件 zero report, or an incident happened');

export const DailyReportInput = z.strictObject({
  day: Day.describe('报告日期 day it reports on'),
  kind: DailyReportKind,
  note: text(1000).optional().describe('备注 note'),
});
export type DailyReportInput = z.output<typeof DailyReportInput>;

/** 每日报告: one per unit and day of a guard period. */
export const DailyReport = z
  .object({
    ...itemShape,
    organisation: Id.describe('报告单位 organisation that reports'),
    guardPeriod: Id.describe('重要时期 guard period'),
    day: Day.describe('报告日期 day it reports on'),
    kind: DailyReportKind,
    filedAt: Instant.describe('报送时间 when it was filed'),
    late: z.boolean().describe('是否迟报 whether it came after the daily deadline'),
    note: z.string().nullable().describe('备注 note'),
  })
  .meta({ id: 'DailyReport' });
export type DailyReport = z.output<typeof DailyReport>;

/** A daily report in facts: without its note. */
export const DailyReportFact = DailyReport.omit({ note: true }).meta({ id: 'DailyReportFact' });
export type DailyReportFact = z.output<typeof DailyReportFact>;

export const dailyReportFacts = facts('incidents', 'dailyReport', DailyReportFact, { filed: '每日报告已报送 A daily report was filed' });

/** Who has not filed 未报单位. */
export const MissingReports = z
  .object({
    day: Day.describe('报告日期 day asked about'),
    dueAt: Instant.describe('截止时间 until when it is to be filed'),
    overdue: z.boolean().describe('是否已过截止时间 whether that moment has passed'),
    expected: z.int().describe('应报单位数 units that report'),
    filed: z.int().describe('已报单位数 units that have filed'),
    missing: z
      .array(
        z.object({
          organisation: Id.describe('单位 organisation'),
          name: z.string().describe('单位名称 its name'),
          kind: z.enum(organisationKinds).describe('单位类别 its kind'),
        }),
      )
      .describe('未报单位，按名称排列 units that have not filed, by name'),
    more: z.boolean().describe('是否还有未列出的 whether more are missing than are listed'),
  })
  .meta({ id: 'MissingReports' });
export type MissingReports = z.output<typeof MissingReports>;
