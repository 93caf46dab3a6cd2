import { operation } from '../machinery/operation.js';
import { NotFound } from '../platform.refusals.js';
import { authorityReviewers } from '../roles.js';
import { value } from '../shapes/shapes.js';
import { CountySheetEmpty, CountySheetRequest, CountySheetTaken, CountySheetTooLarge, CountySheetUpload } from './county-sheets.js';
import { PeriodNotFound } from './periods.js';
import { periodId } from './periods.operations.js';
import { SheetFile, strangeSheets } from './sheets.js';
import { collectors } from './who.js';

/** Many schools in one workbook: a row for each, a column for each indicator 县级汇总表. */
export const countySheetOperations = {
  countySheet: operation('post', '/periods/:periodId/county-sheet', {
    statutory: true,
    summary: '下载县级汇总表 Make the sheet of a county’s schools',
    description:
      '一校一行、一指标一列，含现有数据；尚未提交的可填，其余锁定。至多五百校。 A row for each school and a column for each indicator, with the values there are; open where nothing was submitted yet, locked elsewhere. At most 500 schools.',
    scope: 'reporting.read',
    permits: collectors,
    reach: 'handedDown',
    params: periodId,
    body: CountySheetRequest,
    returns: value(SheetFile),
    fails: [PeriodNotFound, NotFound, CountySheetEmpty, CountySheetTooLarge],
  }),
  fillInFromCountySheet: operation('post', '/periods/:periodId/county-sheet/fill-in', {
    statutory: true,
    summary: '上传县级汇总表 Fill in drafts from a county’s sheet',
    description:
      '代填草稿：由学校自行核对并提交。规则与网上填报相同，逐校处理，有错的逐格标红退回；已提交的不动。 Enters drafts on behalf of the schools, which check and submit them themselves. The same rules as any other filling, school by school; faults come back marked cell by cell, and what was submitted is left alone.',
    scope: 'reporting.write',
    permits: authorityReviewers,
    reach: 'handedDown',
    params: periodId,
    body: CountySheetUpload,
    returns: value(CountySheetTaken),
    fails: [PeriodNotFound, ...strangeSheets],
  }),
};
