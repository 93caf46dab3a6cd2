import { inBeijing, type DailyReportFact } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 每日报告: what one unit reported on one day of a guard period; filed once. */
@Entity('daily_report')
export class DailyReportEntity extends Aggregate<DailyReportFact> {
  @Column('uuid', { name: 'guard_period' })
  guardPeriod!: string;

  @Column('date')
  day!: string;

  @Column('text')
  kind!: 'zero' | 'incident';

  @Column('timestamptz', { name: 'filed_at' })
  filedAt!: Date;

  @Column('boolean')
  late!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;

  fact(): DailyReportFact {
    const { id, version, organisation, guardPeriod, day, kind, late } = this;
    const [createdAt, updatedAt, filedAt] = [inBeijing(this.createdAt), inBeijing(this.updatedAt), inBeijing(this.filedAt)];
    return { id, version, createdAt, updatedAt, organisation, guardPeriod, day, kind, filedAt, late };
  }
}
