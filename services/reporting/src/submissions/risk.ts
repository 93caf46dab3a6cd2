import { changesSince } from './differences.js';
import type { LastPeriod } from './last-period.js';
import type { Submission } from './submission.entity.js';

/** A number that moved by more than this many per cent since the last period is looked at. */
const bigChange = 20;

const points = { warning: 10, bigChange: 5, change: 1, late: 20, round: 15, nothingToCompare: 10 };

/** Few changes and many differ by what else there is; a hundred would drown a warning. */
const mostForChanges = 9;

/**
 * Says of a submission how it differs from the last period, and how soon a reviewer should look at it: the more points, the
 * sooner. Reckoned whenever it is saved, so that a list sorted by it is read from an index.
 */
export function weigh(submission: Submission, last: LastPeriod | undefined): void {
  const changes = last ? changesSince(last.values, submission.values) : undefined;
  const big = (changes ?? []).filter(({ percent }) => percent !== null && Math.abs(percent) > bigChange).length;
  const compared = changes ? points.change * Math.min(changes.length, mostForChanges) + points.bigChange * big : points.nothingToCompare;
  submission.changeCount = changes?.length ?? null;
  submission.risk =
    compared + points.warning * submission.warningCount + points.late * Number(submission.isLate) + points.round * (submission.round - 1);
}
