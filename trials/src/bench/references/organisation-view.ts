import { inBeijing } from '@lianxue/contracts';

/** A row of `organisation_record` as `pg` gives it. */
export interface OrganisationRow {
  readonly [column: string]: unknown;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** The body the platform answers, so that every arm sends the same bytes. */
export const organisationView = (row: OrganisationRow) => ({
  id: row.id,
  version: row.version,
  createdAt: inBeijing(row.created_at),
  updatedAt: inBeijing(row.updated_at),
  parent: row.parent,
  kind: row.kind,
  name: row.name,
  shortName: row.short_name,
  formerNames: row.former_names,
  divisionCode: row.division_code,
  schoolCode: row.school_code,
  creditCode: row.credit_code,
  schoolType: row.school_type,
  state: row.state,
  closedOn: row.closed_on,
  successor: row.successor,
  plannedMove:
    row.planned_parent && row.planned_from ? { parent: row.planned_parent, from: row.planned_from, trouble: row.planned_trouble } : null,
  moves: row.state === 'open' ? ['close', 'merge'] : [],
});
