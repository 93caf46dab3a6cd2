import { inBeijing, type Caller, type ReviewStep } from '@lianxue/contracts';
import { newId, sql, type Store, type Work } from '@lianxue/persistence';
import type { Level } from '../collecting/windows.js';
import type { Submission } from './submission.entity.js';

interface StepRow extends Omit<ReviewStep, 'at' | 'values'> {
  readonly document: ReviewStep['values'];
  readonly at: Date;
}

/** Adds a step to a submission's way: which level decided what, in which role, why and when, on which values. */
export async function note(
  step: { submission: Submission; level: Level; decision: ReviewStep['decision']; caller: Caller; at: Date },
  work: Work,
): Promise<void> {
  const { submission, level, decision, caller, at } = step;
  const { id, organisation, round, values } = submission;
  const [reasons, remark] = decision === 'submitted' ? [[], null] : [submission.reasons, submission.note];
  await work.query(
    `insert into review_step (id, submission, round, level, organisation, role, decision, reasons, note, document, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      newId(),
      id,
      round,
      level,
      caller.organisation ?? organisation,
      caller.role,
      decision,
      JSON.stringify(reasons),
      remark,
      JSON.stringify(values),
      at,
    ],
  );
}

/** The steps of a submission that the caller has been found to meet, oldest first. */
export async function trailOf(submission: string, store: Store): Promise<ReviewStep[]> {
  const rows = await store.read<StepRow>(
    sql`select id, round, level, organisation, role, decision, reasons, note, document, at from review_step where submission = ${submission} order by id limit 500`,
  );
  return rows.map(({ document, at, ...step }) => ({ ...step, values: document, at: inBeijing(at) }));
}
