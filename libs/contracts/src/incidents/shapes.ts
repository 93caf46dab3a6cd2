import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { Id, Instant, InstantInput, itemShape, moves, text } from '../shapes/shapes.js';
import { incidentMoves, incidentStates } from './life-cycle.js';

/** 事件分级. */
export const incidentLevels = {
  I: { zh: '特别重大', en: 'Especially serious' },
  II: { zh: '重大', en: 'Serious' },
  III: { zh: '较大', en: 'Considerable' },
  IV: { zh: '一般', en: 'Ordinary' },
} as const;

export const IncidentLevel = z
  .enum(['I', 'II', 'III', 'IV'])
  .describe('级别：I 特别重大、II 重大、III 较大、IV 一般 level, I the most serious');
export type IncidentLevel = z.output<typeof IncidentLevel>;

/** 运营者类别: it decides to whom and how fast an incident is reported. */
export const OperatorKind = z
  .enum(['criticalInfrastructure', 'centralOrgan', 'other'])
  .describe('运营者类别：关键信息基础设施、中央和国家机关、其他 kind of operator');
export type OperatorKind = z.output<typeof OperatorKind>;

export const IncidentStatus = z.enum(incidentStates).describe('状态 state in the life cycle');

const Words = z.object({ zh: z.string().describe('中文 Chinese'), en: z.string().describe('英文 English') });

/** A class of incidents 事件类别, from a code table that the bureau may correct. */
export const IncidentCategory = z
  .object({
    code: z.string().describe('代码 code'),
    taxonomy: z.string().describe('分类标准 standard it comes from'),
    parent: z.string().nullable().describe('上级类别 class it belongs to; null for a class itself'),
    name: z.string().describe('名称 name'),
    english: z.string().describe('英文名称 English name'),
  })
  .meta({ id: 'IncidentCategory' });
export type IncidentCategory = z.output<typeof IncidentCategory>;

/** From when a clock runs: 发现、上报、事件得到控制. */
export const ClockStart = z.enum(['discovered', 'reported', 'contained']).describe('起算点 from when it runs');
/** What stops a clock: a report noted by hand, the report on this platform, the first supplement, the final report. */
export const ClockStop = z.enum(['noted', 'registered', 'supplemented', 'closed']).describe('办结方式 what meets it');

/** A reporting clock's rule 报告时限规则, as data. */
export const ClockRule = z
  .object({
    id: z.string().describe('标识 id'),
    name: Words.describe('名称 name'),
    recipient: Words.describe('报告对象 to whom'),
    levels: z.array(IncidentLevel).describe('适用级别 levels it holds for'),
    operatorKinds: z.array(OperatorKind).describe('适用运营者 kinds of operator it holds for'),
    starts: ClockStart,
    minutes: z.int().describe('时限（分钟） time allowed, in minutes'),
    warnMinutes: z.int().describe('提前预警（分钟） how long before the end it warns, in minutes'),
    metBy: ClockStop,
    basis: z.string().describe('依据 where it is ordered'),
    since: z.iso.date().describe('施行日期 day from which it is in force'),
  })
  .meta({ id: 'ClockRule' });
export type ClockRule = z.output<typeof ClockRule>;

const clock = {
  rule: z.string().describe('规则 the rule it follows'),
  name: Words.describe('名称 name'),
  recipient: Words.describe('报告对象 to whom'),
  startsAt: Instant.describe('起算时间 when it began to run'),
  warnAt: Instant.describe('预警时间 when it warns'),
  dueAt: Instant.describe('截止时间 until when'),
  metAt: Instant.nullable().describe('完成时间 when it was met'),
};

/** A reporting clock 报告时限 as it stands now. */
export const ReportingClock = z
  .object({
    ...clock,
    state: z
      .enum(['running', 'warning', 'overdue', 'met', 'metLate'])
      .describe('情况：计时中、将到期、已超时、按时、超时完成 how it stands'),
    channel: z.string().nullable().describe('报送渠道 way in which it was reported'),
    reference: z.string().nullable().describe('回执编号 reference of the receipt'),
  })
  .meta({ id: 'ReportingClock' });
export type ReportingClock = z.output<typeof ReportingClock>;

/** 总结报告: cause, measures, damage, responsibility, rectification, lessons. */
const report = {
  cause: text(4000).describe('事件原因 cause'),
  measures: text(4000).describe('应急处置措施 measures taken'),
  damage: text(4000).describe('危害影响 damage'),
  responsibility: text(4000).describe('责任认定 responsibility'),
  rectification: text(4000).describe('整改情况 rectification'),
  lessons: text(4000).describe('经验教训 lessons'),
};
export const FinalReportInput = z.strictObject(report);
export const FinalReport = z.object(report).meta({ id: 'FinalReport' });
export type FinalReport = z.output<typeof FinalReport>;

export const IncidentInput = z.strictObject({
  title: text(200).describe('事件名称 name of the incident'),
  category: z.string().min(1).max(20).describe('事件类别代码 code of its class'),
  level: IncidentLevel,
  operatorKind: OperatorKind.default('other'),
  discoveredAt: InstantInput.describe('发现时间 when it was discovered or learnt of'),
  system: text(200).optional().describe('涉事系统 system concerned'),
  summary: text(4000).describe('事件概述 summary'),
});
export type IncidentInput = z.output<typeof IncidentInput>;

const known = {
  ...itemShape,
  organisation: Id.describe('事发单位 organisation where it happened'),
  category: z.string().describe('事件类别代码 code of its class'),
  level: IncidentLevel,
  operatorKind: OperatorKind,
  status: IncidentStatus,
  discoveredAt: Instant.describe('发现时间 when it was discovered'),
  reportedAt: Instant.describe('上报时间 when it was reported here'),
  acknowledgedAt: Instant.nullable().describe('接报时间 when a superior acknowledged it'),
  containedAt: Instant.nullable().describe('控制时间 when it was contained'),
  closedAt: Instant.nullable().describe('办结时间 when it was closed'),
  nextDueAt: Instant.nullable().describe('最近截止时间 when the next unmet clock ends'),
};

/** 网络安全事件 as a caller reads it. */
export const Incident = z
  .object({
    ...known,
    title: z.string().describe('事件名称 name of the incident'),
    system: z.string().nullable().describe('涉事系统 system concerned'),
    summary: z.string().describe('事件概述 summary'),
    clocks: z.array(ReportingClock).describe('报告时限 reporting clocks'),
    regradeReason: z.string().nullable().describe('调整级别的理由 why its level was changed'),
    dismissReason: z.string().nullable().describe('误报说明 why it was dismissed'),
    finalReport: FinalReport.nullable().describe('总结报告 final report'),
    moves: moves(incidentMoves),
  })
  .meta({ id: 'Incident' });
export type Incident = z.output<typeof Incident>;

/** An incident in facts: what is counted and timed, nothing that was written freely. */
export const IncidentFact = z
  .object({ ...known, clocks: z.array(z.object(clock)).describe('报告时限 reporting clocks') })
  .meta({ id: 'IncidentFact' });
export type IncidentFact = z.output<typeof IncidentFact>;

/** 补报: what could not be said at first. Never changed afterwards. */
export const Supplement = z
  .object({
    id: Id.describe('标识 id (UUIDv7)'),
    item: z
      .enum(['progress', 'impact', 'measures', 'cause', 'trend', 'clues', 'help', 'evidence', 'other'])
      .describe('补报内容 what it is about'),
    text: text(4000).describe('内容 text'),
    at: Instant.describe('补报时间 when it was added'),
    organisation: Id.describe('补报单位 organisation that added it'),
  })
  .meta({ id: 'Supplement' });
export type Supplement = z.output<typeof Supplement>;

/** What happens to an incident. */
export const incidentFacts = facts('incidents', 'incident', IncidentFact, {
  reported: '网络安全事件已报告 An incident was reported',
  supplemented: '网络安全事件已补报 An incident was supplemented',
  noted: '对外报送已登记 A report to an authority outside was noted',
  regraded: '网络安全事件已调整级别 The level of an incident was changed',
  acknowledged: '网络安全事件已接报 An incident was acknowledged',
  handled: '网络安全事件开始处置 Handling of an incident began',
  contained: '网络安全事件已控制 An incident was contained',
  closed: '网络安全事件已办结 An incident was closed',
  dismissed: '网络安全事件确认为误报 An incident was dismissed',
});
