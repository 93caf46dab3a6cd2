import { LifeCycle } from '../life-cycle.js';
import type { Role } from '../roles.js';

export const incidentStates = ['reported', 'acknowledged', 'handling', 'contained', 'closed', 'dismissed'] as const;
export type IncidentState = (typeof incidentStates)[number];

export const incidentMoves = ['acknowledge', 'handle', 'contain', 'close', 'dismiss'] as const;

/** Who reports and handles what happens at their own unit. */
export const incidentReporters = [
  'securityContact',
  'responsiblePerson',
  'schoolAdmin',
  'dutyOfficer',
  'dutyLeader',
  'securityAdmin',
] as const satisfies readonly Role[];

/** Who answers for the units below: they acknowledge, regrade and dismiss, never for their own unit. */
export const incidentSuperiors = [
  'securityContact',
  'dutyOfficer',
  'dutyLeader',
  'securityAdmin',
  'bureauLeader',
] as const satisfies readonly Role[];

/** 已报告 → 已接报 → 处置中 → 已控制 → 已办结, or 误报. Handling need not wait for the acknowledgement. */
export const incidentLifeCycle = new LifeCycle<IncidentState, (typeof incidentMoves)[number]>({
  acknowledge: { from: ['reported'], to: 'acknowledged', by: incidentSuperiors },
  handle: { from: ['reported', 'acknowledged'], to: 'handling', by: incidentReporters },
  contain: { from: ['handling'], to: 'contained', by: incidentReporters },
  close: { from: ['contained'], to: 'closed', by: incidentReporters },
  dismiss: { from: ['reported', 'acknowledged', 'handling'], to: 'dismissed', by: incidentSuperiors },
});

/** The moves that only a unit above the reporting one makes. */
export const superiorMoves: readonly (typeof incidentMoves)[number][] = ['acknowledge', 'dismiss'];

/** The states after which nothing is added any more. */
export const finalIncidentStates: readonly IncidentState[] = ['closed', 'dismissed'];
