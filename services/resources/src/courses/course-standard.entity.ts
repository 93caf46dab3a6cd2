import {
  courseStandardLifeCycle,
  type CourseDemands,
  type CourseStandard as StandardView,
  type CourseStandardFact,
  type CourseStandardState,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** One edition of a course standard 课程标准; once issued it never changes, and everyone below reads it. */
@Entity('course_standard')
export class CourseStandardEntity extends Aggregate<CourseStandardFact> {
  static readonly reach: ReachColumns = { handedDown: "t.status <> 'draft'" };

  @Column('text')
  code!: string;

  @Column('int')
  edition!: number;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  basis!: string | null;

  @Column('text', { array: true })
  stages!: StandardView['stages'];

  @Column('text', { array: true })
  subjects!: StandardView['subjects'];

  @Column('jsonb')
  demands!: CourseDemands;

  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn: string | null = null;

  @Column('text')
  status: CourseStandardState = 'draft';

  make(move: keyof typeof courseStandardLifeCycle.table): void {
    this.status = courseStandardLifeCycle.after(this.status, move);
  }

  fact(): CourseStandardFact {
    const { id, organisation, code, edition, name, stages, subjects, demands, issuedOn, status } = this;
    return { id, organisation, code, edition, name, stages, subjects, demands, issuedOn, status };
  }
}
