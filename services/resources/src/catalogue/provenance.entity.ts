import type { ProvenanceEvent } from '@lianxue/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 来历: a line of where a resource has been. Belongs to its resource; never changed. */
@Entity('provenance')
export class ProvenanceEntity {
  @PrimaryColumn('uuid')
  resource!: string;

  @PrimaryColumn('int')
  ordinal!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  what!: ProvenanceEvent;

  @Column('uuid', { name: 'at_organisation' })
  atOrganisation!: string;

  @Column('int', { nullable: true })
  release!: number | null;

  @Column('int', { nullable: true })
  round!: number | null;

  @Column('jsonb')
  details!: Record<string, unknown>;
}
