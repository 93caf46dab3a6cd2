import { z } from 'zod';
import { refusal, refuse, type Refusal } from './machinery/refusal.js';
import type { Caller } from './machinery/caller.js';
import type { Role } from './roles.js';

/** A move that the present state does not allow; says the state and what is possible. */
export const MoveNotAllowed = refusal(
  'move.not_allowed',
  409,
  { zh: '当前状态（{state}）不能执行此操作', en: 'Not possible in the state “{state}”' },
  z.strictObject({ state: z.string(), possible: z.array(z.string()) }),
);

/** One allowed move: from which states, to which, and who makes it (absent: whoever the operation permits). */
export interface Move<S extends string> {
  readonly from: readonly S[];
  readonly to: S;
  readonly by?: readonly Role[];
}

/** A life cycle: the table of its moves, and the small machine that runs any such table. */
export class LifeCycle<S extends string, M extends string> {
  constructor(readonly table: Readonly<Record<M, Move<S>>>) {}

  /** The state after the move; refuses with {@link MoveNotAllowed}. */
  after(state: S, move: M): S {
    const objection = this.objection(state, move);
    if (objection) throw objection;
    return this.table[move].to;
  }

  /** Why this state does not allow the move; nothing where it does. */
  objection(state: S, move: M): Refusal | undefined {
    if (this.table[move].from.includes(state)) return undefined;
    return refuse(MoveNotAllowed, { state, possible: this.possible(state) });
  }

  /** The moves this caller may make now; what every answer tells. */
  movesFor(state: S, caller: Caller): M[] {
    return this.possible(state).filter((move) => this.isMadeBy(move, caller));
  }

  /** Whether the move is one of this caller's role. */
  isMadeBy(move: M, caller: Caller): boolean {
    const { by } = this.table[move];
    return !by || by.some((role) => role === caller.role);
  }

  private possible(state: S): M[] {
    return (Object.keys(this.table) as M[]).filter((move) => this.table[move].from.includes(state));
  }
}
