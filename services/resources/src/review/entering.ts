import type { ReviewRule } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import type { ResourceEntity } from '../catalogue/resource.entity.js';
import { dueAfter } from './rules.js';

/** A round begins at the first step of the tier; what is submitted is kept as it is. */
export async function enterReview(row: ResourceEntity, rule: ReviewRule, now: Date, work: Work): Promise<void> {
  row.round += 1;
  Object.assign(row, { reviewAt: rule.organisation, reviewStep: 1, reviewSteps: rule.steps, reviewDue: dueAfter(rule, now) });
  await work.query('insert into submission (resource, round, review_at, content, submitted_at, codes) values ($1, $2, $3, $4, $5, $6)', [
    row.id,
    row.round,
    rule.organisation,
    JSON.stringify(row.proposed),
    now,
    [],
  ]);
}
