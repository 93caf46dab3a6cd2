import { Column, Entity } from 'typeorm';
import { inBeijing, type UrgingFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** That an organisation was urged 催报 or reminded 提醒; it sees it in its list of urgings. */
@Entity('urging')
export class Urging extends Aggregate<UrgingFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  period!: string;

  @Column('text')
  kind!: UrgingFact['kind'];

  @Column('uuid', { name: 'urged_by', nullable: true })
  urgedBy: string | null = null;

  /** What it says; words somebody wrote stay here. */
  @Column('text', { nullable: true })
  note: string | null = null;

  @Column('timestamptz')
  due!: Date;

  /** When, by the clock that decides what is overdue. */
  @Column('timestamptz')
  at!: Date;

  override fact(): UrgingFact {
    const { id, organisation, period, kind, urgedBy, due } = this;
    return { id, organisation, period, kind, urgedBy, due: inBeijing(due) };
  }
}
