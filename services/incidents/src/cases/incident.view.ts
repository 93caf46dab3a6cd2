import { incidentLifeCycle, superiorMoves, type Caller, type Incident } from '@lianxue/contracts';
import { clockView } from '../clocks/clock.js';
import type { IncidentEntity } from './incident.entity.js';

/** An incident as this caller reads it at this moment. */
export function incidentView(row: IncidentEntity, caller: Caller, now: Date): Incident {
  return {
    ...row.fact(),
    title: row.title,
    system: row.system,
    summary: row.summary,
    clocks: row.clocks.map((clock) => clockView(clock, now)),
    regradeReason: row.regradeReason,
    dismissReason: row.dismissReason,
    finalReport: row.finalReport,
    moves: incidentLifeCycle
      .movesFor(row.status, caller)
      .filter((move) => !superiorMoves.includes(move) || caller.organisation !== row.organisation),
  };
}
