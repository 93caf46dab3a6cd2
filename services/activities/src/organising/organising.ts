import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { activityFacts, ActivityNotFound, type activities, type Call, type InputOf } from '@lianxue/contracts';
import { newId, Store } from '@lianxue/persistence';
import { Activity } from './activity.entity.js';

/** An authority prepares an activity, opens it and closes it. */
@Injectable()
export class Organising {
  constructor(@Inject(Store) private readonly store: Store) {}

  prepare({ id = newId(), organisation, settings }: InputOf<typeof activities.prepareActivity>, call: Call): Promise<Activity> {
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      const activity = Object.assign(new Activity(), { id, organisation, settings });
      return work.insert(activity, activityFacts.prepared, (existing) => isDeepStrictEqual(existing.fact(), activity.fact()));
    });
  }

  change({ activityId, settings }: InputOf<typeof activities.changeActivity>, call: Call): Promise<Activity> {
    return this.move(activityId, 'change', call, (activity) => {
      activity.settings = settings;
    });
  }

  open(activityId: string, call: Call): Promise<Activity> {
    return this.move(activityId, 'open', call);
  }

  close(activityId: string, call: Call): Promise<Activity> {
    return this.move(activityId, 'close', call);
  }

  private move(id: string, move: 'change' | 'open' | 'close', call: Call, apply?: (activity: Activity) => void): Promise<Activity> {
    return this.store.commit(call, async (work) => {
      const activity = await work.target(Activity, id, ActivityNotFound);
      activity.make(move);
      apply?.(activity);
      return work.update(activity, { change: activityFacts.changed, open: activityFacts.opened, close: activityFacts.closed }[move]);
    });
  }
}
