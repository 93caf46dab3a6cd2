import { Inject, Injectable } from '@nestjs/common';
import {
  inBeijing,
  ResourceNotFound,
  type Call,
  type ResourceChanges,
  type ResourceSubmission,
  type ResourceReviewStep,
} from '@lianxue/contracts';
import { askingOf, sql, Store } from '@lianxue/persistence';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { changedFiles, compared, publishedRounds, type Compared } from '../files/rounds-of-files.js';
import { changedFields, complete } from './content-fields.js';

interface Row extends Omit<ResourceSubmission, 'submittedAt' | 'decidedAt' | 'steps' | 'organisation'> {
  readonly review_at: string;
  readonly submitted_at: Date;
  readonly decided_at: Date | null;
}

interface StepRow extends Omit<ResourceReviewStep, 'decidedAt'> {
  readonly round: number;
  readonly decided_at: Date;
}

/** Reviewers look back: every round of review, and what changed since the last return. */
@Injectable()
export class Comparing {
  constructor(@Inject(Store) private readonly store: Store) {}

  async submissions(id: string, call: Call): Promise<ResourceSubmission[]> {
    await this.store.one(ResourceEntity, id, call, ResourceNotFound);
    const rows = await this.store.read<Row>(
      sql`select round, review_at, content, submitted_at, decision, reason, codes, decided_at from submission where resource = ${id} order by round desc`,
    );
    const steps = await this.store.read<StepRow>(
      sql`select round, step, name, decision, checked, codes, reason, decided_at from review_step where resource = ${id} order by round, step`,
    );
    return rows.map(({ review_at, content, submitted_at, decided_at, ...row }) => ({
      ...row,
      organisation: review_at,
      content: complete(content),
      submittedAt: inBeijing(submitted_at),
      decidedAt: decided_at && inBeijing(decided_at),
      steps: steps
        .filter(({ round }) => round === row.round)
        .map(({ round: _, decided_at: at, ...step }) => ({ ...step, decidedAt: inBeijing(at) })),
    }));
  }

  /** Since the last return; of a revision that was never returned, since what is published. */
  async changes(id: string, call: Call): Promise<ResourceChanges> {
    const now = await this.store.one(ResourceEntity, id, call, ResourceNotFound);
    const [returned] = await this.store.read<Row>(
      sql`select round, content, reason, decided_at from submission
          where resource = ${id} and decision = 'returned' and submitted_at > coalesce(${now.publishedAt}::timestamptz, '-infinity')
          order by round desc limit 1`,
    );
    if (!returned) {
      const changes = now.revision ? changedFields(now.content, now.revision) : [];
      const [published] = await publishedRounds(id, askingOf(this.store));
      const files = published === undefined ? [] : await this.changedFiles(id, published);
      return { round: null, reason: null, returnedAt: null, changes: [...changes, ...files] };
    }
    const { round, content, reason, decided_at } = returned;
    const changes = [...changedFields(content, now.proposed), ...(await this.changedFiles(id, round))];
    return { round, reason, returnedAt: decided_at && inBeijing(decided_at), changes };
  }

  private async changedFiles(id: string, round: number): Promise<ResourceChanges['changes']> {
    return changedFiles(await this.store.read<Compared>(compared(id, round)));
  }
}
