import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { NotFound } from '../platform.refusals.js';
import { Id, page, paging, text, value } from '../shapes/shapes.js';
import { Completion, NothingOverdue, OverdueUnit, unitStates, UnitStanding, Urging, UrgingResult } from './completion.js';
import { PeriodNotFound } from './periods.js';
import { periodId } from './periods.operations.js';
import { collectors, readers } from './who.js';

const overseers = ['bureauLeader', ...collectors] as const;
const scope = {
  organisation: Id.optional().describe('范围，缺省为当前组织及其下级 this organisation and below; the acting one unless said'),
};

/** Who has reported and who has not, and saying so to them. */
export const completionOperations = {
  completion: operation('get', '/periods/:periodId/completion', {
    statutory: true,
    summary: '读取填报进度 Read how far a period has come',
    scope: 'reporting.read',
    permits: overseers,
    reach: 'handedDown',
    params: periodId,
    query: z.object(scope),
    returns: value(Completion),
    fails: [PeriodNotFound, NotFound],
  }),
  units: operation('get', '/periods/:periodId/units', {
    statutory: true,
    summary: '列出应报单位 List the units of a period',
    description: '每个应报单位一行，附状态。 One line for each unit that should report, with its state.',
    scope: 'reporting.read',
    permits: overseers,
    reach: 'handedDown',
    params: periodId,
    query: z.object({ ...paging, ...scope, status: z.enum(unitStates).optional().describe('只列该状态的 only those in this state') }),
    returns: page(UnitStanding),
    fails: [PeriodNotFound, NotFound],
  }),
  overdueUnits: operation('get', '/periods/:periodId/overdue', {
    statutory: true,
    summary: '列出逾期单位 List the units that are overdue',
    description: '附联系人与电话，可导出 Excel。 With contact and telephone; also as Excel.',
    scope: 'reporting.read',
    permits: overseers,
    reach: 'handedDown',
    params: periodId,
    query: z.object({ ...paging, ...scope }),
    returns: page(OverdueUnit),
    fails: [PeriodNotFound, NotFound],
  }),
  urge: operation('post', '/periods/:periodId/urge', {
    statutory: true,
    summary: '催报 Urge the units that are overdue',
    description:
      '一次催报本级以下全部逾期单位；同一单位一天内不重复。 All that are overdue below the acting organisation in one call; none twice within a day.',
    scope: 'reporting.write',
    permits: collectors,
    reach: 'handedDown',
    params: periodId,
    body: z.strictObject({
      note: text(500).describe('催报意见 what to tell them'),
      organisations: z
        .array(Id)
        .min(1)
        .max(500)
        .optional()
        .describe('只催这些单位；缺省为全部逾期单位 only these; all that are overdue unless said'),
    }),
    returns: value(UrgingResult),
    fails: [PeriodNotFound, NothingOverdue],
  }),
  urgings: operation('get', '/urgings', {
    statutory: true,
    summary: '列出催报与提醒 List urgings and reminders',
    description: '学校看到发给本单位的，主管部门看到下级的。 A school sees its own, an authority those below it.',
    scope: 'reporting.read',
    permits: readers,
    query: z.object({ ...paging, period: Id.optional().describe('只列该填报期的 only those of this period') }),
    returns: page(Urging),
  }),
};
