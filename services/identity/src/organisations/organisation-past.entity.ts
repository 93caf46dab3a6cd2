import type { OrganisationKind, OrganisationState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** An organisation as it was over some days; written by the commit that changes it, and never changed afterwards. */
@Entity('organisation_history')
export class OrganisationPast extends Aggregate<never> {
  static readonly reach: ReachColumns = {};

  @Column('uuid', { nullable: true })
  parent!: string | null;

  @Column('text')
  kind!: OrganisationKind;

  @Column('text')
  name!: string;

  @Column('text', { name: 'short_name', nullable: true })
  shortName!: string | null;

  @Column('text', { name: 'former_names', array: true })
  formerNames!: string[];

  @Column('text', { name: 'division_code', nullable: true })
  divisionCode!: string | null;

  @Column('text', { name: 'school_code', nullable: true })
  schoolCode!: string | null;

  @Column('text', { name: 'credit_code', nullable: true })
  creditCode!: string | null;

  @Column('text', { name: 'school_type', nullable: true })
  schoolType!: string | null;

  @Column('text')
  state!: OrganisationState;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn!: string | null;

  @Column('uuid', { nullable: true })
  successor!: string | null;

  /** The first day of this. */
  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** The first day it was otherwise; null for what still is. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  fact(): never {
    throw new Error('History is told by the facts of what changed');
  }
}
