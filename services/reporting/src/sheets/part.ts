import type { Part } from '@lianxue/persistence';
import { CountySheets } from './county-sheets.js';
import { CountySheetsHandlers } from './county-sheets.handlers.js';
import { FillingFromCountySheet } from './filling-from-county-sheet.js';
import { FillingFromExcel } from './filling-from-excel.js';
import { FormsInExcel } from './forms-in-excel.js';
import { NationalEntering } from './national-entering.js';
import { SheetFiles } from './sheet-files.js';
import { SheetsHandlers } from './sheets.handlers.js';

/** Filling in Excel: forms down and up, and what is copied from into the national system. */
export const sheets: Part = {
  entities: [],
  rules: [SheetFiles, FormsInExcel, FillingFromExcel, NationalEntering, CountySheets, FillingFromCountySheet],
  handlers: [SheetsHandlers, CountySheetsHandlers],
};
