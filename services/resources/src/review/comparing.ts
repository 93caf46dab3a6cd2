import { Inject, Injectable } from '@nestjs/common';
import { inBeijing, ResourceNotFound, type Call, type ResourceChanges, type ResourceSubmission } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { changedFields } from './content-fields.js';

interface Row {
  readonly round: number;
  readonly content: ResourceSubmission['content'];
  readonly submitted_at: Date;
  readonly decision: ResourceSubmission['decision'];
  readonly reason: string | null;
  readonly decided_at: Date | null;
}

/** Reviewers look back: every round of review, and what changed since the last return. */
@Injectable()
export class Comparing {
  constructor(@Inject(Store) private readonly store: Store) {}

  async submissions(id: string, call: Call): Promise<ResourceSubmission[]> {
    await this.store.one(ResourceEntity, id, call, ResourceNotFound);
    const rows = await this.store.read<Row>(
      sql`select round, content, submitted_at, decision, reason, decided_at from submission where resource = ${id} order by round desc`,
    );
    return rows.map(({ round, content, submitted_at, decision, reason, decided_at }) => ({
      round,
      content,
      submittedAt: inBeijing(submitted_at),
      decision,
      reason,
      decidedAt: decided_at && inBeijing(decided_at),
    }));
  }

  async changes(id: string, call: Call): Promise<ResourceChanges> {
    const now = await this.store.one(ResourceEntity, id, call, ResourceNotFound);
    const [returned] = await this.store.read<Row>(
      sql`select round, content, reason, decided_at from submission where resource = ${id} and decision = 'returned' order by round desc limit 1`,
    );
    if (!returned) return { round: null, reason: null, returnedAt: null, changes: [] };
    const { round, content, reason, decided_at } = returned;
    return { round, reason, returnedAt: decided_at && inBeijing(decided_at), changes: changedFields(content, now.content) };
  }
}
