import type { GradeCategoryFact } from '@lianxue/contracts';
import type { ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';
import { GradebookRow } from './gradebook-row.js';

/** A kind of achievement that counts together: homework, tests. */
@Entity('grade_category')
export class GradeCategory extends GradebookRow<z.output<typeof GradeCategoryFact>> {
  static readonly reach: ReachColumns = {};

  @Column('text')
  title!: string;

  @Column('float8', { nullable: true })
  weight: number | null = null;

  fact(): z.output<typeof GradeCategoryFact> {
    const { id, version, organisation, ended } = this;
    return { id, version, organisation, ended };
  }
}
