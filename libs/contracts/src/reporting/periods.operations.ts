import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { creatable, Day, Id, item, page, paging, text } from '../shapes/shapes.js';
import { DataSetNotFound } from './data-sets.js';
import { dataSetId } from './data-sets.operations.js';
import { Period, periodBody, PeriodChange, PeriodExists, PeriodMisplaced, PeriodNotFound, PeriodUndated } from './periods.js';
import { collectors, readers } from './who.js';

export const periodId = z.object({ periodId: Id.describe('填报期标识 id of the period') });

export const periodOperations = {
  openPeriod: operation('post', '/data-sets/:dataSetId/periods', {
    summary: '按日历开设填报期 Open a period from the calendar',
    description:
      '给出年份与序次即可：起止日、各级时限按数据集的填报日历算出，可遇节假日顺延。 Year and place suffice: its days and windows follow from the calendar of the data set, shifted over holidays where it says so.',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    params: dataSetId,
    body: z.strictObject({
      ...creatable,
      year: z
        .int()
        .min(2000)
        .max(2200)
        .describe('年份；学期与学年为学年起始年份 year; of terms and school years the one in which the school year begins'),
      ordinal: z.int().min(1).max(12).default(1).describe('年内序次，如第三季度为 3 place in the year: 3 of the third quarter'),
      firstDay: Day.optional().describe('起始日，学期必填 first day; a term needs one'),
      lastDay: Day.optional().describe('截止日，学期必填 last day; a term needs one'),
      name: text(120).optional().describe('名称，缺省如「2026年第三季度」 name; made from year and place unless said'),
      shiftHolidays: z
        .boolean()
        .optional()
        .describe('遇节假日顺延，缺省按填报日历 shifted over holidays; as the calendar says unless said'),
    }),
    returns: item(Period),
    fails: [DataSetNotFound, PeriodExists, PeriodMisplaced, PeriodUndated],
  }),
  announcePeriod: operation('post', '/periods', {
    summary: '开设填报期 Announce a period',
    description: 'With the form that is now in force. Its windows are data: when filling in begins, and until when each level may act.',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    body: periodBody({ ...creatable, dataSet: Id.describe('数据集 data set') }),
    returns: item(Period),
    fails: [DataSetNotFound, PeriodExists],
  }),
  periods: operation('get', '/periods', {
    statutory: true,
    summary: '列出填报期 List periods',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({ ...paging, dataSet: Id.optional().describe('只列该数据集的 only those of this data set') }),
    returns: page(Period),
  }),
  period: operation('get', '/periods/:periodId', {
    statutory: true,
    summary: '读取填报期 Read a period',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: periodId,
    returns: item(Period),
    fails: [PeriodNotFound],
  }),
  changePeriod: operation('patch', '/periods/:periodId', {
    summary: '调整填报期 Change a period',
    scope: 'reporting.write',
    permits: collectors,
    guarded: true,
    params: periodId,
    body: PeriodChange,
    returns: item(Period),
    fails: [PeriodNotFound],
  }),
};
