import type { GradebookEntry, GradeResultFact } from '@lianxue/contracts';
import type { ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';
import { GradebookRow } from './gradebook-row.js';

/** What a pupil got for a line of the gradebook. Its facts tell neither score nor comment. */
@Entity('grade_result')
export class GradeResultEntity extends GradebookRow<z.output<typeof GradeResultFact>> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid', { name: 'line_item' })
  lineItem!: string;

  @Column('uuid')
  class!: string;

  @Column('uuid')
  person!: string;

  @Column('uuid', { name: 'score_scale', nullable: true })
  scoreScale: string | null = null;

  @Column('text', { name: 'score_status' })
  scoreStatus!: GradebookEntry<'results'>['scoreStatus'];

  @Column('float8', { nullable: true })
  score: number | null = null;

  @Column('text', { name: 'text_score', nullable: true })
  textScore: string | null = null;

  @Column('date', { name: 'score_date' })
  scoreDate!: string;

  @Column('text', { nullable: true })
  comment: string | null = null;

  @Column('boolean', { nullable: true })
  late: boolean | null = null;

  @Column('boolean', { nullable: true })
  incomplete: boolean | null = null;

  @Column('boolean', { name: 'in_progress', nullable: true })
  inProgress: boolean | null = null;

  @Column('boolean', { nullable: true })
  missing: boolean | null = null;

  fact(): z.output<typeof GradeResultFact> {
    const { id, version, organisation, class: ofClass, lineItem, person, ended } = this;
    return { id, version, organisation, class: ofClass, lineItem, person, ended };
  }
}
