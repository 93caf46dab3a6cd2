import { auditOf } from '../machinery/audit-trail.js';
import { changesAfter } from '../machinery/changes.js';
import { z } from 'zod';
import { MoveNotAllowed } from '../life-cycle.js';
import { contract, operation } from '../machinery/operation.js';
import type { Role } from '../roles.js';
import { creatable, Day, Id, InstantInput, item, page, paging, text, value } from '../shapes/shapes.js';
import { DailyReport, DailyReportInput, GuardPeriod, GuardPeriodAmendment, GuardPeriodInput, MissingReports } from './guard-periods.js';
import { incidentReporters, incidentSuperiors } from './life-cycle.js';
import { IncidentBoard } from './incident-board.js';
import * as refused from './refusals.js';
import {
  ClockRule,
  FinalReportInput,
  Incident,
  IncidentCategory,
  IncidentInput,
  IncidentLevel,
  IncidentStatus,
  Supplement,
} from './shapes.js';

const params = z.object({ incidentId: Id.describe('事件标识 id of the incident') });
const periodParams = z.object({ guardPeriodId: Id.describe('重要时期标识 id of the guard period') });
const readers = [...new Set<Role>([...incidentReporters, ...incidentSuperiors, 'systemAdmin', 'auditAdmin', 'centreHead', 'app'])];
const declarers = ['securityAdmin', 'systemAdmin', 'bureauLeader'] as const satisfies readonly Role[];
const reason = text(1000).describe('理由 reason');
const move = { scope: 'incidents.write', params, returns: item(Incident) } as const;
const fails = [refused.IncidentNotFound, MoveNotAllowed] as const;

/** What threatens it: network-security incidents with their reporting clocks, guard periods and daily reports. */
export const incidents = contract('incidents', {
  changesAfter: changesAfter('incidents'),
  ...auditOf('incidents'),
  categories: operation('get', '/incident-categories', {
    summary: '事件类别 Classes of incidents',
    description: 'The code table of GB/T 20986-2023 as this region keeps it; the letters are local until the standard’s annex is at hand.',
    permits: 'anyone',
    reach: 'public',
    returns: value(z.object({ categories: z.array(IncidentCategory).describe('类别 classes') })),
  }),
  clockRules: operation('get', '/incident-clock-rules', {
    summary: '报告时限规则 Rules of the reporting clocks',
    permits: 'anyone',
    reach: 'public',
    returns: value(z.object({ rules: z.array(ClockRule).describe('规则 rules') })),
  }),
  report: operation('post', '/incidents', {
    summary: '报告网络安全事件 Report an incident',
    description: 'Its level and kind of operator set the reporting clocks, which run from the discovery.',
    scope: 'incidents.write',
    permits: incidentReporters,
    creates: true,
    body: IncidentInput.extend(creatable),
    returns: item(Incident),
    fails: [refused.CategoryUnknown, refused.DiscoveredLater],
  }),
  list: operation('get', '/incidents', {
    summary: '查看网络安全事件 List incidents',
    description: 'Newest first.',
    scope: 'incidents.read',
    permits: readers,
    query: z.object({
      status: IncidentStatus.optional(),
      level: IncidentLevel.optional(),
      organisation: Id.optional().describe('事发单位 organisation where it happened'),
      overdue: z.enum(['true', 'false']).optional().describe('是否有超时的报告 whether a clock has run out unmet'),
      ...paging,
    }),
    returns: page(Incident),
  }),
  board: operation('get', '/incident-board', {
    summary: '值守态势 Incidents and duty now',
    description: 'Open incidents by the organisations one level below, the gravest of them, and who has reported today in guard periods.',
    scope: 'incidents.read',
    permits: [...incidentSuperiors, 'systemAdmin', 'centreHead'],
    reach: 'handedDown',
    returns: value(IncidentBoard),
  }),
  incident: operation('get', '/incidents/:incidentId', {
    summary: '查看一起网络安全事件 Read an incident',
    scope: 'incidents.read',
    permits: readers,
    params,
    returns: item(Incident),
    fails: [refused.IncidentNotFound],
  }),
  supplement: operation('post', '/incidents/:incidentId/supplements', {
    summary: '补报 Supplement an incident',
    scope: 'incidents.write',
    permits: incidentReporters,
    params,
    body: z.strictObject({ item: Supplement.shape.item, text: Supplement.shape.text }),
    returns: item(Incident),
    fails: [refused.IncidentNotFound, refused.IncidentOver],
  }),
  supplements: operation('get', '/incidents/:incidentId/supplements', {
    summary: '查看补报 Read the supplements of an incident',
    scope: 'incidents.read',
    permits: readers,
    params,
    returns: value(z.object({ supplements: z.array(Supplement).describe('补报，按时间排列 supplements, oldest first') })),
    fails: [refused.IncidentNotFound],
  }),
  noteReport: operation('post', '/incidents/:incidentId/clocks/:clock/note', {
    summary: '登记对外报送 Note a report to an authority outside',
    description: 'Meets the clock at the moment of the report, e.g. by the 12387 hotline.',
    ...move,
    permits: incidentReporters,
    params: params.extend({ clock: z.string().min(1).max(60).describe('规则标识 id of the clock’s rule') }),
    body: z.strictObject({
      reportedAt: InstantInput.describe('报送时间 when it was reported'),
      channel: z
        .enum(['hotline', 'website', 'wechat', 'email', 'fax', 'phone', 'written'])
        .describe('报送渠道 way in which it was reported'),
      reference: text(100).optional().describe('回执编号 reference of the receipt'),
    }),
    fails: [refused.IncidentNotFound, refused.ClockNotFound, refused.ClockAlreadyMet, refused.ClockNotNoted, refused.ReportedLater],
  }),
  regrade: operation('post', '/incidents/:incidentId/regrade', {
    summary: '调整事件级别 Change the level of an incident',
    description: 'Clocks that were met stay met; the others follow the new level, still from the discovery.',
    ...move,
    permits: [...new Set([...incidentReporters, ...incidentSuperiors])],
    body: z.strictObject({ level: IncidentLevel, reason }),
    fails: [refused.IncidentNotFound, refused.IncidentOver],
  }),
  acknowledge: operation('post', '/incidents/:incidentId/acknowledge', {
    summary: '接报网络安全事件 Acknowledge an incident',
    ...move,
    permits: incidentSuperiors,
    fails: [...fails, refused.OwnAcknowledgement],
  }),
  handle: operation('post', '/incidents/:incidentId/handle', {
    summary: '开始处置 Begin to handle an incident',
    ...move,
    permits: incidentReporters,
    fails,
  }),
  contain: operation('post', '/incidents/:incidentId/contain', {
    summary: '事件已控制 Say that an incident is contained',
    description: 'From here on the clock of the final report runs.',
    ...move,
    permits: incidentReporters,
    fails,
  }),
  close: operation('post', '/incidents/:incidentId/close', {
    summary: '提交总结报告并办结 Close an incident with its final report',
    ...move,
    permits: incidentReporters,
    body: FinalReportInput,
    fails,
  }),
  dismiss: operation('post', '/incidents/:incidentId/dismiss', {
    summary: '确认误报 Dismiss an incident as a false alarm',
    ...move,
    permits: incidentSuperiors,
    body: z.strictObject({ reason }),
    fails: [...fails, refused.OwnAcknowledgement],
  }),
  declareGuardPeriod: operation('post', '/guard-periods', {
    summary: '发布重要时期 Declare a guard period',
    description: 'All units below the declaring authority report daily, even when nothing happened.',
    scope: 'incidents.write',
    permits: declarers,
    creates: true,
    body: GuardPeriodInput.extend(creatable),
    returns: item(GuardPeriod),
    fails: [refused.GuardPeriodBackwards, refused.GuardPeriodTooLong],
  }),
  amendGuardPeriod: operation('patch', '/guard-periods/:guardPeriodId', {
    summary: '调整重要时期 Amend a guard period',
    scope: 'incidents.write',
    permits: declarers,
    guarded: true,
    params: periodParams,
    body: GuardPeriodAmendment,
    returns: item(GuardPeriod),
    fails: [refused.GuardPeriodNotFound, refused.GuardPeriodBackwards, refused.GuardPeriodTooLong],
  }),
  guardPeriods: operation('get', '/guard-periods', {
    summary: '查看重要时期 List guard periods',
    scope: 'incidents.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({ on: Day.optional().describe('只含当日处于其间的 only those that include this day'), ...paging }),
    returns: page(GuardPeriod),
  }),
  guardPeriod: operation('get', '/guard-periods/:guardPeriodId', {
    summary: '查看一个重要时期 Read a guard period',
    scope: 'incidents.read',
    permits: readers,
    reach: 'handedDown',
    params: periodParams,
    returns: item(GuardPeriod),
    fails: [refused.GuardPeriodNotFound],
  }),
  fileDailyReport: operation('post', '/guard-periods/:guardPeriodId/daily-reports', {
    summary: '报送每日报告（零报告） File a daily report, a zero report included',
    scope: 'incidents.write',
    permits: incidentReporters,
    reach: 'handedDown',
    creates: true,
    params: periodParams,
    body: DailyReportInput.extend(creatable),
    returns: item(DailyReport),
    fails: [refused.GuardPeriodNotFound, refused.DayOutside, refused.DayToCome, refused.AlreadyFiled, refused.NotExpected, refused.NotZero],
  }),
  dailyReports: operation('get', '/guard-periods/:guardPeriodId/daily-reports', {
    summary: '查看每日报告 List daily reports of a guard period',
    scope: 'incidents.read',
    permits: readers,
    reach: 'handedDown',
    params: periodParams,
    query: z.object({ day: Day.optional().describe('报告日期 day reported on'), ...paging }),
    returns: page(DailyReport),
    fails: [refused.GuardPeriodNotFound],
  }),
  missing: operation('get', '/guard-periods/:guardPeriodId/missing', {
    summary: '未报单位 Who has not filed a daily report',
    scope: 'incidents.read',
    permits: readers,
    reach: 'handedDown',
    params: periodParams,
    query: z.object({ day: Day.describe('报告日期 day asked about') }),
    returns: value(MissingReports),
    fails: [refused.GuardPeriodNotFound, refused.DayOutside],
  }),
});
