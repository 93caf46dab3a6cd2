import {
  bulletinLifeCycle,
  bulletinMoves,
  BulletinOtherAuthority,
  BulletinOwnDraft,
  refuse,
  RoleNotPermitted,
  type Bulletin as BulletinView,
  type BulletinMove,
  type Call,
  type Caller,
  type Refusal,
} from '@lianxue/contracts';
import { explained } from '../submissions/review/explained.js';
import type { Bulletin } from './bulletin.entity.js';

/** Which moves the caller may make now, and why not the others. */
export function movesOf(
  bulletin: Bulletin,
  { caller, language }: Pick<Call, 'caller' | 'language'>,
): Pick<BulletinView, 'moves' | 'blocked'> {
  const objections = bulletinMoves.map((move) => ({ move, objection: objectionTo(move, bulletin, caller) }));
  return {
    moves: objections.filter(({ objection }) => !objection).map(({ move }) => move),
    blocked: objections.flatMap(({ move, objection }) => (objection ? [{ move, ...explained(objection, language) }] : [])),
  };
}

/** Why this caller may not make this move now; nothing where they may. */
export function objectionTo(move: BulletinMove, bulletin: Bulletin, caller: Caller): Refusal | undefined {
  if (!bulletinLifeCycle.isMadeBy(move, caller)) return refuse(RoleNotPermitted);
  const state = bulletinLifeCycle.objection(bulletin.status, move);
  if (state) return state;
  if (move !== 'revise' && caller.organisation !== bulletin.organisation) return refuse(BulletinOtherAuthority);
  return move === 'check' && caller.subject === bulletin.drafter ? refuse(BulletinOwnDraft) : undefined;
}

/** What an authority decides in its own name, nobody above decides for it. */
export function holdToAuthority({ organisation }: { readonly organisation: string }, caller: Caller): void {
  if (caller.organisation !== organisation) throw refuse(BulletinOtherAuthority);
}
