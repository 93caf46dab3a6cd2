import { operation } from '../machinery/operation.js';
import { authorityReviewers } from '../roles.js';
import { item, value } from '../shapes/shapes.js';
import { PeriodClosed, PeriodNotOpen } from './periods.js';
import {
  CorrectionUntilPast,
  ReviewOutcomes,
  ReviewTrail,
  SealedCopy,
  SealedCopyTomorrow,
  SubmissionApproval,
  CorrectionNotOpen,
  CorrectionWithdrawal,
  SubmissionApprovals,
  SubmissionCorrection,
  SubmissionFieldUnknown,
  SubmissionLevelMissed,
  SubmissionNoLevelBelow,
  SubmissionNotHandedIn,
  SubmissionOutsideChain,
  SubmissionReturn,
  SubmissionReturns,
  SubmissionWaitingLowerLevel,
  SubmissionWithHigherLevel,
  UnremarkableApprovals,
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
  approveSubmissions: operation('post', '/submissions/approve', {
    statutory: true,
    summary: '批量审核通过填报表 Approve submissions',
    description: 'Up to 500 at once, each as if it were approved alone: what one is refused for stops no other.',
    scope: 'reporting.write',
    permits: authorityReviewers,
    body: SubmissionApprovals,
    returns: value(ReviewOutcomes),
  }),
  approveUnremarkable: operation('post', '/submissions/approve-unremarkable', {
    statutory: true,
    summary: '审核通过全部无警告且无变化的填报表 Approve all submissions without warning or change',
    description:
      'Those of a period that wait for the acting authority, warn of nothing, were never returned and are what was approved in the last period; up to 500 at once.',
    scope: 'reporting.write',
    permits: authorityReviewers,
    body: UnremarkableApprovals,
    returns: value(ReviewOutcomes),
  }),
  returnSubmissions: operation('post', '/submissions/return', {
    statutory: true,
    summary: '批量退回修改填报表 Return submissions',
    description: 'Up to 500 at once, each with its own reasons and as if it were returned alone.',
    scope: 'reporting.write',
    permits: authorityReviewers,
    body: SubmissionReturns,
    returns: value(ReviewOutcomes),
  }),
  openCorrection: operation('post', '/submissions/:submissionId/correction', {
    statutory: true,
    summary: '准予更正填报表 Open a submission for correction',
    description:
      'What was approved changes only so: opened with a reason by the authority that accepted it or one above, filled in anew and reviewed again. Until it is approved again the roll-up keeps the old figures; then the difference enters it. The old values stay in the trail.',
    scope: 'reporting.write',
    permits: authorityReviewers,
    params: submissionId,
    body: SubmissionCorrection,
    returns: item(Submission),
    fails: [SubmissionNotFound, SubmissionWithHigherLevel, SubmissionOutsideChain, CorrectionUntilPast],
  }),
  withdrawCorrection: operation('post', '/submissions/:submissionId/correction/withdraw', {
    statutory: true,
    summary: '撤回更正 Withdraw a correction',
    description:
      'By the authority that opened it or one above, until it is approved. What was approved stands again as it was, whatever was filled in meanwhile; the trail keeps both steps.',
    scope: 'reporting.write',
    permits: authorityReviewers,
    params: submissionId,
    body: CorrectionWithdrawal,
    returns: item(Submission),
    fails: [SubmissionNotFound, SubmissionWithHigherLevel, SubmissionOutsideChain, CorrectionNotOpen],
  }),
  recordSealedCopy: operation('post', '/submissions/:submissionId/sealed-copy', {
    statutory: true,
    summary: '登记收到盖章件 Record a sealed copy',
    description:
      'The printed submission with its seal has arrived. When the submission is filled in again the paper no longer holds, and the record is gone.',
    scope: 'reporting.write',
    permits: authorityReviewers,
    params: submissionId,
    body: SealedCopy,
    returns: item(Submission),
    fails: [SubmissionNotFound, SubmissionNotHandedIn, SubmissionOutsideChain, SealedCopyTomorrow],
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
