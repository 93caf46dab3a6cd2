import { Column, Entity } from 'typeorm';
import {
  ratingLifeCycle,
  type Rating as RatingView,
  type RatedScores,
  type RatingFact,
  type RatingMove,
  type RatingState,
  type SelfScores,
  type VetoFound,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** One unit in one assessment 考核评分. That its result is published is its assessment's state, not a row of its own. */
@Entity('rating')
export class Rating extends Aggregate<RatingFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  assessment!: string;

  @Column('text')
  status: RatingState = 'draft';

  /** The authority above by 隶属 when it was begun. */
  @Column('uuid', { name: 'first_rater' })
  firstRater!: string;

  @Column('jsonb')
  self: SelfScores = {};

  @Column('jsonb')
  first: RatedScores = {};

  @Column('jsonb')
  final: RatedScores = {};

  @Column('jsonb')
  vetoes: VetoFound[] = [];

  @Column('jsonb')
  reasons: RatingView['reasons'] = [];

  @Column('text', { nullable: true })
  note: string | null = null;

  @Column('numeric', { precision: 9, scale: 2, nullable: true })
  points: number | string | null = null;

  @Column('numeric', { precision: 9, scale: 2 })
  deducted: number | string = 0;

  @Column('numeric', { precision: 9, scale: 2, nullable: true })
  total: number | string | null = null;

  @Column('text', { nullable: true })
  grade: string | null = null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null = null;

  /** Makes a move of the life cycle, or refuses it. */
  make(move: RatingMove): void {
    this.status = ratingLifeCycle.after(this.status, move);
  }

  /** What its points come to. */
  get result(): Pick<RatingView, 'points' | 'deducted' | 'total' | 'grade' | 'vetoed'> {
    const { points, deducted, total, grade, vetoes } = this;
    return {
      points: points === null ? null : Number(points),
      deducted: Number(deducted),
      total: total === null ? null : Number(total),
      grade,
      vetoed: vetoes.length > 0,
    };
  }

  override fact(): RatingFact {
    const { id, organisation, assessment, status, firstRater } = this;
    return { id, organisation, assessment, status, firstRater, ...this.result };
  }
}
