import type { OrganisationKind, OrganisationState } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column } from 'typeorm';

/** What is kept of an organisation, as it is and as it was. */
export abstract class OrganisationColumns<F> extends Aggregate<F> {
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
  state: OrganisationState = 'open';

  /** A calendar day, `2026-09-01`. */
  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null = null;

  /** What it was merged into; it stands below that one since, so that whoever answers for the successor finds what it left. */
  @Column('uuid', { nullable: true })
  successor: string | null = null;
}
