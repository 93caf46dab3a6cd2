import { Column, Entity } from 'typeorm';
import {
  activityLifeCycle,
  activityStages,
  inBeijing,
  type ActivityFact,
  type ActivitySettings,
  type ActivityState,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import type { ActivityTerms } from './stages.js';

/** What people take part in 活动; those below its organiser meet it once it is no draft any more. */
@Entity('activity')
export class Activity extends Aggregate<ActivityFact> implements ActivityTerms {
  static readonly reach: ReachColumns = { handedDown: `t.status <> 'draft'` };

  @Column('text')
  status: ActivityState = 'draft';

  /** All an administrator may choose, with the windows as they were given. */
  @Column('jsonb')
  settings!: ActivitySettings;

  make(move: keyof typeof activityLifeCycle.table): void {
    this.status = activityLifeCycle.after(this.status, move);
  }

  override fact(): ActivityFact {
    const { id, organisation, status, settings } = this;
    const windows = Object.fromEntries(
      activityStages.map((stage) => {
        const { opens, closes } = settings.windows[stage];
        return [stage, { opens: inBeijing(new Date(opens)), closes: inBeijing(new Date(closes)) }];
      }),
    ) as ActivityFact['windows'];
    return { id, organisation, ...settings, windows, status };
  }
}
