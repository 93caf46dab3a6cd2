import {
  CorrectionNotOpen,
  inBeijing,
  refuse,
  SubmissionLevelMissed,
  SubmissionNoReviewer,
  SubmissionOutsideChain,
  SubmissionWaitingLowerLevel,
  SubmissionWithHigherLevel,
  type Refusal,
} from '@lianxue/contracts';
import type { Reviewer } from '../chain.js';
import type { Standing } from '../standing.js';
import type { Submission } from '../submission.entity.js';

/** Who would decide, when, and whether with a reason to act for the level below. */
export interface Deciding {
  readonly organisation: string | undefined;
  readonly now: Date;
  readonly onBehalf?: string | undefined;
}

/** Whose turn it is: the reviewer it lies with or, when the school has since moved away from it, the nearest one above it now. */
export const turnOf = ({ reviewer }: Submission, { chain }: Standing): Reviewer | undefined =>
  chain.find(({ id }) => id === reviewer) ?? chain[0];

/**
 * Why this authority may not decide now: the time of its level is over, or it is another level's turn. A level that has
 * missed its day can be acted for by one above it that gives a reason 代审.
 */
export function objectionToDeciding(
  submission: Submission,
  standing: Standing,
  { organisation, now, onBehalf }: Deciding,
): Refusal | undefined {
  const { chain, windows } = standing;
  const turn = turnOf(submission, standing);
  if (!turn) return refuse(SubmissionNoReviewer);
  const facts = { reviewer: turn.name, level: turn.level };
  const own = chain.find(({ id }) => id === organisation);
  if (own === turn) return windows.objection(turn.level, now);
  if (!own) return refuse(SubmissionOutsideChain);
  if (chain.indexOf(own) < chain.indexOf(turn)) return refuse(SubmissionWithHigherLevel, facts);
  if (now <= windows.due(turn.level)) return refuse(SubmissionWaitingLowerLevel, facts);
  if (onBehalf === undefined) return refuse(SubmissionLevelMissed, { ...facts, closed: inBeijing(windows.due(turn.level)) });
  return windows.objection(own.level, now);
}

/** Who decides after this one: the next level above, where every level reviews. */
export function nextAfter(turn: Reviewer, { chain, terms }: Standing): Reviewer | undefined {
  return terms.reviewedBy === 'everyLevel' ? chain[chain.indexOf(turn) + 1] : undefined;
}

/** Why this authority may not open it for correction: it neither accepted it nor stands above the one that did. */
export function objectionToCorrecting(submission: Submission, standing: Standing, organisation: string | undefined): Refusal | undefined {
  const { chain } = standing;
  const own = chain.findIndex(({ id }) => id === organisation);
  if (own === -1) return refuse(SubmissionOutsideChain);
  const accepted = turnOf(submission, standing)!;
  if (own >= chain.indexOf(accepted)) return undefined;
  return refuse(SubmissionWithHigherLevel, { reviewer: accepted.name, level: accepted.level });
}

/** Why this authority may not withdraw a correction: there is none, or one above has opened it. */
export function objectionToWithdrawing(submission: Submission, standing: Standing, organisation: string | undefined): Refusal | undefined {
  const { chain } = standing;
  if (!submission.correction) return refuse(CorrectionNotOpen);
  const own = chain.findIndex(({ id }) => id === organisation);
  if (own === -1) return refuse(SubmissionOutsideChain);
  const opened = chain.findIndex(({ id }) => id === submission.correction?.openedBy);
  if (own >= opened) return undefined;
  return refuse(SubmissionWithHigherLevel, { reviewer: chain[opened]!.name, level: chain[opened]!.level });
}
