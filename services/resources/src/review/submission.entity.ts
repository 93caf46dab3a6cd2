import type { ResourceContent } from '@lianxue/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 送审记录: what was submitted in one round, kept as it was, and what became of it. Belongs to its resource; no fact of its own. */
@Entity('submission')
export class SubmissionEntity {
  @PrimaryColumn('uuid')
  resource!: string;

  @PrimaryColumn('int')
  round!: number;

  /** The tier that reviews it. */
  @Column('uuid', { name: 'review_at' })
  reviewAt!: string;

  @Column('jsonb')
  content!: ResourceContent;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;

  @Column('text', { nullable: true })
  decision!: 'returned' | 'rejected' | 'published' | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { array: true })
  codes!: string[];

  @Column('uuid', { nullable: true })
  reviewer!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
