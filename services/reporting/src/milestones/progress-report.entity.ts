import { Column, Entity } from 'typeorm';
import { inBeijing, type ProgressReportFact, type ProgressReportKind } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** 周报、月报: what one organisation did in a week or month. */
@Entity('progress_report')
export class ProgressReport extends Aggregate<ProgressReportFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  plan!: string;

  @Column('text')
  kind!: ProgressReportKind;

  @Column('date', { name: 'first_day' })
  firstDay!: string;

  @Column('text')
  done!: string;

  @Column('text')
  next!: string;

  @Column('text', { nullable: true })
  troubles: string | null = null;

  @Column('timestamptz', { name: 'filed_at' })
  filedAt!: Date;

  @Column('boolean')
  late!: boolean;

  override fact(): ProgressReportFact {
    const { id, organisation, plan, kind, firstDay, late } = this;
    return { id, organisation, plan, kind, firstDay, filedAt: inBeijing(this.filedAt), late };
  }
}
