import {
  AssessmentClosed,
  AssessmentNotOpen,
  inBeijing,
  ratingLifeCycle,
  ratingMoves,
  RatingNotOwn,
  RatingObjectionLate,
  RatingSelfRunning,
  RatingWaiting,
  RatingWaitingAbove,
  Refusal,
  refuse,
  RoleNotPermitted,
  type Call,
  type Caller,
  type Rating as RatingView,
  type RatingMove,
  type RatingState,
  type RatingStep,
} from '@lianxue/contracts';
import { explained } from '../submissions/review/explained.js';
import type { Rating } from './rating.entity.js';
import type { Terms } from './terms.js';

type Rated = Pick<Rating, 'organisation' | 'firstRater' | 'status'>;

/** The state as a reader knows it: finally rated becomes published with its assessment. */
export const stateOf = ({ status }: Pick<Rating, 'status'>, { published }: Terms): RatingState =>
  status === 'finalRated' && published ? 'published' : status;

/** Holds a move to the life cycle, to whose turn it is and to the windows; refuses what may not be. */
export function holdTo(move: RatingMove, rating: Rated, terms: Terms, caller: Pick<Caller, 'organisation'>, now: Date): void {
  ratingLifeCycle.after(stateOf(rating, terms), move);
  if (move === 'return' || move === 'rateFirst') return holdToFirst(rating, terms, caller, now);
  if (move === 'rateFinal') {
    if (caller.organisation !== terms.authority) throw refuse(RatingWaiting, { rater: terms.authorityName });
    return holdOpen('final', terms, now);
  }
  if (caller.organisation !== rating.organisation) throw refuse(RatingNotOwn);
  if (move !== 'object') return holdOpen(rating.status === 'returned' ? 'first' : 'self', terms, now);
  if (terms.objections && now > terms.objections) throw refuse(RatingObjectionLate, { until: inBeijing(terms.objections) });
}

/** The authority above rates first; when it has missed its day, the announcing one may do so in its place. */
function holdToFirst({ firstRater, status }: Rated, terms: Terms, { organisation }: Pick<Caller, 'organisation'>, now: Date): void {
  const standsIn = organisation === terms.authority && now > terms.due.first;
  if (organisation !== firstRater && !standsIn) throw refuse(RatingWaitingAbove);
  if (status !== 'selfRated' && now <= terms.due.self) throw refuse(RatingSelfRunning, { until: inBeijing(terms.due.self) });
  holdOpen(standsIn ? 'final' : 'first', terms, now);
}

export function holdOpen(step: RatingStep, { opens, due }: Terms, now: Date): void {
  if (now < opens) throw refuse(AssessmentNotOpen, { opens: inBeijing(opens) });
  if (now > due[step]) throw refuse(AssessmentClosed, { step, closed: inBeijing(due[step]) });
}

/** Which moves the caller may make now, and why not the others. */
export function movesNow(
  rating: Rated,
  terms: Terms,
  { caller, language }: Pick<Call, 'caller' | 'language'>,
  now: Date,
): Pick<RatingView, 'moves' | 'blocked'> {
  const objections = ratingMoves.map((move) => ({ move, objection: objectionTo(move, rating, terms, caller, now) }));
  return {
    moves: objections.filter(({ objection }) => !objection).map(({ move }) => move),
    blocked: objections.flatMap(({ move, objection }) => (objection ? [{ move, ...explained(objection, language) }] : [])),
  };
}

function objectionTo(move: RatingMove, rating: Rated, terms: Terms, caller: Caller, now: Date): Refusal | undefined {
  if (!ratingLifeCycle.isMadeBy(move, caller)) return refuse(RoleNotPermitted);
  try {
    holdTo(move, rating, terms, caller, now);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
