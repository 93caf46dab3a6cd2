import type { ResourceReviewStep } from '@lianxue/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 初审、复审、终审: what one step of a round decided, and who. Belongs to its round; no fact of its own. */
@Entity('review_step')
export class ReviewStepEntity {
  @PrimaryColumn('uuid')
  resource!: string;

  @PrimaryColumn('int')
  round!: number;

  @PrimaryColumn('int')
  step!: number;

  @Column('text')
  name!: string;

  @Column('text')
  decision!: ResourceReviewStep['decision'];

  @Column('text', { array: true })
  checked!: string[];

  @Column('text', { array: true })
  codes!: string[];

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid')
  reviewer!: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;
}
