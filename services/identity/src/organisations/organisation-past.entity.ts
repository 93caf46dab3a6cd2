import type { ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import { OrganisationColumns } from './organisation-columns.js';

/** An organisation as it was over some days; written by the commit that changes it, and never changed afterwards. */
@Entity('organisation_history')
export class OrganisationPast extends OrganisationColumns<never> {
  static readonly reach: ReachColumns = {};

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
