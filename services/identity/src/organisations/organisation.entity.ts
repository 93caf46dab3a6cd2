import type { OrganisationFact } from '@lianxue/contracts';
import type { ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';
import { OrganisationColumns } from './organisation-columns.js';

/** An organisation as identity keeps it; the other services keep a copy of its place in the tree. */
@Entity('organisation_record')
export class OrganisationRecord extends OrganisationColumns<z.output<typeof OrganisationFact>> {
  static readonly reach: ReachColumns = { organisation: 'id' };

  @Column('uuid', { name: 'planned_parent', nullable: true })
  plannedParent: string | null = null;

  /** The first day under the planned parent. */
  @Column('date', { name: 'planned_from', nullable: true })
  plannedFrom: string | null = null;

  /** Why the planned move could not be made on its day: the code of the refusal. */
  @Column('text', { name: 'planned_trouble', nullable: true })
  plannedTrouble: string | null = null;

  /** A new name; the old one stays known. */
  rename(name: string): void {
    if (name === this.name) return;
    this.formerNames = [...this.formerNames.filter((former) => former !== name), this.name];
    this.name = name;
  }

  /** A move from a day to come; replaces the one planned before. */
  plan(parent: string, from: string): void {
    Object.assign(this, { plannedParent: parent, plannedFrom: from, plannedTrouble: null });
  }

  /** Nothing is planned any more. */
  forgetPlan(): void {
    Object.assign(this, { plannedParent: null, plannedFrom: null, plannedTrouble: null });
  }

  fact(): z.output<typeof OrganisationFact> {
    const { id, version, parent, kind, name, shortName, divisionCode, schoolCode, schoolType, state, successor } = this;
    return { id, version, parent, kind, name, shortName, divisionCode, schoolCode, schoolType, state, successor };
  }
}
