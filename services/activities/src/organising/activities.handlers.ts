import { Controller, Inject } from '@nestjs/common';
import { activities, ActivityNotFound, type Call, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Activity } from './activity.entity.js';
import { activityView } from './activity.view.js';
import { Organising } from './organising.js';
import { templates } from './templates/index.js';

@Controller()
export class ActivitiesHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Organising) private readonly organising: Organising,
  ) {}

  @Handles(activities.activityTemplates)
  async activityTemplates() {
    return { items: templates };
  }

  @Handles(activities.prepareActivity)
  async prepareActivity(input: InputOf<typeof activities.prepareActivity>, call: Call) {
    return activityView(await this.organising.prepare(input, call), call.caller);
  }

  @Handles(activities.activities)
  activities({ status, limit, cursor }: InputOf<typeof activities.activities>, call: Call) {
    const where = status === undefined ? sql`true` : sql`t.status = ${status}`;
    return this.store.page(Activity, call, { where, limit, cursor }, (activity) => activityView(activity, call.caller));
  }

  @Handles(activities.activity)
  async activity({ activityId }: InputOf<typeof activities.activity>, call: Call) {
    return activityView(await this.store.one(Activity, activityId, call, ActivityNotFound), call.caller);
  }

  @Handles(activities.changeActivity)
  async changeActivity(input: InputOf<typeof activities.changeActivity>, call: Call) {
    return activityView(await this.organising.change(input, call), call.caller);
  }

  @Handles(activities.openActivity)
  async openActivity({ activityId }: InputOf<typeof activities.openActivity>, call: Call) {
    return activityView(await this.organising.open(activityId, call), call.caller);
  }

  @Handles(activities.closeActivity)
  async closeActivity({ activityId }: InputOf<typeof activities.closeActivity>, call: Call) {
    return activityView(await this.organising.close(activityId, call), call.caller);
  }
}
