import { inBeijing, type Call, type Submission as SubmissionView } from '@lianxue/contracts';
import { itemOf } from '../collecting/collecting.view.js';
import { changesSince, differences } from './differences.js';
import type { LastPeriod } from './last-period.js';
import { movesOf } from './review/moves.js';
import type { Standing } from './standing.js';
import type { Submission } from './submission.entity.js';

/** As the caller sees it now: which moves are theirs depends on role, on whose turn it is, and on the windows. */
export function submissionView(
  submission: Submission,
  standing: Standing,
  last: LastPeriod | undefined,
  call: Pick<Call, 'caller' | 'language'>,
  now: Date,
): SubmissionView {
  const { organisation, filledBy, period, form, status, round, reviewer, level, nearest, actedBy, values, reasons, note } = submission;
  const { computed, remarks, warnings } = submission;
  const { isLate, warningCount, changeCount, risk, correction, sealedOn, isUnchanged, signatories } = submission;
  return {
    ...itemOf(submission),
    organisation,
    filledBy,
    period,
    form,
    status,
    round,
    reviewer,
    level,
    nearest,
    actedBy,
    values,
    computed,
    remarks,
    warnings,
    reasons,
    note,
    changes: submission.previous ? differences(submission.previous, values) : [],
    sinceLastPeriod: last ? { period: last.period, name: last.name, changes: changesSince(last.values, values) } : null,
    late: isLate,
    warningCount,
    changeCount,
    risk,
    correction: correction && { reason: correction.reason, until: inBeijing(new Date(correction.until)), openedBy: correction.openedBy },
    sealedOn,
    attachments: submission.attachments,
    sources: submission.sources && { ...submission.sources, changes: [...submission.sources.changes] },
    nationalEntry: submission.nationalEntry,
    unchanged: isUnchanged,
    signatories,
    submittedAt: submission.submittedAt && inBeijing(submission.submittedAt),
    decidedAt: submission.decidedAt && inBeijing(submission.decidedAt),
    ...movesOf(submission, standing, call, now),
  };
}
