import {
  refuse,
  RoleNotPermitted,
  submissionLifeCycle,
  submissionMoves,
  type Call,
  type Refusal,
  type Submission as SubmissionView,
  type SubmissionMove,
} from '@lianxue/contracts';
import type { Standing } from '../standing.js';
import type { Submission } from '../submission.entity.js';
import { explained } from './explained.js';
import { objectionToCorrecting, objectionToDeciding, objectionToWithdrawing } from './turn.js';

/** Which moves the caller may make now, and why not the others: the refusal each of those would meet. */
export function movesOf(
  submission: Submission,
  standing: Standing,
  { caller, language }: Pick<Call, 'caller' | 'language'>,
  now: Date,
): Pick<SubmissionView, 'moves' | 'blocked'> {
  const objections = submissionMoves.map((move) => ({ move, objection: objectionTo(move, submission, standing, caller, now) }));
  return {
    moves: objections.filter(({ objection }) => !objection).map(({ move }) => move),
    blocked: objections.flatMap(({ move, objection }) => (objection ? [{ move, ...explained(objection, language) }] : [])),
  };
}

function objectionTo(
  move: SubmissionMove,
  submission: Submission,
  standing: Standing,
  caller: Call['caller'],
  now: Date,
): Refusal | undefined {
  if (!submissionLifeCycle.isMadeBy(move, caller)) return refuse(RoleNotPermitted);
  const state = submissionLifeCycle.objection(submission.status, move);
  if (state) return state;
  if (move === 'return' || move === 'approve') return objectionToDeciding(submission, standing, { organisation: caller.organisation, now });
  if (move === 'correct') return objectionToCorrecting(submission, standing, caller.organisation);
  if (move === 'withdraw') return objectionToWithdrawing(submission, standing, caller.organisation);
  return standing.windows.objection('school', now);
}
