import { inBeijing, type DeliveryLine, type OrderDeliveryFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 配送: what was sent to a school, and what of it arrived. */
@Entity('order_delivery')
export class OrderDelivery extends Aggregate<OrderDeliveryFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  round!: string;

  @Column('uuid', { name: 'school_order' })
  order!: string;

  @Column('text')
  number!: string;

  @Column('date')
  day!: string;

  @Column('text')
  status: OrderDeliveryFact['status'] = 'sent';

  @Column('jsonb')
  lines!: DeliveryLine[];

  @Column('int', { nullable: true })
  short: number | null = null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt: Date | null = null;

  @Column('text', { nullable: true })
  note: string | null = null;

  override fact(): OrderDeliveryFact {
    const { id, organisation, round, order, number, day, status, lines, short } = this;
    return { id, organisation, round, order, number, day, status, lines, short, receivedAt: this.receivedAt && inBeijing(this.receivedAt) };
  }
}
