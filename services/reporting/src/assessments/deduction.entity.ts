import { Column, Entity } from 'typeorm';
import { deductionLifeCycle, inBeijing, type DeductionFact, type DeductionState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** Points a unit lost by what another service told 扣分. */
@Entity('deduction')
export class Deduction extends Aggregate<DeductionFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  assessment!: string;

  @Column('text')
  rule!: string;

  @Column('text')
  criterion!: string;

  @Column('numeric', { precision: 9, scale: 2 })
  points!: number | string;

  @Column('text')
  cause!: DeductionFact['cause'];

  /** The lapse it was made of; with assessment and rule it comes once, however often it is told. */
  @Column('text')
  lapse!: string;

  @Column('jsonb')
  source!: DeductionFact['source'];

  @Column('timestamptz')
  due!: Date;

  @Column('timestamptz', { nullable: true })
  done: Date | null = null;

  @Column('text')
  status: DeductionState = 'counted';

  @Column('text', { nullable: true })
  grounds: string | null = null;

  @Column('text', { nullable: true })
  answer: string | null = null;

  make(move: keyof typeof deductionLifeCycle.table): void {
    this.status = deductionLifeCycle.after(this.status, move);
  }

  override fact(): DeductionFact {
    const { id, organisation, assessment, rule, criterion, cause, source, status } = this;
    return {
      id,
      organisation,
      assessment,
      rule,
      criterion,
      points: Number(this.points),
      cause,
      source,
      due: inBeijing(this.due),
      done: this.done && inBeijing(this.done),
      status,
    };
  }
}
