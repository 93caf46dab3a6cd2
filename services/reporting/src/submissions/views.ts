import type { Call, Submission as SubmissionView } from '@lianxue/contracts';
import type { Store } from '@lianxue/persistence';
import { askingOf } from './asking.js';
import { lastPeriodsOf } from './last-period.js';
import { standingsOf } from './standing.js';
import type { Submission } from './submission.entity.js';
import { submissionView } from './submission.view.js';

/** Submissions as the caller sees them now: with where they stand, and beside the last period. */
export async function viewsOf(
  submissions: readonly Submission[],
  store: Store,
  call: Pick<Call, 'caller' | 'language'>,
  now: Date,
): Promise<SubmissionView[]> {
  const [standings, lasts] = await Promise.all([standingsOf(submissions, store), lastPeriodsOf(submissions, askingOf(store))]);
  return submissions.map((submission) => submissionView(submission, standings.get(submission.id)!, lasts.get(submission.id), call, now));
}
