import { Column, Entity } from 'typeorm';
import { inBeijing, type PeriodExceptionFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** More time for one organisation in one period 延期; those below it see it too, since it may be theirs. */
@Entity('period_exception')
export class PeriodException extends Aggregate<PeriodExceptionFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('uuid')
  period!: string;

  @Column('text')
  acts!: PeriodExceptionFact['acts'];

  @Column('timestamptz')
  until!: Date;

  /** Why; it may name a person, so it stays here. */
  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'granted_by' })
  grantedBy!: string;

  @Column('boolean')
  withdrawn = false;

  override fact(): PeriodExceptionFact {
    const { id, organisation, period, acts, until, grantedBy, withdrawn } = this;
    return { id, organisation, period, acts, until: inBeijing(until), grantedBy, withdrawn };
  }
}
