import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  refuse,
  resourceFacts,
  resourceFields,
  ResourceNothingChanged,
  ResourceNotFound,
  ResourceNotReady,
  ResourceNotYours,
  ResourceOwnReview,
  resourceReviewers,
  type Call,
  type Clock,
  type ResourceContent,
  type ResourceField,
  type Role,
} from '@lianxue/contracts';
import { Store, type Work } from '@lianxue/persistence';
import { ownResource } from '../catalogue/cataloguing.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { missingFields } from './content-fields.js';

const happened = { return: resourceFacts.returned, reject: resourceFacts.rejected, publish: resourceFacts.published } as const;

/** Authors submit, reviewers return, reject or publish, and what is published may be withdrawn. */
@Injectable()
export class Reviewing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  submit(id: string, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const row = await ownResource(work, id, call);
      const returned = row.status === 'returned';
      const { round } = row;
      row.submit();
      const missing = missingFields(row.content);
      if (missing.length > 0) throw refuse(ResourceNotReady, { missing: wordsFor(missing, call), fields: missing });
      if (returned && isDeepStrictEqual(row.content, await contentOfRound(work, id, round))) throw refuse(ResourceNothingChanged);
      await work.query('insert into submission (resource, round, content, submitted_at) values ($1, $2, $3, $4)', [
        row.id,
        row.round,
        JSON.stringify(row.content),
        this.clock.now(),
      ]);
      return work.update(row, resourceFacts.submitted);
    });
  }

  decide(id: string, move: 'return' | 'reject' | 'publish', reason: string | null, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(ResourceEntity, id, ResourceNotFound);
      if (row.author === call.caller.subject) throw refuse(ResourceOwnReview);
      const now = this.clock.now();
      row.decide(move, reason, now);
      await work.query(
        'update submission set decision = $3, reason = $4, reviewer = $5, decided_at = $6 where resource = $1 and round = $2',
        [row.id, row.round, row.lastDecision, reason, call.caller.subject, now],
      );
      return work.update(row, happened[move]);
    });
  }

  withdraw(id: string, reason: string, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(ResourceEntity, id, ResourceNotFound);
      const reviews = (resourceReviewers as readonly Role[]).includes(call.caller.role as Role);
      if (!reviews && row.author !== call.caller.subject) throw refuse(ResourceNotYours);
      row.withdraw(reason);
      return work.update(row, resourceFacts.withdrawn);
    });
  }
}

const wordsFor = (fields: readonly ResourceField[], { language }: Call): string[] => fields.map((field) => resourceFields[field][language]);

async function contentOfRound(work: Work, id: string, round: number): Promise<ResourceContent | undefined> {
  const [submission] = await work.query<{ content: ResourceContent }>('select content from submission where resource = $1 and round = $2', [
    id,
    round,
  ]);
  return submission?.content;
}
