import { FileUnknown } from '../files.js';
import { operation } from '../machinery/operation.js';
import { value } from '../shapes/shapes.js';
import { PeriodClosed, PeriodNotOpen } from './periods.js';
import {
  SheetFaulty,
  SheetFile,
  SheetNotOurs,
  SheetOfAnotherForm,
  SheetOfAnotherOrganisation,
  SheetOfAnotherPeriod,
  SheetOutdated,
  SheetTaken,
  SheetUnreadable,
  SheetUpload,
} from './sheets.js';
import { submissionId } from './submissions.operations.js';
import { fillers, SubmissionNotFound } from './submissions.js';
import { readers } from './who.js';

/** Filling in Excel. Workbooks come and go by the files module; what they say is held to the same rules as any other filling. */
export const sheetOperations = {
  submissionSheet: operation('post', '/submissions/:submissionId/sheet', {
    statutory: true,
    summary: '下载填报表 Excel Make the form of a submission in Excel',
    description:
      '含现有数据与上期值；只有本期值可填，选项下拉；隐藏行记有表单与填报表的版本。 With the values it has and those of the last period; only this period’s may be typed, choices drop down; a hidden row tells form and version.',
    scope: 'reporting.read',
    permits: readers,
    params: submissionId,
    returns: value(SheetFile),
    fails: [SubmissionNotFound],
  }),
  fillInFromSheet: operation('post', '/submissions/:submissionId/sheet/fill-in', {
    statutory: true,
    summary: '上传填报表 Excel Fill in a submission from Excel',
    description:
      '与网上填报同样的规则；有错时整张退回，逐格标红并批注。 The same rules as any other filling; with faults nothing is saved and the sheet comes back, cell by cell marked and commented.',
    scope: 'reporting.write',
    permits: fillers,
    params: submissionId,
    body: SheetUpload,
    returns: value(SheetTaken),
    fails: [
      SubmissionNotFound,
      FileUnknown,
      SheetUnreadable,
      SheetNotOurs,
      SheetOfAnotherForm,
      SheetOfAnotherOrganisation,
      SheetOfAnotherPeriod,
      SheetOutdated,
      SheetFaulty,
      PeriodNotOpen,
      PeriodClosed,
    ],
  }),
};
