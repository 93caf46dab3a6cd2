import type { MergerFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** What of one row a merging changed: the columns it set, as they were and as they became. */
export interface Step {
  readonly thing:
    | 'post'
    | 'enrolment'
    | 'account'
    | 'movement'
    | 'person'
    | 'consent'
    | 'invitation'
    | 'staffRecord'
    | 'secondFactor'
    | 'card'
    | 'pupilPin'
    | 'deletionRequest'
    | 'duplicate'
    | 'signInLink';
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Everything a merging moved, so that it can be put back. Numbers in it are sealed as they are in their rows. */
export interface Trace {
  readonly steps: readonly Step[];
  /** Numbers the successor carries as former ones since. */
  readonly numbers: readonly { readonly kind: string; readonly lookup: string }[];
  /** Foreign ids that name the successor since. */
  readonly externalIds: readonly { readonly kind: string; readonly source: string; readonly value: string }[];
  readonly duplicate: string | null;
}

/** That one record of a person went up in another. */
@Entity('merger')
export class Merger extends Aggregate<z.output<typeof MergerFact>> {
  static readonly reach: ReachColumns = {};

  @Column('uuid', { name: 'from_person' })
  from!: string;

  @Column('uuid', { name: 'into_person' })
  into!: string;

  @Column('jsonb')
  trace!: Trace;

  @Column('boolean')
  undone = false;

  fact(): z.output<typeof MergerFact> {
    const { id, version, organisation, from, into, undone } = this;
    return { id, version, organisation, from, into, undone };
  }
}
