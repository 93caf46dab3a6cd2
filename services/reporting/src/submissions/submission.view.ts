import { inBeijing, type Call, type Difference, type Submission as SubmissionView, type Values } from '@lianxue/contracts';
import { itemOf } from '../collecting/collecting.view.js';
import { movesOf } from './review/moves.js';
import type { Standing } from './standing.js';
import type { Submission } from './submission.entity.js';

/** As the caller sees it now: which moves are theirs depends on role, on whose turn it is, and on the windows. */
export function submissionView(
  submission: Submission,
  standing: Standing,
  call: Pick<Call, 'caller' | 'language'>,
  now: Date,
): SubmissionView {
  const { organisation, filledBy, period, form, status, round, reviewer, level, nearest, actedBy, values, reasons, note } = submission;
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
    reasons,
    note,
    changes: submission.previous ? differences(submission.previous, values) : [],
    submittedAt: submission.submittedAt && inBeijing(submission.submittedAt),
    decidedAt: submission.decidedAt && inBeijing(submission.decidedAt),
    ...movesOf(submission, standing, call, now),
  };
}

function differences(before: Values, after: Values): Difference[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((difference) => difference.before !== difference.after);
}
