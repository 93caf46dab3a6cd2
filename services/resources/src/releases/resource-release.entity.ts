import type { ResourceContent } from '@lianxue/contracts';
import type { ReachColumns } from '@lianxue/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 发布版: what a resource said while it was published so, for whoever could read it then. Belongs to its resource; no fact of its own. */
@Entity('resource_release')
export class ResourceReleaseEntity {
  static readonly reach: ReachColumns = { sharedBy: `case when t.taken_down then '{}'::uuid[] else t.shared_by end` };

  @PrimaryColumn('uuid')
  resource!: string;

  @PrimaryColumn('int')
  number!: number;

  @Column('uuid')
  organisation!: string;

  @Column('jsonb')
  content!: ResourceContent;

  /** The round of review whose files it went out with; 0 where that was not kept. */
  @Column('int')
  round!: number;

  /** The tier that published it first. */
  @Column('uuid', { name: 'first_at' })
  firstAt!: string;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;

  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt!: Date | null;

  /** Every tier that has shown it. */
  @Column('uuid', { array: true, name: 'shared_by' })
  sharedBy!: string[];

  @Column('boolean', { name: 'taken_down' })
  takenDown!: boolean;
}
