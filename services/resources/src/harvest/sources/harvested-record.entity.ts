import type { HarvestedRecord } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 采集记录: what another platform told of one of its works. Everybody below who harvests it may read it; it tells no facts. */
@Entity('harvested_record')
export class HarvestedRecordEntity extends Aggregate<never> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('uuid')
  source!: string;

  @Column('text')
  identifier!: string;

  @Column('timestamptz')
  datestamp!: Date;

  @Column('boolean')
  deleted!: boolean;

  /** Deleted because it was taken down there 紧急下架. */
  @Column('boolean', { name: 'taken_down' })
  takenDown!: boolean;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('jsonb')
  elements!: HarvestedRecord['elements'];

  @Column('text', { name: 'search_text' })
  searchText!: string;

  /** When the walk began that met it last. */
  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;

  fact(): never {
    throw new Error('A harvested record tells no facts');
  }
}
