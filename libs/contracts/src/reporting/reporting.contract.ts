import { changesAfter } from '../machinery/changes.js';
import { z } from 'zod';
import { contract, operation } from '../machinery/operation.js';
import { NotFound } from '../platform.refusals.js';
import { authorityReviewers } from '../roles.js';
import { creatable, Id, item, page, paging, value } from '../shapes/shapes.js';
import { DataSet, DataSetCodeTaken, DataSetContent, DataSetNotFound, Form, FormContent, FormNotFound } from './forms.js';
import { Period, periodBody, PeriodChange, PeriodClosed, PeriodNotFound, PeriodNotOpen } from './periods.js';
import { RollUp } from './roll-up.js';
import {
  SubmissionApproval,
  fillers,
  SubmissionReturn,
  ReviewTrail,
  Submission,
  SubmissionBrokenRules,
  SubmissionExists,
  SubmissionFieldUnknown,
  SubmissionNoReviewer,
  SubmissionNotExpected,
  SubmissionNotFound,
  submissionStates,
  SubmissionWaitingLowerLevel,
  ValuesInput,
} from './submissions.js';

/** Who decides what is collected: the authority's administrators and reviewers. */
const collectors = ['systemAdmin', 'centreHead', ...authorityReviewers] as const;

/** Who may look at forms, periods and what was reported. */
const readers = [
  'schoolAdmin',
  'rollManager',
  'responsiblePerson',
  'bureauLeader',
  'systemAdmin',
  'centreHead',
  ...authorityReviewers,
  'app',
] as const;

const dataSetId = z.object({ dataSetId: Id.describe('数据集标识 id of the data set') });
const periodId = z.object({ periodId: Id.describe('填报期标识 id of the period') });
const submissionId = z.object({ submissionId: Id.describe('填报表标识 id of the submission') });

/** How it is going: what is collected, when, from whom, who reviewed it, and what it adds up to. */
export const reporting = contract('reporting', {
  changesAfter: changesAfter('reporting'),
  dataSets: operation('get', '/data-sets', {
    summary: '列出数据集 List data sets',
    description: 'Those of the acting organisation, of what lies below it, and those handed down from above.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object(paging),
    returns: page(DataSet),
  }),
  dataSet: operation('get', '/data-sets/:dataSetId', {
    summary: '读取数据集 Read a data set',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: dataSetId,
    returns: item(DataSet),
    fails: [DataSetNotFound],
  }),
  defineDataSet: operation('post', '/data-sets', {
    summary: '定义数据集 Define a data set',
    description: 'Its first form comes with it. Organisations below fill it in once a period is announced.',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    body: DataSetContent.extend({
      ...creatable,
      organisation: Id.describe('定义单位 authority that defines it'),
      form: FormContent.describe('第一版表单 its first form'),
    }),
    returns: item(DataSet),
    fails: [DataSetCodeTaken],
  }),
  issueForm: operation('post', '/data-sets/:dataSetId/forms', {
    summary: '发布新版表单 Issue a new version of a form',
    description: 'Periods announced from now on use it; those already announced keep theirs.',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    params: dataSetId,
    body: FormContent,
    returns: item(Form),
    fails: [DataSetNotFound],
  }),
  forms: operation('get', '/data-sets/:dataSetId/forms', {
    summary: '列出数据集的各版表单 List the forms of a data set',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: dataSetId,
    query: z.object(paging),
    returns: page(Form),
  }),
  form: operation('get', '/forms/:formId', {
    summary: '读取表单 Read a form',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: z.object({ formId: Id.describe('表单标识 id of the form') }),
    returns: item(Form),
    fails: [FormNotFound],
  }),
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
    summary: '列出填报期 List periods',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({ ...paging, dataSet: Id.optional().describe('只列该数据集的 only those of this data set') }),
    returns: page(Period),
  }),
  period: operation('get', '/periods/:periodId', {
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
  beginSubmission: operation('post', '/periods/:periodId/submissions', {
    summary: '开始填报 Begin a submission',
    description:
      'One for each organisation and period. Values that are given are held to the form’s rules at once; required ones only when it is submitted.',
    scope: 'reporting.write',
    permits: fillers,
    reach: 'handedDown',
    creates: true,
    params: periodId,
    body: z.strictObject({ ...creatable, organisation: Id.describe('填报单位 organisation it is about'), values: ValuesInput.default({}) }),
    returns: item(Submission),
    fails: [PeriodNotFound, PeriodNotOpen, PeriodClosed, SubmissionExists, SubmissionNotExpected, SubmissionBrokenRules, NotFound],
  }),
  submissions: operation('get', '/submissions', {
    summary: '列出填报表 List submissions',
    scope: 'reporting.read',
    permits: readers,
    query: z.object({
      ...paging,
      period: Id.optional().describe('只列该填报期的 only those of this period'),
      organisation: Id.optional().describe('只列该单位的 only those of this organisation'),
      status: z.enum(submissionStates).optional().describe('只列该状态的 only those in this state'),
    }),
    returns: page(Submission),
  }),
  submission: operation('get', '/submissions/:submissionId', {
    summary: '读取填报表 Read a submission',
    scope: 'reporting.read',
    permits: readers,
    params: submissionId,
    returns: item(Submission),
    fails: [SubmissionNotFound],
  }),
  fillInSubmission: operation('put', '/submissions/:submissionId', {
    summary: '填报数据 Fill in a submission',
    description: 'The whole document at once; a value left out is cleared. If-Match keeps two people in one form from losing anything.',
    scope: 'reporting.write',
    permits: fillers,
    guarded: true,
    params: submissionId,
    body: z.strictObject({ values: ValuesInput }),
    returns: item(Submission),
    fails: [SubmissionNotFound, PeriodNotOpen, PeriodClosed, SubmissionBrokenRules],
  }),
  submitSubmission: operation('post', '/submissions/:submissionId/submit', {
    summary: '提交填报表 Submit a submission',
    description: 'To the authority above by 隶属: a county, or the city for a school directly under it.',
    scope: 'reporting.write',
    permits: fillers,
    params: submissionId,
    returns: item(Submission),
    fails: [SubmissionNotFound, PeriodNotOpen, PeriodClosed, SubmissionBrokenRules, SubmissionNoReviewer],
  }),
  returnSubmission: operation('post', '/submissions/:submissionId/return', {
    summary: '退回修改填报表 Return a submission',
    description: 'With a reason for each field. The reasons stay with it; the next round shows what changed.',
    scope: 'reporting.write',
    permits: authorityReviewers,
    params: submissionId,
    body: SubmissionReturn,
    returns: item(Submission),
    fails: [SubmissionNotFound, SubmissionWaitingLowerLevel, SubmissionFieldUnknown, PeriodClosed],
  }),
  approveSubmission: operation('post', '/submissions/:submissionId/approve', {
    summary: '审核通过填报表 Approve a submission',
    description: 'Its figures enter the roll-up in the same transaction.',
    scope: 'reporting.write',
    permits: authorityReviewers,
    params: submissionId,
    body: SubmissionApproval,
    returns: item(Submission),
    fails: [SubmissionNotFound, SubmissionWaitingLowerLevel, PeriodClosed],
  }),
  reviewTrail: operation('get', '/submissions/:submissionId/trail', {
    summary: '读取填报表的流转记录 Read the review trail of a submission',
    scope: 'reporting.read',
    permits: readers,
    params: submissionId,
    returns: value(ReviewTrail),
    fails: [SubmissionNotFound],
  }),
  rollUp: operation('get', '/periods/:periodId/roll-up', {
    summary: '读取填报期的汇总 Read the roll-up of a period',
    description:
      'Of the acting organisation and what lies below it, by reviewing organisation: how many have reported, and what the approved figures add up to.',
    scope: 'reporting.read',
    permits: ['bureauLeader', 'systemAdmin', 'centreHead', ...authorityReviewers, 'app'],
    reach: 'handedDown',
    params: periodId,
    returns: value(RollUp),
    fails: [PeriodNotFound],
  }),
  recountRollUp: operation('post', '/periods/:periodId/roll-up/recount', {
    summary: '重新汇总填报期 Recount the roll-up of a period',
    description: 'From the approved submissions themselves. It must change nothing; it is there so that nobody has to take that on trust.',
    scope: 'reporting.write',
    permits: ['systemAdmin'],
    params: periodId,
    returns: value(RollUp),
    fails: [PeriodNotFound],
  }),
});
