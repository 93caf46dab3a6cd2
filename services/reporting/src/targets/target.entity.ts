import type { TargetFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** What the units of a data set should reach 达标要求; everybody below its authority may read it. */
@Entity('target')
export class Target extends Aggregate<TargetFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('uuid', { name: 'data_set' })
  dataSet!: string;

  @Column('text')
  name!: string;

  @Column('text')
  comparison!: string;

  /** A numeric, as PostgreSQL writes it. */
  @Column('numeric', { nullable: true })
  share: string | null = null;

  @Column('text', { nullable: true })
  source: string | null = null;

  override fact(): TargetFact {
    const { id, organisation, dataSet, name, comparison, share, source } = this;
    return { id, organisation, dataSet, name, comparison, share: share === null ? null : Number(share), source };
  }
}
