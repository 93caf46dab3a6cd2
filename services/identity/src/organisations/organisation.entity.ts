import type { OrganisationFact, OrganisationKind } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** An organisation as identity keeps it; the other services keep a copy of its place in the tree. */
@Entity('organisation_record')
export class OrganisationRecord extends Aggregate<z.output<typeof OrganisationFact>> {
  static readonly reach: ReachColumns = { organisation: 'id' };

  @Column('uuid', { nullable: true })
  parent!: string | null;

  @Column('text')
  kind!: OrganisationKind;

  @Column('text')
  name!: string;

  @Column('text', { name: 'short_name', nullable: true })
  shortName!: string | null;

  @Column('text', { name: 'former_names', array: true })
  formerNames: string[] = [];

  @Column('text', { name: 'division_code', nullable: true })
  divisionCode!: string | null;

  @Column('text', { name: 'school_code', nullable: true })
  schoolCode!: string | null;

  @Column('text', { name: 'credit_code', nullable: true })
  creditCode!: string | null;

  @Column('text', { name: 'school_type', nullable: true })
  schoolType!: string | null;

  @Column('text')
  state: 'open' | 'closed' = 'open';

  /** A calendar day, `2026-09-01`. */
  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null = null;

  /** A new name; the old one stays known. */
  rename(name: string): void {
    if (name === this.name) return;
    this.formerNames = [...this.formerNames.filter((former) => former !== name), this.name];
    this.name = name;
  }

  fact(): z.output<typeof OrganisationFact> {
    const { id, version, parent, kind, name, shortName, divisionCode, schoolCode, schoolType, state } = this;
    return { id, version, parent, kind, name, shortName, divisionCode, schoolCode, schoolType, state };
  }
}
