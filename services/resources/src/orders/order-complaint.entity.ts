import { complaintLifeCycle, type ComplaintState, type OrderComplaintFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 征订投诉: it belongs to the authority that answers it, so that the school it is about never meets it. */
@Entity('order_complaint')
export class OrderComplaint extends Aggregate<OrderComplaintFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  round!: string;

  @Column('uuid')
  school!: string;

  @Column('text')
  about!: OrderComplaintFact['about'];

  @Column('text')
  words!: string;

  @Column('uuid')
  complainant!: string;

  @Column('text')
  status: ComplaintState = 'filed';

  @Column('text', { nullable: true })
  answer: string | null = null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null = null;

  make(move: keyof typeof complaintLifeCycle.table): void {
    this.status = complaintLifeCycle.after(this.status, move);
  }

  override fact(): OrderComplaintFact {
    const { id, organisation, round, school, about, status } = this;
    return { id, organisation, round, school, about, status };
  }
}
