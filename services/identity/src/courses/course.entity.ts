import type { CourseFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type Fact = z.output<typeof CourseFact>;

/** A course of an authority, which its schools may use, or of one school. */
@Entity('course')
export class Course extends Aggregate<Fact> {
  static readonly reach: ReachColumns = { handedDown: 'not t.ended' };

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  code: string | null = null;

  @Column('text')
  level!: Fact['level'];

  @Column('text', { nullable: true })
  subject: Fact['subject'] = null;

  @Column('text', { nullable: true })
  stage: Fact['stage'] = null;

  @Column('int', { array: true })
  grades: number[] = [];

  @Column('boolean')
  ended = false;

  fact(): Fact {
    const { id, version, organisation, title, code, level, subject, stage, grades, ended } = this;
    return { id, version, organisation, title, code, level, subject, stage, grades, ended };
  }
}
