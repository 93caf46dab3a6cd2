import type { LineItemFact } from '@lianxue/contracts';
import type { ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';
import { GradebookRow } from './gradebook-row.js';

/** A line of a class's gradebook: a piece of work for which each pupil gets a result. */
@Entity('line_item')
export class LineItem extends GradebookRow<z.output<typeof LineItemFact>> {
  static readonly reach: ReachColumns = {};

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description: string | null = null;

  @Column('timestamptz', { name: 'assign_date' })
  assignDate!: Date;

  @Column('timestamptz', { name: 'due_date' })
  dueDate!: Date;

  @Column('uuid')
  class!: string;

  @Column('uuid')
  category!: string;

  @Column('uuid', { name: 'grading_period', nullable: true })
  gradingPeriod: string | null = null;

  @Column('uuid', { name: 'academic_session', nullable: true })
  academicSession: string | null = null;

  @Column('uuid', { name: 'score_scale', nullable: true })
  scoreScale: string | null = null;

  @Column('float8', { name: 'result_value_min', nullable: true })
  resultValueMin: number | null = null;

  @Column('float8', { name: 'result_value_max', nullable: true })
  resultValueMax: number | null = null;

  fact(): z.output<typeof LineItemFact> {
    const { id, version, organisation, class: ofClass, category, ended } = this;
    return { id, version, organisation, class: ofClass, category, ended };
  }
}
