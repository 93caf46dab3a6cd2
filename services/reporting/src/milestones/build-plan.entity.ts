import { Column, Entity } from 'typeorm';
import type { BuildPlanFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** 建设计划; those below who leads it may read it. */
@Entity('build_plan')
export class BuildPlan extends Aggregate<BuildPlanFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('text')
  name!: string;

  @Column('date', { name: 'first_day' })
  firstDay!: string;

  @Column('date', { name: 'last_day' })
  lastDay!: string;

  @Column('text', { array: true })
  reports!: BuildPlanFact['reports'];

  override fact(): BuildPlanFact {
    const { id, organisation, name, firstDay, lastDay, reports } = this;
    return { id, organisation, name, firstDay, lastDay, reports };
  }
}
