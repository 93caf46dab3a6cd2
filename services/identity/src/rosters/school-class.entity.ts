import type { ClassFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type Fact = z.output<typeof ClassFact>;

/**
 * A class of a school: one of its own 行政班, or a teaching group 教学班 of a course. Grade, course and term are kept in words too, as a
 * roster or an officer said them, since not every roster says which course or term of the platform is meant.
 */
@Entity('school_class')
export class SchoolClass extends Aggregate<Fact> {
  static readonly reach: ReachColumns = {};

  @Column('text')
  title!: string;

  @Column('text')
  kind: Fact['kind'] = 'homeroom';

  @Column('text', { nullable: true })
  stage: Fact['stage'] = null;

  @Column('int', { name: 'grade_ordinal', nullable: true })
  gradeOrdinal: number | null = null;

  @Column('int', { name: 'enrol_year', nullable: true })
  enrolYear: number | null = null;

  @Column('uuid', { name: 'course_id', nullable: true })
  courseId: string | null = null;

  @Column('uuid', { name: 'term_ids', array: true })
  termIds: string[] = [];

  @Column('text', { nullable: true })
  grade: string | null = null;

  @Column('text', { nullable: true })
  course: string | null = null;

  @Column('text', { nullable: true })
  term: string | null = null;

  @Column('boolean')
  ended = false;

  fact(): Fact {
    const { id, version, organisation, title, kind, stage, gradeOrdinal, enrolYear, grade, courseId, course, termIds, term, ended } = this;
    return { id, version, organisation, title, kind, stage, gradeOrdinal, enrolYear, grade, courseId, course, termIds, term, ended };
  }
}
