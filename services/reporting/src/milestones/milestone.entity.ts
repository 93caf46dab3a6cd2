import { Column, Entity } from 'typeorm';
import { milestoneLifeCycle, type MilestoneFact, type MilestoneState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** 里程碑: what one organisation has to have done by a day. */
@Entity('milestone')
export class Milestone extends Aggregate<MilestoneFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  plan!: string;

  @Column('text')
  name!: string;

  @Column('date')
  due!: string;

  @Column('text')
  status: MilestoneState = 'open';

  @Column('date', { name: 'done_on', nullable: true })
  doneOn: string | null = null;

  make(move: keyof typeof milestoneLifeCycle.table): void {
    this.status = milestoneLifeCycle.after(this.status, move);
  }

  override fact(): MilestoneFact {
    const { id, organisation, plan, due, status, doneOn } = this;
    return { id, organisation, plan, due, status, doneOn };
  }
}
