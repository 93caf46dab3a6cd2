import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  EntryAtTop,
  EntryElsewhere,
  entryFacts,
  EntryNotFound,
  QuotaExceeded,
  refuse,
  type Call,
  type Caller,
  type Clock,
} from '@lianxue/contracts';
import { Store, type Work } from '@lianxue/persistence';
import { activityOf, holdOpen, type ActivityTerms } from '../organising/stages.js';
import { useOne } from './allowance.js';
import { Entry } from './entry.entity.js';
import { stationAfter } from './tiers.js';

/** Each tier recommends to the next, within its quota. */
@Injectable()
export class Recommending {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  recommend(entryId: string, call: Call): Promise<Entry> {
    return this.store.commit(call, async (work) => {
      const entry = await work.target(Entry, entryId, EntryNotFound);
      entry.make('recommend');
      if (entry.isAtOrganiser) throw refuse(EntryAtTop);
      if (!standsWith(entry, call.caller)) throw await elsewhere(entry, work);
      const activity = await activityOf(entry, work);
      holdOpen(activity, 'recommendation', this.clock.now());
      await spend(entry, activity, work);
      const { organisation, tier } = await stationAfter(entry.tier, entry.organisation, activity, work);
      Object.assign(entry, { standsWith: organisation, tier });
      return work.update(entry, entryFacts.recommended);
    });
  }
}

/** A school's administrator speaks for what lies below the school too: a central school for its teaching points. */
export const standsWith = (entry: Entry, { organisation, role }: Caller): boolean =>
  entry.standsWith === organisation || (entry.tier === 'school' && role === 'schoolAdmin');

async function elsewhere({ standsWith: id, tier }: Entry, work: Work) {
  const [holder] = await work.query<{ name: string }>('select name from organisation where id = $1', [id]);
  return refuse(EntryElsewhere, { organisation: holder?.name ?? '', tier });
}

async function spend({ tier, group, standsWith: holder }: Entry, { id, settings }: ActivityTerms, work: Work): Promise<void> {
  const quota = settings.quotas.find((each) => each.tier === tier && each.group === group)?.quota;
  if (quota === undefined) return;
  const use = await useOne({ activity: id, purpose: `recommend:${tier}:${group}`, holder, limit: quota }, work);
  if (use.usedUp) throw refuse(QuotaExceeded, { quota, used: use.used, tier, group });
}
