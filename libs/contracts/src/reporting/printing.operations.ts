import { operation } from '../machinery/operation.js';
import { paper } from '../shapes/paper.js';
import { FormNotFound } from './forms.js';
import { formId } from './data-sets.operations.js';
import { SubmissionNotFound } from './submissions.js';
import { submissionId } from './submissions.operations.js';
import { readers } from './who.js';

export const printingOperations = {
  submissionPaper: operation('get', '/submissions/:submissionId/paper', {
    statutory: true,
    summary: '打印填报表 Print a submission',
    description:
      'As it stands, with places for the seal and the signatures 填报单位(盖章)、填表人、审核人、负责人. JSON, or by `Accept` a page, PDF, Word or Excel.',
    scope: 'reporting.read',
    permits: readers,
    params: submissionId,
    returns: paper(),
    fails: [SubmissionNotFound],
  }),
  formPaper: operation('get', '/forms/:formId/paper', {
    statutory: true,
    summary: '打印空白表单 Print an empty form',
    description: 'To be filled in by hand first. JSON, or by `Accept` a page, PDF, Word or Excel.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: formId,
    returns: paper(),
    fails: [FormNotFound],
  }),
};
