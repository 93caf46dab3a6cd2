import type { Credit } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column } from 'typeorm';

/** What somebody is credited with, or claims to be, for one resource at one tier. */
export abstract class Credited<Fact extends { readonly id: string }> extends Aggregate<Fact> {
  static readonly reach: ReachColumns = {};

  /** Null for the organisation itself. */
  @Column('uuid', { nullable: true })
  person!: string | null;

  @Column('uuid')
  resource!: string;

  /** The tier that published the resource. */
  @Column('uuid', { name: 'granted_by' })
  grantedBy!: string;

  @Column('text')
  role!: Credit['role'];

  @Column('int')
  points!: number;
}
