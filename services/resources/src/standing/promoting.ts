import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  holdToReady,
  refuse,
  resourceFacts,
  resourceLifeCycle,
  ResourceNotFound,
  ResourceNothingChanged,
  ResourceNotNextTier,
  ResourceNotYours,
  reviewLifeCycle,
  type Call,
  type Clock,
  type ResourceContent,
} from '@lianxue/contracts';
import { askingWithin, Store, type Work } from '@lianxue/persistence';
import { remember } from '../catalogue/provenance.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { filesDiffer } from '../files/rounds-of-files.js';
import { enterReview } from '../review/entering.js';
import { ruleAt } from '../review/rules.js';
import { atOrBelow, nextTier, standingsOf } from './tiers.js';

/** 个人 → 校 → 县 → 市 → 省: the same resource goes to the tier above, which reviews it by its own rule. */
@Injectable()
export class Promoting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  putForward(id: string, organisation: string, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const ask = askingWithin(work);
      const row = await work.target(ResourceEntity, id, ResourceNotFound);
      resourceLifeCycle.after(row.status, 'putForward');
      row.reviewState = reviewLifeCycle.after(row.reviewState, 'putForward');
      const highest = (await standingsOf([id], ask)).filter(({ status }) => status === 'published').at(-1)!;
      const { subject, organisation: acting } = call.caller;
      const speaks = row.author === subject || (await atOrBelow([highest.organisation], acting!, ask)).has(highest.organisation);
      if (!speaks) throw refuse(ResourceNotYours);
      const next = await nextTier(highest.organisation, ask);
      if (next === null || next !== organisation) throw refuse(ResourceNotNextTier, { next });
      holdToReady(row.proposed, call.language);
      const rejected = await rejectedThere(row, next, work);
      const isAsRejected = rejected && isDeepStrictEqual(row.proposed, rejected.content) && !(await filesDiffer(row, rejected.round, ask));
      if (isAsRejected) throw refuse(ResourceNothingChanged);
      await enterReview(row, await ruleAt(next, ask), this.clock.now(), work);
      await work.update(row, resourceFacts.putForward);
      await remember(row, 'putForward', { organisation: highest.organisation, details: { to: next } }, work);
      return row;
    });
  }
}

interface Round {
  readonly round: number;
  readonly content: ResourceContent;
}

/** What this tier rejected last, where it did. */
async function rejectedThere({ id }: ResourceEntity, tier: string, work: Work): Promise<Round | undefined> {
  const [last] = await work.query<Round & { decision: string | null }>(
    'select round, content, decision from submission where resource = $1 and review_at = $2 order by round desc limit 1',
    [id, tier],
  );
  return last?.decision === 'rejected' ? last : undefined;
}
