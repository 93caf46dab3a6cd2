import { Column, Entity } from 'typeorm';
import type { Answers, NamedAnswerFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** What one person answered under their name; its fact says neither who nor what. */
@Entity('named_answer')
export class NamedAnswer extends Aggregate<NamedAnswerFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  survey!: string;

  @Column('uuid')
  person!: string;

  @Column('jsonb')
  answers!: Answers;

  override fact(): NamedAnswerFact {
    const { id, organisation, survey } = this;
    return { id, organisation, survey };
  }
}
