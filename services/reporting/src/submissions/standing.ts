import type { Store, Work } from '@lianxue/persistence';
import { exceptionsFor } from '../collecting/exceptions-in-force.js';
import type { Windows } from '../collecting/windows.js';
import { askingOf, askingWithin, type Asking } from './asking.js';
import { chainWithin, reviewersAbove, type Reviewer } from './chain.js';
import type { Submission } from './submission.entity.js';
import { termsBy, type Terms } from './terms.js';

/** Where a submission stands: what it is held to, within which windows, and the authorities it may go through, nearest first. */
export interface Standing {
  readonly terms: Terms;
  readonly windows: Windows;
  readonly chain: readonly Reviewer[];
}

/** The standing of each submission, by its id. */
export const standingsOf = (submissions: readonly Submission[], store: Store): Promise<ReadonlyMap<string, Standing>> =>
  standings(submissions, askingOf(store), false);

/** Within a commit; `share` keeps a recount of the roll-up waiting until the commit ends. */
export const standingsWithin = (submissions: readonly Submission[], work: Work, share = false): Promise<ReadonlyMap<string, Standing>> =>
  standings(submissions, askingWithin(work), share);

async function standings(submissions: readonly Submission[], ask: Asking, share: boolean): Promise<ReadonlyMap<string, Standing>> {
  if (submissions.length === 0) return new Map();
  const terms = await termsBy(
    ask,
    submissions.map(({ period }) => period),
    share,
  );
  const above = await reviewersAbove(
    submissions.map(({ organisation }) => organisation),
    ask,
  );
  const moreTime = await exceptionsFor(submissions, ask);
  return new Map(
    submissions.map((submission) => {
      const held = terms.get(submission.period)!;
      const chain = chainWithin(above.get(submission.organisation) ?? [], held);
      return [submission.id, { terms: held, windows: submission.windowsWithin(held.windows.with(moreTime(submission))), chain }];
    }),
  );
}
