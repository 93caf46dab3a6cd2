import { Column, Entity } from 'typeorm';
import { ratingObjectionLifeCycle, type RatingObjectionFact, type RatingObjectionState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** What a unit holds against its published result 考核异议. */
@Entity('rating_objection')
export class RatingObjection extends Aggregate<RatingObjectionFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  rating!: string;

  @Column('uuid')
  assessment!: string;

  @Column('text')
  criterion!: string;

  @Column('text')
  grounds!: string;

  @Column('text')
  status: RatingObjectionState = 'filed';

  @Column('numeric', { precision: 9, scale: 2 })
  before!: number | string;

  @Column('numeric', { precision: 9, scale: 2, nullable: true })
  after: number | string | null = null;

  @Column('text', { nullable: true })
  answer: string | null = null;

  make(move: keyof typeof ratingObjectionLifeCycle.table): void {
    this.status = ratingObjectionLifeCycle.after(this.status, move);
  }

  override fact(): RatingObjectionFact {
    const { id, organisation, rating, assessment, criterion, status, before, after } = this;
    return {
      id,
      organisation,
      rating,
      assessment,
      criterion,
      status,
      before: Number(before),
      after: after === null ? null : Number(after),
    };
  }
}
