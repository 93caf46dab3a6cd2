import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { Id, Instant, InstantInput, itemShape, moves, text } from '../shapes/shapes.js';
import { classSessionMoves, classSessionStates } from './life-cycle.js';

export const ClassSessionStatus = z.enum(classSessionStates).describe('状态 state in the life cycle');

const known = {
  ...itemShape,
  organisation: Id.describe('主讲端 host'),
  deliveredClass: Id.describe('专递课堂 delivered class it belongs to'),
  number: z.int().describe('第几次 number within the plan'),
  receivers: z.array(Id).describe('接收端 receivers'),
  startsAt: Instant.describe('计划上课时间 when it is planned to begin'),
  endsAt: Instant.describe('计划下课时间 when it is planned to end'),
  status: ClassSessionStatus,
  startedAt: Instant.nullable().describe('实际上课时间 when it began'),
  endedAt: Instant.nullable().describe('实际下课时间 when it ended'),
  makesUp: Id.nullable().describe('所补的课次 the missed session it makes up'),
  madeUpBy: Id.nullable().describe('补课的课次 the session that makes it up'),
};

/** 课次: one meeting of a delivered class. */
export const ClassSession = z
  .object({
    ...known,
    reason: z.string().nullable().describe('取消或缺课的原因 why it was cancelled or missed'),
    moves: moves(classSessionMoves),
  })
  .meta({ id: 'ClassSession' });
export type ClassSession = z.output<typeof ClassSession>;

/** A session in facts: without reasons written freely. */
export const ClassSessionFact = z.object(known).meta({ id: 'ClassSessionFact' });
export type ClassSessionFact = z.output<typeof ClassSessionFact>;

export const classSessionFacts = facts('classrooms', 'classSession', ClassSessionFact, {
  planned: '课次已排定 A session was planned',
  started: '课次已开始 A session began',
  held: '课次已上完 A session was held',
  cancelled: '课次已取消 A session was cancelled',
  missed: '课次缺课 A session was missed',
  madeUp: '课次已安排补课 A make-up class was arranged',
});

const Evidence = z.strictObject({
  kind: z
    .enum(['photo', 'screenshot', 'recording', 'device', 'statement'])
    .describe('佐证类型：照片、截图、录像、设备记录、说明 kind of evidence'),
  reference: text(500).describe('佐证内容：文件、编号或说明 file, number or words'),
});

const AttendanceKind = z.enum(['signedIn', 'joined', 'left']).describe('记录类型：签到、上线、下线 what happened');
const AttendanceSource = z
  .enum(['signIn', 'afterwards', 'webhook', 'polling'])
  .describe('来源：现场签到、补签、平台推送、定时查询 where it comes from');
const pupils = z.int().min(0).max(10_000).describe('到课学生数 pupils present');

export const AttendanceInput = z.strictObject({
  receiver: Id.optional().describe('接收端，缺省为当前组织 receiver; the acting organisation unless given'),
  kind: AttendanceKind.default('signedIn'),
  at: InstantInput.optional().describe('发生时间，缺省为现在 when it happened; now unless given'),
  pupils: pupils.optional(),
  evidence: Evidence.describe('佐证 evidence'),
  polled: z.boolean().default(false).describe('应用定时查询所得 whether an app found it by polling'),
});
export type AttendanceInput = z.output<typeof AttendanceInput>;

/** An entry of the attendance ledger 考勤台账: added, never changed. */
export const AttendanceEntry = z
  .object({
    ...itemShape,
    organisation: Id.describe('主讲端 host'),
    session: Id.describe('课次 session'),
    receiver: Id.describe('接收端 receiver'),
    kind: AttendanceKind,
    at: Instant.describe('发生时间 when it happened'),
    source: AttendanceSource,
    pupils: pupils.nullable(),
    evidence: z.object(Evidence.shape).describe('佐证 evidence'),
  })
  .meta({ id: 'AttendanceEntry' });
export type AttendanceEntry = z.output<typeof AttendanceEntry>;

/** An entry in facts: the kind of evidence, not what it says. */
export const AttendanceFact = AttendanceEntry.omit({ evidence: true })
  .extend({ evidence: Evidence.shape.kind })
  .meta({ id: 'AttendanceFact' });
export type AttendanceFact = z.output<typeof AttendanceFact>;

export const attendanceFacts = facts('classrooms', 'attendance', AttendanceFact, { recorded: '考勤已记录 Attendance was recorded' });
