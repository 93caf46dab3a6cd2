import { scoringLifeCycle, type ProductScoringFact, type ScoringState, type VersionScores } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** One expert’s part in a test. */
@Entity('product_scoring')
export class ProductScoring extends Aggregate<ProductScoringFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  test!: string;

  @Column('uuid')
  expert!: string;

  @Column('text')
  status: ScoringState = 'assigned';

  @Column('jsonb')
  scores: VersionScores[] = [];

  /** Vendors in which the expert has declared an interest. */
  @Column('uuid', { array: true })
  interests: string[] = [];

  @Column('text', { nullable: true })
  reason: string | null = null;

  make(move: keyof typeof scoringLifeCycle.table): void {
    this.status = scoringLifeCycle.after(this.status, move);
  }

  override fact(): ProductScoringFact {
    const { id, organisation, test, status } = this;
    return { id, organisation, test, status };
  }
}
