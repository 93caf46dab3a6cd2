import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { creatable, Id, item, page, paging } from '../shapes/shapes.js';
import { DataSetNotFound } from './data-sets.js';
import { Period, periodBody, PeriodChange, PeriodNotFound } from './periods.js';
import { collectors, readers } from './who.js';

export const periodId = z.object({ periodId: Id.describe('填报期标识 id of the period') });

export const periodOperations = {
  announcePeriod: operation('post', '/periods', {
    summary: '开设填报期 Announce a period',
    description: 'With the form that is now in force. Its windows are data: when filling in begins, and until when each level may act.',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    body: periodBody({ ...creatable, dataSet: Id.describe('数据集 data set') }),
    returns: item(Period),
    fails: [DataSetNotFound],
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
