import { operation } from '../machinery/operation.js';
import { authorityReviewers } from '../roles.js';
import { item, value } from '../shapes/shapes.js';
import { PeriodClosed, PeriodNotOpen } from './periods.js';
import {
  ReviewTrail,
  SubmissionApproval,
  SubmissionFieldUnknown,
  SubmissionLevelMissed,
  SubmissionNoLevelBelow,
  SubmissionReturn,
  SubmissionWaitingLowerLevel,
  SubmissionWithHigherLevel,
} from './reviews.js';
import { Submission, SubmissionNoReviewer, SubmissionNotFound } from './submissions.js';
import { submissionId } from './submissions.operations.js';
import { readers } from './who.js';

/** What a decision may meet, whether on one submission or on many. */
const reviewRefusals = [
  SubmissionNotFound,
  SubmissionWaitingLowerLevel,
  SubmissionLevelMissed,
  SubmissionWithHigherLevel,
  SubmissionNoReviewer,
  PeriodNotOpen,
  PeriodClosed,
] as const;

export const reviewOperations = {
  returnSubmission: operation('post', '/submissions/:submissionId/return', {
    statutory: true,
    summary: '退回修改填报表 Return a submission',
    description:
      'With a reason for each field. The reasons stay with it; the next round shows what changed. Where every level reviews, a higher one returns it to the school or hands it back to the level below.',
    scope: 'reporting.write',
    permits: authorityReviewers,
    params: submissionId,
    body: SubmissionReturn,
    returns: item(Submission),
    fails: [...reviewRefusals, SubmissionFieldUnknown, SubmissionNoLevelBelow],
  }),
  approveSubmission: operation('post', '/submissions/:submissionId/approve', {
    statutory: true,
    summary: '审核通过填报表 Approve a submission',
    description:
      'Where every level reviews, a level’s approval hands it on to the next; the last one accepts it. Its figures enter the roll-up with the final approval, in the same transaction. A level that missed its day can be acted for from above with a reason.',
    scope: 'reporting.write',
    permits: authorityReviewers,
    params: submissionId,
    body: SubmissionApproval,
    returns: item(Submission),
    fails: reviewRefusals,
  }),
  reviewTrail: operation('get', '/submissions/:submissionId/trail', {
    statutory: true,
    summary: '读取填报表的流转记录 Read the review trail of a submission',
    scope: 'reporting.read',
    permits: readers,
    params: submissionId,
    returns: value(ReviewTrail),
    fails: [SubmissionNotFound],
  }),
};
