import {
  refuse,
  submissionFacts,
  SubmissionFieldUnknown,
  submissionLifeCycle,
  SubmissionNoLevelBelow,
  type Caller,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import type { Reviewer } from '../chain.js';
import type { Standing } from '../standing.js';
import type { Submission } from '../submission.entity.js';
import { stepOf, type Step } from './trail.js';
import { nextAfter, objectionToDeciding, turnOf } from './turn.js';

type Return = Omit<InputOf<typeof reporting.returnSubmission>, 'submissionId'>;
type Approval = Omit<InputOf<typeof reporting.approveSubmission>, 'submissionId'>;

/** What an authority decides on one submission. */
export type Decision = ({ readonly move: 'return' } & Return) | ({ readonly move: 'approve' } & Approval);

/** What became of it. */
export interface Decided {
  readonly happened: (typeof submissionFacts)[keyof typeof submissionFacts];
  readonly step: Step;
}

/** Applies a decision to a submission, or refuses it and leaves the submission as it was. */
export function decide(submission: Submission, decision: Decision, standing: Standing, caller: Caller, now: Date): Decided {
  const { organisation } = caller;
  const objection =
    submissionLifeCycle.objection(submission.status, decision.move) ??
    objectionToDeciding(submission, standing, { organisation, now, onBehalf: decision.onBehalf });
  if (objection) throw objection;
  const turn = turnOf(submission, standing)!;
  const below = decision.move === 'return' && decision.to === 'levelBelow' ? levelBelow(turn, standing) : undefined;
  if (decision.move === 'return') holdToForm(decision, standing);

  const isActedFor = turn.id !== organisation;
  Object.assign(submission, {
    reviewer: turn.id,
    level: turn.level,
    nearest: nearestOf(submission, standing),
    note: decision.note ?? null,
    reasons: decision.move === 'return' ? decision.reasons : [],
    decidedAt: now,
    actedBy: isActedFor ? organisation : null,
  });
  const done = decision.move === 'approve' ? 'approved' : below ? 'handedBack' : 'returned';
  const acting = isActedFor ? { on_behalf_of: turn.id, why: decision.onBehalf ?? null } : {};
  const step = stepOf(submission, { level: turn.level, decision: done, caller, at: now, ...acting });
  const happened = decision.move === 'approve' ? approved(submission, turn, standing) : returned(submission, turn, below);
  return { happened, step };
}

/** The last level accepts it; any other hands it on. */
function approved(submission: Submission, turn: Reviewer, standing: Standing): Decided['happened'] {
  const next = nextAfter(turn, standing);
  if (!next) {
    submission.make('approve');
    submission.correction = null;
    return submissionFacts.approved;
  }
  Object.assign(submission, { reviewer: next.id, level: next.level });
  return submissionFacts.handed_on;
}

/** To the level below, whose turn it then is again, or to who filled it in, for a new round. */
function returned(submission: Submission, turn: Reviewer, below: Reviewer | undefined): Decided['happened'] {
  submission.returnedBy = turn.level;
  if (below) {
    Object.assign(submission, { reviewer: below.id, level: below.level });
    return submissionFacts.handed_back;
  }
  submission.previous = submission.values;
  submission.make('return');
  submission.round += 1;
  return submissionFacts.returned;
}

function levelBelow(turn: Reviewer, { chain }: Standing): Reviewer {
  const below = chain[chain.indexOf(turn) - 1];
  if (!below) throw refuse(SubmissionNoLevelBelow);
  return below;
}

/** Where its figures are added up: as on the day it was submitted, unless the school has since moved away from there. */
const nearestOf = ({ nearest }: Submission, { chain }: Standing): string | null =>
  chain.some(({ id }) => id === nearest) ? nearest : (chain[0]?.id ?? null);

function holdToForm({ reasons }: Pick<Return, 'reasons'>, { terms }: Standing): void {
  const known = new Set(terms.indicators.map(({ code }) => code));
  const fields = reasons.map(({ field }) => field).filter((field) => !known.has(field));
  if (fields.length > 0) throw refuse(SubmissionFieldUnknown, { fields });
}
