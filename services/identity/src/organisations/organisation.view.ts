import { inBeijing, organisationLife, type Caller } from '@lianxue/contracts';
import type { OrganisationPast } from './organisation-past.entity.js';
import type { OrganisationRecord } from './organisation.entity.js';

export const organisationView = (row: OrganisationRecord, caller: Caller) => ({
  id: row.id,
  version: row.version,
  createdAt: inBeijing(row.createdAt),
  updatedAt: inBeijing(row.updatedAt),
  parent: row.parent,
  kind: row.kind,
  name: row.name,
  shortName: row.shortName,
  formerNames: row.formerNames,
  divisionCode: row.divisionCode,
  schoolCode: row.schoolCode,
  creditCode: row.creditCode,
  schoolType: row.schoolType,
  state: row.state,
  closedOn: row.closedOn,
  successor: row.successor,
  plannedMove:
    row.plannedParent && row.plannedFrom ? { parent: row.plannedParent, from: row.plannedFrom, trouble: row.plannedTrouble } : null,
  moves: organisationLife.movesFor(row.state, caller),
});

/** As it was; nothing can be done to the past. */
export const pastView = (row: OrganisationPast) => ({
  id: row.organisation,
  version: row.version,
  createdAt: inBeijing(row.createdAt),
  updatedAt: inBeijing(row.updatedAt),
  parent: row.parent,
  kind: row.kind,
  name: row.name,
  shortName: row.shortName,
  formerNames: row.formerNames,
  divisionCode: row.divisionCode,
  schoolCode: row.schoolCode,
  creditCode: row.creditCode,
  schoolType: row.schoolType,
  state: row.state,
  closedOn: row.closedOn,
  successor: row.successor,
  plannedMove: null,
  moves: [],
});
