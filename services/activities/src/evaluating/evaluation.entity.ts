import { Column, Entity } from 'typeorm';
import { evaluationLifeCycle, type EvaluationFact, type EvaluationState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/**
 * One expert's evaluation of one entry. It carries what the expert is to judge, and neither pupil nor school: the
 * expert meets this row and never the entry.
 */
@Entity('evaluation')
export class Evaluation extends Aggregate<EvaluationFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  activity!: string;

  @Column('uuid')
  entry!: string;

  @Column('uuid')
  expert!: string;

  @Column('text')
  group!: string;

  @Column('text')
  category!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description: string | null = null;

  @Column('text')
  status: EvaluationState = 'assigned';

  @Column('jsonb')
  scores: Record<string, number> = {};

  @Column('numeric', { precision: 7, scale: 2, nullable: true })
  total: string | null = null;

  @Column('text', { nullable: true })
  comment: string | null = null;

  make(move: keyof typeof evaluationLifeCycle.table): void {
    this.status = evaluationLifeCycle.after(this.status, move);
  }

  override fact(): EvaluationFact {
    const { id, organisation, activity, entry, status } = this;
    return { id, organisation, activity, entry, status };
  }
}
