import { inBeijing, type SnapshotContent, type SnapshotFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** What the figures of a period were, to be cited; it never changes. */
@Entity('snapshot')
export class Snapshot extends Aggregate<SnapshotFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  period!: string;

  @Column('int')
  number!: number;

  @Column('uuid', { nullable: true })
  replaces: string | null = null;

  @Column('uuid')
  form!: string;

  @Column('int', { name: 'form_number' })
  formNumber!: number;

  @Column('date', { name: 'units_as_of', nullable: true })
  unitsAsOf: string | null = null;

  @Column('text')
  purpose!: string;

  @Column('text')
  hash!: string;

  /** The last contribution that could be in it; a bigint, as PostgreSQL writes it. */
  @Column('bigint', { name: 'up_to' })
  upTo!: string;

  @Column('jsonb')
  content!: SnapshotContent;

  @Column('timestamptz', { name: 'frozen_at' })
  frozenAt!: Date;

  override fact(): SnapshotFact {
    const { id, organisation, period, number, replaces, form, formNumber, unitsAsOf, hash } = this;
    return { id, organisation, period, number, replaces, form, formNumber, unitsAsOf, hash, frozenAt: inBeijing(this.frozenAt) };
  }
}
