import { resourceFacts, type ReviewRule } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import type { ResourceEntity } from '../catalogue/resource.entity.js';
import { shelve } from '../standing/shelving.js';
import { enterReview } from './entering.js';

/**
 * A tier shows at once what it takes as reviewed: by a call's reviewers, by another platform. Its round is written down all the same,
 * already decided: what it has by now is what readers keep until something else is reviewed.
 */
export async function publishAtOnce(
  row: ResourceEntity,
  rule: ReviewRule,
  { now, reason }: { readonly now: Date; readonly reason: string | null },
  work: Work,
): Promise<void> {
  await enterReview(row, rule, now, work);
  await work.query(`update submission set decision = 'published', reason = $3, decided_at = $4 where resource = $1 and round = $2`, [
    row.id,
    row.round,
    reason,
    now,
  ]);
  await shelve(row, rule, now, work);
  row.status = 'published';
  row.decided('published', reason);
  await work.update(row, resourceFacts.published);
}
