import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { NotFound } from '../platform.refusals.js';
import { creatable, Id, item, page, paging, value } from '../shapes/shapes.js';
import { PeriodClosed, PeriodNotFound, PeriodNotOpen } from './periods.js';
import {
  fillers,
  Submission,
  SubmissionBrokenRules,
  Signatories,
  SubmissionExists,
  SubmissionFieldsChanged,
  SubmissionNoLastPeriod,
  SubmissionNoReviewer,
  SubmissionNotExpected,
  SubmissionNotYours,
  SubmissionNotFound,
  SubmissionValidation,
  submissionStates,
  RemarksInput,
  ValuesInput,
} from './submissions.js';
import { periodId } from './periods.operations.js';
import { readers } from './who.js';

export const submissionId = z.object({ submissionId: Id.describe('填报表标识 id of the submission') });

export const submissionOperations = {
  beginSubmission: operation('post', '/periods/:periodId/submissions', {
    statutory: true,
    summary: '开始填报 Begin a submission',
    description:
      'One for each organisation and period. Values that are given are held to the form’s rules at once; required ones only when it is submitted.',
    scope: 'reporting.write',
    permits: fillers,
    reach: 'handedDown',
    creates: true,
    params: periodId,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('填报单位 organisation it is about'),
      values: ValuesInput.default({}),
      remarks: RemarksInput,
    }),
    returns: item(Submission),
    fails: [
      PeriodNotFound,
      PeriodNotOpen,
      PeriodClosed,
      SubmissionExists,
      SubmissionNotExpected,
      SubmissionNotYours,
      SubmissionBrokenRules,
      NotFound,
    ],
  }),
  submissions: operation('get', '/submissions', {
    statutory: true,
    summary: '列出填报表 List submissions',
    scope: 'reporting.read',
    permits: readers,
    description: 'Sorted by risk, what a reviewer should look at first comes first.',
    query: z.object({
      ...paging,
      sort: z.enum(['newest', 'risk']).default('newest').describe('排序：最新在前，或风险高者在前 newest first, or the most at risk first'),
      period: Id.optional().describe('只列该填报期的 only those of this period'),
      organisation: Id.optional().describe('只列该单位的 only those of this organisation'),
      status: z.enum(submissionStates).optional().describe('只列该状态的 only those in this state'),
      reviewer: Id.optional().describe('只列在该单位待审或由其审定的 only those that lie with this authority, or were decided there'),
      warnings: z.stringbool().optional().describe('只列有（无）警告的 only those with, or without, warnings'),
      changes: z
        .stringbool()
        .optional()
        .describe('只列与上一填报期相比有（无）变化的 only those that differ, or do not, from the last period'),
      late: z.stringbool().optional().describe('只列逾期（按期）提交的 only those submitted late, or in time'),
      unchanged: z
        .stringbool()
        .optional()
        .describe('只列一步确认无变化的（其余的） only those confirmed unchanged in one step, or the others'),
      returned: z.stringbool().optional().describe('只列曾被（未被）退回的 only those returned before, or never'),
    }),
    returns: page(Submission),
  }),
  submission: operation('get', '/submissions/:submissionId', {
    statutory: true,
    summary: '读取填报表 Read a submission',
    scope: 'reporting.read',
    permits: readers,
    params: submissionId,
    returns: item(Submission),
    fails: [SubmissionNotFound],
  }),
  fillInSubmission: operation('put', '/submissions/:submissionId', {
    statutory: true,
    summary: '填报数据 Fill in a submission',
    description: 'The whole document at once; a value left out is cleared. If-Match keeps two people in one form from losing anything.',
    scope: 'reporting.write',
    permits: fillers,
    guarded: true,
    params: submissionId,
    body: z.strictObject({ values: ValuesInput, remarks: RemarksInput }),
    returns: item(Submission),
    fails: [SubmissionNotFound, SubmissionNotYours, PeriodNotOpen, PeriodClosed, SubmissionBrokenRules],
  }),
  validateSubmission: operation('get', '/submissions/:submissionId/validation', {
    statutory: true,
    summary: '校验填报表 Validate a submission',
    description: 'Every fault and every warning at once, as they would be told if it were submitted now. It changes nothing.',
    scope: 'reporting.read',
    permits: readers,
    params: submissionId,
    returns: value(SubmissionValidation),
    fails: [SubmissionNotFound],
  }),
  fillInFields: operation('patch', '/submissions/:submissionId', {
    statutory: true,
    summary: '填报部分指标 Fill in some indicators',
    description:
      'Only what is given; the rest stays. Who read an older version loses nothing and overwrites nothing: fields that others have saved since are kept, and a field that others changed to something else is refused with their value.',
    scope: 'reporting.write',
    permits: fillers,
    guarded: true,
    params: submissionId,
    body: z.strictObject({ values: ValuesInput }),
    returns: item(Submission),
    fails: [SubmissionNotFound, PeriodNotOpen, PeriodClosed, SubmissionBrokenRules, SubmissionFieldsChanged],
  }),
  fetchSources: operation('post', '/submissions/:submissionId/sources', {
    statutory: true,
    summary: '重新取数 Fetch again what the platform knows',
    description:
      '在校学生、班级、教师等平台已有的数一数一源，不填报；提交时也会再取一次。 What nobody types is fetched anew, with what that changed. Submitting fetches it once more.',
    scope: 'reporting.write',
    permits: fillers,
    params: submissionId,
    returns: item(Submission),
    fails: [SubmissionNotFound, SubmissionNotYours, PeriodNotOpen, PeriodClosed],
  }),
  nameSignatories: operation('put', '/submissions/:submissionId/signatories', {
    statutory: true,
    summary: '填写填报表的签署人 Name who signs a submission',
    description: 'For the printed submission; the names appear nowhere else.',
    scope: 'reporting.write',
    permits: fillers,
    guarded: true,
    params: submissionId,
    body: Signatories,
    returns: item(Submission),
    fails: [SubmissionNotFound],
  }),
  confirmUnchanged: operation('post', '/periods/:periodId/submissions/unchanged', {
    statutory: true,
    summary: '确认本期无变化 Confirm that nothing changed',
    description:
      'Begins with what was approved in the last period and submits it, in one step. It is marked as unchanged, held to the same rules, and goes to the same reviewers.',
    scope: 'reporting.write',
    permits: fillers,
    reach: 'handedDown',
    creates: true,
    params: periodId,
    body: z.strictObject({ ...creatable, organisation: Id.describe('填报单位 organisation it is about') }),
    returns: item(Submission),
    fails: [
      PeriodNotFound,
      PeriodNotOpen,
      PeriodClosed,
      SubmissionExists,
      SubmissionNotExpected,
      SubmissionBrokenRules,
      SubmissionNoLastPeriod,
      SubmissionNoReviewer,
      NotFound,
    ],
  }),
  submitSubmission: operation('post', '/submissions/:submissionId/submit', {
    statutory: true,
    summary: '提交填报表 Submit a submission',
    description: 'To the authority above by 隶属: a county, or the city for a school directly under it.',
    scope: 'reporting.write',
    permits: fillers,
    params: submissionId,
    returns: item(Submission),
    fails: [SubmissionNotFound, SubmissionNotYours, PeriodNotOpen, PeriodClosed, SubmissionBrokenRules, SubmissionNoReviewer],
  }),
};
