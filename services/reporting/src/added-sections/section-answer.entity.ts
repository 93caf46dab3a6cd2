import type { SectionAnswerFact, Values } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** What one submission says in an added section. It lies beside the submission, so that nobody above the section's authority reads it. */
@Entity('section_answer')
export class SectionAnswer extends Aggregate<SectionAnswerFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  section!: string;

  @Column('uuid')
  submission!: string;

  @Column('uuid')
  period!: string;

  @Column('jsonb')
  figures: Values = {};

  /** Texts somebody wrote. */
  @Column('jsonb')
  words: Values = {};

  override fact(): SectionAnswerFact {
    const { id, organisation, section, submission, period } = this;
    return { id, organisation, section, submission, period };
  }
}
