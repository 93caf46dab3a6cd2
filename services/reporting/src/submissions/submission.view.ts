import {
  inBeijing,
  submissionLifeCycle,
  type Caller,
  type Difference,
  type Submission as SubmissionView,
  type SubmissionMove,
  type Values,
} from '@lianxue/contracts';
import { itemOf } from '../collecting/collecting.view.js';
import type { Windows } from '../collecting/windows.js';
import type { Submission } from './submission.entity.js';

/** As the caller sees it now: which moves are theirs depends on role, on whose turn it is, and on the windows. */
export function submissionView(submission: Submission, windows: Windows, caller: Caller, now: Date): SubmissionView {
  const { organisation, filledBy, period, form, status, round, reviewer, level, values, reasons, note } = submission;
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
    values,
    reasons,
    note,
    changes: submission.previous ? differences(submission.previous, values) : [],
    submittedAt: submission.submittedAt && inBeijing(submission.submittedAt),
    decidedAt: submission.decidedAt && inBeijing(submission.decidedAt),
    moves: submissionLifeCycle.movesFor(status, caller).filter((move) => inTime(move, submission, windows, caller, now)),
  };
}

function inTime(move: SubmissionMove, submission: Submission, windows: Windows, caller: Caller, now: Date): boolean {
  if (move !== 'return' && move !== 'approve') return windows.isOpenFor(submission.fillingLevel, now);
  return submission.reviewer === caller.organisation && windows.isOpenFor(submission.level ?? 'county', now);
}

function differences(before: Values, after: Values): Difference[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((difference) => difference.before !== difference.after);
}
