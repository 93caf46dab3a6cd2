import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { NotFound } from '../platform.refusals.js';
import { creatable, Id, InstantInput, item, page, paging, text, value } from '../shapes/shapes.js';
import {
  exceptionActs,
  ExceptionEmpty,
  ExceptionFromBelow,
  ExceptionNotFound,
  ExceptionReviewer,
  ExceptionTooLate,
  PeriodException,
  PeriodWindows,
} from './exceptions.js';
import { Holidays, HolidaysInput } from './holidays.js';
import { PeriodNotFound } from './periods.js';
import { periodId } from './periods.operations.js';
import { collectors, readers } from './who.js';

/** When things are due, and for whom later. */
export const calendarOperations = {
  setHolidays: operation('post', '/holidays', {
    summary: '设定一年的节假日 Set the holidays of a year',
    description:
      '按国务院办公厅每年的安排；再次设定即替换。已开设的填报期不变。 As the State Council arranges them; setting them again replaces them. Periods already opened stay as they are.',
    scope: 'reporting.write',
    permits: collectors,
    body: HolidaysInput,
    returns: item(Holidays),
    fails: [NotFound],
  }),
  holidays: operation('get', '/holidays', {
    summary: '列出节假日 List holidays',
    description:
      '本级、下级与上级设定的。未设定的年份按元旦、劳动节、国庆节计。 Those set here, below and above. A year without any has New Year, Labour Day and National Day.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({ ...paging, year: z.coerce.number().int().min(2000).max(2200).optional().describe('只列该年 only this year') }),
    returns: page(Holidays),
  }),
  grantException: operation('post', '/periods/:periodId/exceptions', {
    statutory: true,
    summary: '批准延期 Grant an exception',
    description: '只能由上级给下级，到时自行终止。 Only from above; it ends by itself.',
    scope: 'reporting.write',
    permits: collectors,
    reach: 'handedDown',
    creates: true,
    params: periodId,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('获准延期的单位 organisation that gets more time'),
      acts: z.enum(exceptionActs).default('filling').describe('填报或审核，缺省为填报 filling in or reviewing; filling in unless said'),
      until: InstantInput.describe('延至 until when'),
      reason: text(500).describe('理由 why'),
    }),
    returns: item(PeriodException),
    fails: [PeriodNotFound, NotFound, ExceptionFromBelow, ExceptionTooLate, ExceptionEmpty, ExceptionReviewer],
  }),
  exceptions: operation('get', '/periods/:periodId/exceptions', {
    statutory: true,
    summary: '列出延期 List exceptions',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: periodId,
    query: z.object(paging),
    returns: page(PeriodException),
    fails: [PeriodNotFound],
  }),
  withdrawException: operation('post', '/exceptions/:exceptionId/withdraw', {
    statutory: true,
    summary: '撤回延期 Withdraw an exception',
    scope: 'reporting.write',
    permits: collectors,
    params: z.object({ exceptionId: Id.describe('延期标识 id of the exception') }),
    returns: item(PeriodException),
    fails: [ExceptionNotFound, ExceptionFromBelow],
  }),
  periodWindows: operation('get', '/periods/:periodId/windows', {
    statutory: true,
    summary: '读取本单位的时限 Read the windows of an organisation',
    description: '计入延期。 Exceptions included.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: periodId,
    query: z.object({ organisation: Id.optional().describe('单位，缺省为当前组织 organisation; the acting one unless said') }),
    returns: value(PeriodWindows),
    fails: [PeriodNotFound, NotFound],
  }),
};
