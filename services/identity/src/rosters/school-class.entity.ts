import type { ClassFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** A class of a school as its roster names it. */
@Entity('school_class')
export class SchoolClass extends Aggregate<z.output<typeof ClassFact>> {
  static readonly reach: ReachColumns = {};

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  grade: string | null = null;

  @Column('text', { nullable: true })
  course: string | null = null;

  @Column('text', { nullable: true })
  term: string | null = null;

  @Column('boolean')
  ended = false;

  fact(): z.output<typeof ClassFact> {
    const { id, version, organisation, title, grade, course, term, ended } = this;
    return { id, version, organisation, title, grade, course, term, ended };
  }
}
