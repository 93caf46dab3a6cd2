import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { Day, Id, itemShape, text } from '../shapes/shapes.js';
import { Grade, Stage, Subject } from '../shapes/teaching.js';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Weekday = z.int().min(1).max(7).describe('星期，1 为星期一 day of the week, 1 is Monday');

const slot = {
  weekday: Weekday,
  start: TimeOfDay.describe('上课时间（北京时间） when it begins, 北京时间'),
  end: TimeOfDay.describe('下课时间（北京时间） when it ends, 北京时间'),
};

/** A weekly time 课节, as clock time: host and receivers may ring different bells. */
export const Slot = z.strictObject(slot).refine(({ start, end }) => start < end, { path: ['end'], error: 'slot.backwards' });

/** A day that departs from the week: nothing is held 放假, or it runs another day's timetable 调休. */
export const DayException = z.strictObject({
  day: Day.describe('日期 the day'),
  runs: Weekday.nullable().describe('按星期几上课；放假为 null which day’s timetable it runs; null: nothing is held'),
  reason: text(100).describe('原因 reason'),
});

const planned = {
  subject: Subject,
  stage: Stage,
  grades: z.array(Grade).min(1).max(12).describe('年级 grades'),
  term: text(40).describe('学期，如 2026-2027学年度第一学期 term'),
  from: Day.describe('开始日期 first day'),
  to: Day.describe('结束日期 last day'),
  receivers: z.array(Id).min(1).max(10).describe('接收端（教学点、学校） receivers: teaching points and schools'),
  exceptions: z.array(DayException).max(100).describe('节假日与调休 days that depart from the week'),
};

export const DeliveredClassInput = z.strictObject({
  ...planned,
  host: Id.optional().describe('主讲端，缺省为当前组织 host; the acting organisation unless given'),
  slots: z.array(Slot).min(1).max(10).describe('每周课节 weekly times'),
  exceptions: planned.exceptions.default([]),
});
export type DeliveredClassInput = z.output<typeof DeliveredClassInput>;

/** 专递课堂: one host teaches one to ten receivers at the same time, by plan, through a term. */
export const DeliveredClass = z
  .object({
    ...itemShape,
    organisation: Id.describe('主讲端 host'),
    ...planned,
    slots: z.array(z.object(slot)).describe('每周课节 weekly times'),
    exceptions: z.array(z.object(DayException.shape)).describe('节假日与调休 days that depart from the week'),
    sessions: z.int().describe('计划课次 number of sessions planned'),
  })
  .meta({ id: 'DeliveredClass' });
export type DeliveredClass = z.output<typeof DeliveredClass>;

export const deliveredClassFacts = facts('classrooms', 'deliveredClass', DeliveredClass, {
  planned: '专递课堂已排定 A delivered class was planned',
});

const figures = {
  planned: z.int().describe('计划开课 planned'),
  held: z.int().describe('实际开课 held'),
  received: z.int().describe('已接收 received: at least signed in'),
  valid: z.int().describe('有效接收 received long enough to count'),
  cancelled: z.int().describe('取消 cancelled'),
  missed: z.int().describe('缺课 missed'),
  madeUp: z.int().describe('已补课 made up: missed, then held and received'),
  openRate: z.number().nullable().describe('开课率（%） share of the planned that was held, in per cent'),
  validRate: z.number().nullable().describe('有效开课率（%） share of the planned that was validly received, in per cent'),
};

/** One session at one receiver 课次 × 接收端. */
export const AttendanceCell = z.object({
  session: Id.describe('课次 session'),
  number: z.int().describe('第几次 number within the plan'),
  day: Day.describe('日期 the day'),
  receiver: Id.describe('接收端 receiver'),
  outcome: z
    .enum(['planned', 'received', 'absent', 'cancelled', 'missed'])
    .describe('结果：未上、已接收、未接收、取消、缺课 what became of it'),
  share: z.number().describe('在线比例 share of the session during which it was present, 0 to 1'),
  valid: z.boolean().describe('是否有效 whether it counts as valid'),
  makesUp: Id.nullable().describe('所补的课次 the missed session it makes up'),
});
export type AttendanceCell = z.output<typeof AttendanceCell>;

export const FigureRule = z.object({
  minShare: z.number().describe('有效接收的最低在线比例 least share that counts as valid'),
  makeUpCounts: z.boolean().describe('补课是否计入开课 whether made-up sessions count as held'),
  cancelledCounts: z.boolean().describe('取消的课次是否计入计划 whether cancelled sessions stay among the planned'),
});
export type FigureRule = z.output<typeof FigureRule>;

/** 开课情况: counted for each session at each receiver, since counting sessions alone would hide the absent. */
export const DeliveredClassFigures = z
  .object({
    rule: FigureRule.describe('统计规则 rule by which it is counted'),
    total: z.object(figures).describe('合计，单位为课次 × 接收端 total over all pairs'),
    receivers: z
      .array(z.object({ receiver: Id.describe('接收端 receiver'), name: z.string().describe('名称 name'), ...figures }))
      .describe('各接收端 by receiver'),
    cells: z.array(AttendanceCell).describe('明细 each pair'),
  })
  .meta({ id: 'DeliveredClassFigures' });
export type DeliveredClassFigures = z.output<typeof DeliveredClassFigures>;
