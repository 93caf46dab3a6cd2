import { z } from 'zod';
import { Day, Id, Instant } from '../shapes/shapes.js';
import { IncidentLevel, IncidentStatus } from './shapes.js';

const counts = {
  open: z.int().describe('未办结 open'),
  overdue: z.int().describe('其中有报告超时的 of these, with a report overdue'),
};

const Line = z
  .object({ organisation: Id.describe('下级单位 organisation one level below'), name: z.string().describe('名称 name'), ...counts })
  .meta({ id: 'IncidentBoardLine' });

const Open = z
  .object({
    incident: Id.describe('事件 incident'),
    level: IncidentLevel,
    status: IncidentStatus,
    category: z.string().describe('事件类别 class of incident'),
    organisation: z.string().describe('事发单位名称 name of the organisation where it happened'),
    nextDueAt: Instant.nullable().describe('最近截止时间 when the next unmet clock ends'),
  })
  .meta({ id: 'OpenIncident' });

const Guard = z
  .object({
    guardPeriod: Id.describe('重要时期 guard period'),
    name: z.string().describe('名称 name'),
    day: Day.describe('今日 today'),
    dueAt: Instant.describe('今日报告截止时间 until when today is reported'),
    expected: z.int().describe('应报单位数 units that report'),
    filed: z.int().describe('已报单位数 units that have filed'),
  })
  .meta({ id: 'GuardOnDuty' });

/** Incidents and duty 值守态势 below the acting organisation, as a wall shows them. It names no person and tells no title. */
export const IncidentBoard = z
  .object({
    asOf: Instant.describe('截至 as of'),
    total: z.object(counts).describe('合计 all of them'),
    lines: z.array(Line).describe('按下级单位 by the organisations one level below'),
    incidents: z.array(Open).describe('未办结事件，最多 10 起，级别高者在前 open incidents, 10 at most, the gravest first'),
    guards: z.array(Guard).describe('今日处于其间的重要时期 guard periods that include today'),
  })
  .meta({ id: 'IncidentBoard' });
export type IncidentBoard = z.output<typeof IncidentBoard>;
