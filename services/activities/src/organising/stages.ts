import {
  ActivityNotRunning,
  ActivityStageClosed,
  ActivityStageNotOpen,
  inBeijing,
  refuse,
  type ActivitySettings,
  type ActivityStage,
  type ActivityState,
} from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';

/** What the steps of an entry need to know of its activity. */
export interface ActivityTerms {
  readonly id: string;
  /** The organiser. */
  readonly organisation: string;
  readonly status: ActivityState;
  readonly settings: ActivitySettings;
}

/** The activity of a row the caller has been found to meet; read without a lock, since a thousand entries share it. */
export async function activityOf(row: { readonly activity: string }, work: Work): Promise<ActivityTerms> {
  const [activity] = await work.query<ActivityTerms>('select id, organisation, status, settings from activity where id = $1', [
    row.activity,
  ]);
  return activity!;
}

export function holdRunning({ status }: ActivityTerms): void {
  if (status !== 'open') throw refuse(ActivityNotRunning);
}

/** Refuses unless the activity runs and this stage of it is open. */
export function holdOpen(activity: ActivityTerms, stage: ActivityStage, now: Date): void {
  holdRunning(activity);
  const opens = new Date(activity.settings.windows[stage].opens);
  const closes = new Date(activity.settings.windows[stage].closes);
  if (now < opens) throw refuse(ActivityStageNotOpen, { stage, opens: inBeijing(opens) });
  if (now > closes) throw refuse(ActivityStageClosed, { stage, closed: inBeijing(closes) });
}
