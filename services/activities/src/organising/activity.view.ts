import { activityLifeCycle, inBeijing, type Activity as ActivityView, type Caller } from '@lianxue/contracts';
import type { Aggregate } from '@lianxue/persistence';
import type { Activity } from './activity.entity.js';

/** What every item carries besides its fact. */
export const itemOf = ({ id, version, createdAt, updatedAt }: Aggregate) => ({
  id,
  version,
  createdAt: inBeijing(createdAt),
  updatedAt: inBeijing(updatedAt),
});

/** Only the organiser's own people are offered the organiser's moves. */
export function activityView(activity: Activity, caller: Caller): ActivityView {
  const moves = caller.organisation === activity.organisation ? activityLifeCycle.movesFor(activity.status, caller) : [];
  return { ...activity.fact(), ...itemOf(activity), moves };
}
