import type { OrderPublicationFact, OrderTotals } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 征订公布: totals as they stood, for everybody. */
@Entity('order_publication')
export class OrderPublication extends Aggregate<OrderPublicationFact> {
  static readonly reach: ReachColumns = { public: 'true' };

  @Column('uuid')
  round!: string;

  @Column('text', { name: 'round_name' })
  roundName!: string;

  @Column('int')
  nth!: number;

  @Column('text')
  note!: string;

  @Column('jsonb')
  totals!: OrderTotals;

  override fact(): OrderPublicationFact {
    const { id, organisation, round, nth, totals } = this;
    return { id, organisation, round, nth, schools: totals.schools, copies: totals.copies, fen: totals.fen };
  }
}
