import { schoolOrderLifeCycle, type OrderLine, type SchoolOrderFact, type SchoolOrderState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 学校订单: what a school wants now. Once submitted, its lines are what the entries of its ledger add up to. */
@Entity('school_order')
export class SchoolOrder extends Aggregate<SchoolOrderFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  round!: string;

  @Column('text')
  status: SchoolOrderState = 'draft';

  @Column('jsonb')
  lines!: OrderLine[];

  @Column('bigint')
  copies!: number | string;

  @Column('bigint')
  fen!: number | string;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null = null;

  @Column('uuid', { name: 'submitted_by', nullable: true })
  submittedBy: string | null = null;

  @Column('text', { nullable: true })
  reason: string | null = null;

  make(move: keyof typeof schoolOrderLifeCycle.table): void {
    this.status = schoolOrderLifeCycle.after(this.status, move);
  }

  /** Copies of one title, in all classes. */
  copiesOf(title: string): number {
    return this.lines.filter((line) => line.title === title).reduce((sum, line) => sum + line.copies, 0);
  }

  override fact(): SchoolOrderFact {
    const { id, organisation, round, status, lines } = this;
    const classes = new Set(lines.map(({ schoolClass }) => schoolClass)).size;
    return { id, organisation, round, status, copies: Number(this.copies), fen: Number(this.fen), classes };
  }
}
