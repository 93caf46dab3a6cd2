import {
  resourceLifeCycle,
  resourceMoves,
  resourceReviewers,
  type Caller,
  type Refusal,
  type ResourceMove,
  type Role,
} from '@lianxue/contracts';
import { mayRestore } from '../standing/withdrawing.js';
import type { ResourceEntity } from './resource.entity.js';
import type { Standing } from '../standing/tiers.js';

/** What a view of a resource needs to know besides its row. */
export interface Around {
  readonly standings: readonly Standing[];
  /** The organisations among those concerned for which the caller answers: their own and those below. */
  readonly answered: ReadonlySet<string>;
  /** Why the caller may not decide the step it waits for; undefined where they may. */
  readonly objection: Refusal | undefined;
  readonly next: string | null;
}

/** The moves this caller may make now. */
export function movesFor(row: ResourceEntity, caller: Caller, { standings, answered, objection, next }: Around): ResourceMove[] {
  const isAuthor = row.author === caller.subject;
  const shown = standings.filter(({ status }) => status === 'published');
  const isPublished = row.status === 'published';
  const reviews = row.reviewState === 'submitted' && !row.isMadeBy(caller.subject) && !objection;
  const isLast = row.reviewStep >= row.reviewSteps.length;
  const isReviewer = (resourceReviewers as readonly Role[]).some((role) => role === caller.role);
  const may: Record<ResourceMove, () => boolean> = {
    submit: () => isAuthor && (row.release === 0 ? row.status === 'draft' || row.status === 'returned' : hasMoreToReview(row)),
    return: () => reviews,
    reject: () => reviews,
    publish: () => reviews && isLast,
    pass: () => reviews && !isLast,
    withdraw: () => isPublished && (isAuthor || (isReviewer && shown.some(({ organisation }) => answered.has(organisation)))),
    putForward: () =>
      isPublished && row.reviewState === 'none' && next !== null && (isAuthor || answered.has(shown.at(-1)?.organisation ?? '')),
    takeDown: () => standings.some(({ status, takenOff }) => status === 'published' || takenOff !== 'emergency'),
    restore: () =>
      (isPublished || row.status === 'withdrawn') &&
      standings.some((standing) => standing.status === 'withdrawn' && mayRestore(standing, row, caller, answered)),
    confirm: () =>
      !row.isMadeBy(caller.subject) &&
      shown.some(({ organisation, recheckOn }) => organisation === caller.organisation && recheckOn !== null),
  };
  return resourceMoves.filter((move) => resourceLifeCycle.isMadeBy(move, caller) && may[move]());
}

/** Once published, it is the revision that goes under review, or back to the tier that returned it. */
const hasMoreToReview = ({ reviewState, revision, status }: ResourceEntity): boolean =>
  reviewState === 'returned' || (reviewState === 'none' && revision !== null && status !== 'rejected');
