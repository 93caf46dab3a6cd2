import type { Reviewer, ReviewerFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** A person whom a tier has named for steps, stages and subjects; an empty list means all of them. */
@Entity('reviewer')
export class ReviewerEntity extends Aggregate<ReviewerFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  person!: string;

  @Column('text', { array: true })
  stages!: Reviewer['stages'];

  @Column('text', { array: true })
  subjects!: Reviewer['subjects'];

  @Column('int', { array: true })
  steps!: number[];

  fact(): ReviewerFact {
    const { id, organisation, stages, subjects, steps } = this;
    return { id, organisation, stages, subjects, steps };
  }
}
