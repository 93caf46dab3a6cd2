import type { HoldingUseFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 领用: copies taken out for a lesson. */
@Entity('holding_use')
export class HoldingUse extends Aggregate<HoldingUseFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  holding!: string;

  @Column('uuid', { name: 'taken_by' })
  takenBy!: string;

  @Column('int')
  copies!: number;

  @Column('uuid', { name: 'school_class', nullable: true })
  schoolClass!: string | null;

  @Column('text', { name: 'class_name', nullable: true })
  className!: string | null;

  @Column('text')
  lesson!: string;

  @Column('int')
  periods!: number;

  @Column('date')
  day!: string;

  @Column('date')
  due!: string;

  @Column('int')
  returned = 0;

  @Column('int')
  lost = 0;

  @Column('text')
  status: HoldingUseFact['status'] = 'out';

  /** Whether it was told that it is overdue. */
  @Column('boolean')
  told = false;

  isOverdue(today: string): boolean {
    return this.status === 'out' && this.due < today;
  }

  /** All that was taken is accounted for. */
  settle(): void {
    this.status = 'back';
  }

  override fact(): HoldingUseFact {
    const { id, organisation, holding, copies, schoolClass, periods, day, due, returned, lost, status } = this;
    return { id, organisation, holding, copies, schoolClass, periods, day, due, returned, lost, status };
  }
}
