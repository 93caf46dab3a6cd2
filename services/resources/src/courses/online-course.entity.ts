import {
  courseLifeCycle,
  inBeijing,
  type CourseContent,
  type CourseMove,
  type CourseState,
  type CourseUnit,
  type OnlineCourseFact,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** A course of ordered units 网络课程; once published, everyone below reads it. */
@Entity('online_course')
export class OnlineCourseEntity extends Aggregate<OnlineCourseFact> {
  static readonly reach: ReachColumns = { handedDown: "t.status = 'published'" };

  @Column('uuid')
  author!: string;

  @Column('text')
  title!: string;

  @Column('text')
  stage!: CourseContent['stage'];

  @Column('text')
  subject!: CourseContent['subject'];

  @Column('int', { array: true })
  grades!: number[];

  @Column('uuid', { nullable: true })
  series!: string | null;

  @Column('uuid', { nullable: true })
  standard!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { nullable: true })
  goals!: string | null;

  @Column('jsonb')
  units!: CourseUnit[];

  @Column('text')
  status: CourseState = 'draft';

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null = null;

  @Column('text', { nullable: true })
  reason: string | null = null;

  get content(): CourseContent {
    const { title, stage, subject, grades, series, standard, description, goals, units } = this;
    return { title, stage, subject, grades, series, standard, description, goals, units };
  }

  make(move: CourseMove): void {
    this.status = courseLifeCycle.after(this.status, move);
  }

  /** Resources its units name, each once. */
  get materials(): string[] {
    return [...new Set(this.units.flatMap(({ materials }) => materials.map(({ resource }) => resource)))];
  }

  get periods(): number {
    return this.units.reduce((sum, { periods }) => sum + periods, 0);
  }

  fact(): OnlineCourseFact {
    const { id, organisation, title, stage, subject, grades, series, standard, status, periods } = this;
    const publishedAt = this.publishedAt && inBeijing(this.publishedAt);
    return { id, organisation, title, stage, subject, grades, series, standard, status, publishedAt, units: this.units.length, periods };
  }
}
