import { classSessionLifeCycle, type Caller, type ClassSession } from '@lianxue/contracts';
import type { ClassSessionEntity } from './class-session.entity.js';

/** A session as this caller reads it at this moment. */
export function classSessionView(row: ClassSessionEntity, caller: Caller, now: Date): ClassSession {
  return { ...row.fact(), status: row.statusAt(now), reason: row.reason, moves: movesFor(row, caller, now) };
}

/** Receivers meet the session but do not run it; nothing is missed before its end, and made up once. */
function movesFor(row: ClassSessionEntity, caller: Caller, now: Date): ClassSession['moves'] {
  if (caller.organisation !== undefined && row.receivers.includes(caller.organisation)) return [];
  const status = row.statusAt(now);
  return classSessionLifeCycle
    .movesFor(status, caller)
    .filter((move) => !(move === 'miss' && status === 'planned') && !(move === 'makeUp' && row.madeUpBy !== null));
}
