import type { DuplicateFact, DuplicateReason } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type Fact = z.output<typeof DuplicateFact>;

/** Two records that look like one person. It belongs to the lowest organisation that stands above both: whoever reaches it reaches both. */
@Entity('duplicate')
export class Duplicate extends Aggregate<Fact> {
  static readonly reach: ReachColumns = {};

  /** The smaller id, hence the record made earlier. */
  @Column('uuid')
  one!: string;

  @Column('uuid')
  other!: string;

  @Column('int')
  score!: number;

  @Column('text', { array: true })
  reasons!: DuplicateReason[];

  @Column('text')
  state: Fact['state'] = 'open';

  fact(): Fact {
    const { id, version, organisation, one, other, score, state } = this;
    return { id, version, organisation, one, other, score, state };
  }
}
