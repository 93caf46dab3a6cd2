import { loanLifeCycle, type LoanFact, type LoanMove, type LoanState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 借阅: it belongs to who lends; the borrower is named for it. */
@Entity('loan')
export class Loan extends Aggregate<LoanFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  borrower!: string;

  @Column('uuid')
  holding!: string;

  @Column('int')
  copies!: number;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('int')
  days!: number;

  @Column('text')
  status: LoanState = 'requested';

  @Column('date', { name: 'lent_on', nullable: true })
  lentOn: string | null = null;

  @Column('date', { nullable: true })
  due: string | null = null;

  @Column('int')
  returned = 0;

  @Column('int')
  lost = 0;

  @Column('text', { nullable: true })
  reason: string | null = null;

  /** Whether it was told that it is overdue. */
  @Column('boolean')
  told = false;

  make(move: LoanMove): void {
    this.status = loanLifeCycle.after(this.status, move);
  }

  isOverdue(today: string): boolean {
    return this.status === 'lent' && this.due !== null && this.due < today;
  }

  /** All that was lent is accounted for. */
  settle(): void {
    this.make('bringBack');
    if (this.lost > 0) this.status = 'lost';
  }

  override fact(): LoanFact {
    const { id, organisation, borrower, holding, copies, days, status, lentOn, due, returned, lost } = this;
    return { id, organisation, borrower, holding, copies, days, status, lentOn, due, returned, lost };
  }
}
