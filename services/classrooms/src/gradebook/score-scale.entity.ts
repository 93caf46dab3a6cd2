import type { ScoreScaleFact } from '@lianxue/contracts';
import type { ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';
import { GradebookRow } from './gradebook-row.js';

/** What the grades of a class mean: 优 from 90 to 100. */
@Entity('score_scale')
export class ScoreScale extends GradebookRow<z.output<typeof ScoreScaleFact>> {
  static readonly reach: ReachColumns = {};

  @Column('text')
  title!: string;

  @Column('text')
  type!: string;

  @Column('uuid')
  class!: string;

  @Column('uuid', { nullable: true })
  course: string | null = null;

  @Column('jsonb')
  values!: { itemValueLHS: string; itemValueRHS: string }[];

  fact(): z.output<typeof ScoreScaleFact> {
    const { id, version, organisation, class: ofClass, ended } = this;
    return { id, version, organisation, class: ofClass, ended };
  }
}
