import {
  inBeijing,
  OrderRoundNotKeeper,
  OrderRoundNotOpen,
  OrderRoundRunning,
  refuse,
  type Caller,
  type OfferedTitle,
  type OrderRoundFact,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 征订批次: everybody below who announced it may read it. */
@Entity('order_round')
export class OrderRound extends Aggregate<OrderRoundFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('text')
  name!: string;

  @Column('int', { name: 'school_year' })
  schoolYear!: number;

  @Column('text')
  term!: OrderRoundFact['term'];

  @Column('bigint', { name: 'most_fen', nullable: true })
  mostFen!: number | string | null;

  @Column('timestamptz')
  opens!: Date;

  @Column('timestamptz')
  closes!: Date;

  @Column('int')
  publications = 0;

  @Column('jsonb')
  titles!: OfferedTitle[];

  stateAt(now: Date): 'coming' | 'open' | 'closed' {
    if (now < this.opens) return 'coming';
    return now <= this.closes ? 'open' : 'closed';
  }

  /** Refuses unless schools may order now. */
  holdOpen(now: Date): void {
    if (this.stateAt(now) === 'open') return;
    throw refuse(OrderRoundNotOpen, { opens: inBeijing(this.opens), closes: inBeijing(this.closes) });
  }

  /** Refuses while schools may still order, now or later. */
  holdClosed(now: Date): void {
    if (this.stateAt(now) !== 'closed') throw refuse(OrderRoundRunning, { closes: inBeijing(this.closes) });
  }

  holdKeeper({ organisation }: Caller): void {
    if (organisation !== this.organisation) throw refuse(OrderRoundNotKeeper);
  }

  override fact(): OrderRoundFact {
    const { id, organisation, name, schoolYear, term, publications } = this;
    const mostFen = this.mostFen === null ? null : Number(this.mostFen);
    const window = { opens: inBeijing(this.opens), closes: inBeijing(this.closes) };
    return { id, organisation, name, schoolYear, term, mostFen, ...window, publications };
  }
}
