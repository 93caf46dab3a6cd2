import { Column, PrimaryColumn } from 'typeorm';

/**
 * How reach reads a table: which column holds the owner, and what else lets a caller meet a row.
 * All texts are SQL over the row's alias `t`, fixed at compile time, so that statements can be named.
 */
export interface ReachColumns {
  /** The organisation the row belongs to; `'organisation'` unless said. `'id'` for the organisation's own row. */
  readonly organisation?: string;
  /** The person a row is about; what a pupil or guardian is held to. Without it they meet no row under `subtree`. */
  readonly person?: string;
  /** Under `handedDown`: a condition that says this row is shared downwards, e.g. `t.status = 'published'`. */
  readonly handedDown?: string;
  /** Under `handedDown`: the column (`uuid[]`) of organisations that each share the row with everyone below them, whoever owns it. */
  readonly sharedBy?: string;
  /** Under `public`: a condition that says this row is public. */
  readonly public?: string;
}

/** A thing with identity and versions: each change of it is a fact. `F` is its view in facts, free of personal data. */
export abstract class Aggregate<F = unknown> {
  @PrimaryColumn('uuid')
  id!: string;

  /** Counted by the commit; 0 before the first. */
  @Column('int')
  version = 0;

  /** The organisation the row belongs to. */
  @Column('uuid')
  organisation!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  /** The entity's view after a change, without classified fields, ≤ 64 KB. */
  abstract fact(): F;
}

/** An entity class as the store sees it. */
export interface AggregateClass<E extends Aggregate = Aggregate> {
  new (): E;
  readonly reach?: ReachColumns;
}
