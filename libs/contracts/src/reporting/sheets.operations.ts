import { operation } from '../machinery/operation.js';
import { item, value } from '../shapes/shapes.js';
import { NationalEntryInFuture, NationalEntryInput, SubmissionNotSubmitted } from './national-entries.js';
import { PeriodClosed, PeriodNotOpen } from './periods.js';
import { SheetFaulty, SheetFile, SheetOutdated, SheetTaken, SheetUpload, strangeSheets } from './sheets.js';
import { submissionId } from './submissions.operations.js';
import { fillers, Submission, SubmissionNotFound, SubmissionNotYours } from './submissions.js';
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
    fails: [SubmissionNotFound, SubmissionNotYours, ...strangeSheets, SheetOutdated, SheetFaulty, PeriodNotOpen, PeriodClosed],
  }),
  nationalSheet: operation('post', '/submissions/:submissionId/national-sheet', {
    statutory: true,
    summary: '下载国家系统录入表 Make the sheet to copy from into the national system',
    description:
      '按国家系统的页面次序，一页一张工作表，标出与上期的差异。 In the order of that system’s pages, a sheet for each, with what differs from the last period.',
    scope: 'reporting.read',
    permits: readers,
    params: submissionId,
    returns: value(SheetFile),
    fails: [SubmissionNotFound],
  }),
  enterNationally: operation('post', '/submissions/:submissionId/national-entry', {
    statutory: true,
    summary: '登记已录入国家系统 Note that the values were entered in the national system',
    description: '登记日期与经办身份；数据重新填写后登记作废。 With the day and the role; it lapses when the values are filled in anew.',
    scope: 'reporting.write',
    permits: fillers,
    params: submissionId,
    body: NationalEntryInput,
    returns: item(Submission),
    fails: [SubmissionNotFound, SubmissionNotSubmitted, NationalEntryInFuture],
  }),
};
