import { inBeijing, organisationLife, type Caller } from '@lianxue/contracts';
import type { OrganisationColumns } from './organisation-columns.js';
import type { OrganisationPast } from './organisation-past.entity.js';
import type { OrganisationRecord } from './organisation.entity.js';

/** What is shown of it as it is and as it was. */
const shown = (row: OrganisationColumns<unknown>) => {
  const { version, parent, kind, name, shortName, formerNames, divisionCode, schoolCode, creditCode, schoolType, state } = row;
  const { closedOn, successor } = row;
  const times = { createdAt: inBeijing(row.createdAt), updatedAt: inBeijing(row.updatedAt) };
  const codes = { divisionCode, schoolCode, creditCode, schoolType };
  return { version, ...times, parent, kind, name, shortName, formerNames, ...codes, state, closedOn, successor };
};

export const organisationView = (row: OrganisationRecord, caller: Caller) => ({
  id: row.id,
  ...shown(row),
  plannedMove:
    row.plannedParent && row.plannedFrom ? { parent: row.plannedParent, from: row.plannedFrom, trouble: row.plannedTrouble } : null,
  moves: organisationLife.movesFor(row.state, caller),
});

/** As it was; nothing can be done to the past. */
export const pastView = (row: OrganisationPast) => ({ id: row.organisation, ...shown(row), plannedMove: null, moves: [] });
