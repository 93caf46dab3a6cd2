import type { Promotion as PromotionShape } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type Shape = z.output<typeof PromotionShape>;
type Fact = Omit<Shape, 'createdAt' | 'updatedAt'>;

/** 升级 of one grade of a school into one school year: how far it has come, and what it did. */
@Entity('promotion')
export class Promotion extends Aggregate<Fact> {
  static readonly reach: ReachColumns = {};

  @Column('int', { name: 'school_year' })
  schoolYear!: number;

  @Column('int')
  grade!: number;

  @Column('text', { nullable: true })
  stage: Shape['stage'] = null;

  @Column('boolean')
  graduation!: boolean;

  @Column('int')
  classes = 0;

  @Column('int')
  promoted = 0;

  @Column('int')
  repeated = 0;

  @Column('int')
  graduated = 0;

  @Column('int')
  suspended = 0;

  @Column('boolean')
  finished = false;

  fact(): Fact {
    const { id, version, organisation, schoolYear, grade, stage, graduation, classes, promoted, repeated, graduated, suspended, finished } =
      this;
    return { id, version, organisation, schoolYear, grade, stage, graduation, classes, promoted, repeated, graduated, suspended, finished };
  }
}
