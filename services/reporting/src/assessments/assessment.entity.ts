import { Column, Entity } from 'typeorm';
import { inBeijing, type AssessmentFact, type AssessmentState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** One year's round of 督导考核, announced to everybody below its authority. */
@Entity('assessment')
export class Assessment extends Aggregate<AssessmentFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('uuid')
  rubric!: string;

  @Column('text')
  name!: string;

  @Column('int')
  year!: number;

  @Column('date', { name: 'first_day' })
  firstDay!: string;

  @Column('date', { name: 'last_day' })
  lastDay!: string;

  @Column('text', { array: true })
  assesses!: AssessmentFact['assesses'];

  @Column('boolean')
  ranked!: boolean;

  @Column('int', { name: 'objection_days' })
  objectionDays!: number;

  @Column('timestamptz')
  opens!: Date;

  @Column('timestamptz', { name: 'self_due' })
  selfDue!: Date;

  @Column('timestamptz', { name: 'first_due' })
  firstDue!: Date;

  @Column('timestamptz', { name: 'final_due' })
  finalDue!: Date;

  @Column('text')
  status: AssessmentState = 'announced';

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null = null;

  /** Sets when each step is done. */
  schedule({ opens, due }: { opens: string; due: { self: string; first: string; final: string } }): void {
    this.opens = new Date(opens);
    this.selfDue = new Date(due.self);
    this.firstDue = new Date(due.first);
    this.finalDue = new Date(due.final);
  }

  override fact(): AssessmentFact {
    const { id, organisation, rubric, name, year, firstDay, lastDay, assesses, ranked, objectionDays, status } = this;
    return {
      id,
      organisation,
      rubric,
      name,
      year,
      firstDay,
      lastDay,
      assesses,
      ranked,
      objectionDays,
      opens: inBeijing(this.opens),
      due: { self: inBeijing(this.selfDue), first: inBeijing(this.firstDue), final: inBeijing(this.finalDue) },
      status,
      publishedAt: this.publishedAt && inBeijing(this.publishedAt),
    };
  }
}
