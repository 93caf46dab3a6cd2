import { inBeijing, subscriptionLife, type Caller } from '@lianxue/contracts';
import type { Progress } from './progress.js';
import type { SubscriptionRecord } from './subscription.entity.js';

export const subscriptionView = (row: SubscriptionRecord, { position, last, dueAt, failingSince }: Progress, caller: Caller) => ({
  id: row.id,
  version: row.version,
  createdAt: inBeijing(row.createdAt),
  updatedAt: inBeijing(row.updatedAt),
  client: row.client,
  organisation: row.organisation,
  url: row.url,
  types: row.types,
  below: row.below,
  note: row.note,
  state: row.state,
  moves: caller.role === 'app' || caller.role === 'vendor' ? subscriptionLife.movesFor(row.state, caller) : [],
  failingSince: failingSince && inBeijing(failingSince),
  nextAttemptAt: failingSince && row.state === 'active' ? inBeijing(dueAt) : null,
  position,
  waiting: last - position,
});
