import type { ResourceContent, ResourceReviewStep } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import type { ResourceEntity } from '../catalogue/resource.entity.js';

/** What a reviewer says with a decision. */
export interface Judgement {
  readonly checked: readonly string[];
  readonly codes: readonly string[];
  readonly reason: string | null;
}

interface Decision extends Judgement {
  readonly decision: ResourceReviewStep['decision'];
  readonly by: string;
  readonly at: Date;
}

/** Writes down what the step decided, and with it the round, unless another step follows. */
export async function recordDecision(
  { id, round, reviewStep, reviewSteps }: ResourceEntity,
  { checked, codes, reason, decision, by, at }: Decision,
  work: Work,
): Promise<void> {
  await work.query(
    `insert into review_step (resource, round, step, name, decision, checked, codes, reason, reviewer, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, round, reviewStep, reviewSteps[reviewStep - 1], decision, checked, codes, reason, by, at],
  );
  if (decision === 'passed') return;
  await work.query(
    'update submission set decision = $3, reason = $4, codes = $5, reviewer = $6, decided_at = $7 where resource = $1 and round = $2',
    [id, round, decision, reason, codes, by, at],
  );
}

export async function contentOfRound(work: Work, id: string, round: number): Promise<ResourceContent | undefined> {
  const [submission] = await work.query<{ content: ResourceContent }>('select content from submission where resource = $1 and round = $2', [
    id,
    round,
  ]);
  return submission?.content;
}
