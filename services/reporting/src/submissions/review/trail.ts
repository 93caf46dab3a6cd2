import { inBeijing, type Attachment, type Caller, type Reason, type ReviewStep, type Values } from '@lianxue/contracts';
import { newId, sql, type Store, type Work } from '@lianxue/persistence';
import type { Level } from '../../collecting/windows.js';
import type { Submission } from '../submission.entity.js';

/** One step of a submission's way, as its row holds it: which level decided what, in which role, why and when, on which values. */
export interface Step {
  readonly id: string;
  readonly submission: string;
  readonly round: number;
  readonly level: Level;
  readonly organisation: string;
  readonly on_behalf_of: string | null;
  readonly role: string;
  readonly decision: ReviewStep['decision'];
  readonly reasons: readonly Reason[];
  readonly note: string | null;
  readonly why: string | null;
  readonly document: Values;
  readonly attachments: readonly Attachment[];
  readonly at: Date;
}

/** A step as the submission stands at this moment. */
export function stepOf(
  { id, organisation, round, reasons, note, values, attachments }: Submission,
  { caller, ...step }: Pick<Step, 'level' | 'decision' | 'at'> & { readonly caller: Caller } & Partial<Pick<Step, 'on_behalf_of' | 'why'>>,
): Step {
  const said = step.decision === 'submitted' ? { reasons: [], note: null } : { reasons, note };
  const who = { organisation: caller.organisation ?? organisation, role: caller.role };
  return { id: newId(), submission: id, round, ...who, on_behalf_of: null, why: null, ...said, document: values, attachments, ...step };
}

/** Adds steps to their submissions' ways. */
export async function keep(steps: readonly Step[], work: Work): Promise<void> {
  await work.query(
    `insert into review_step (id, submission, round, level, organisation, on_behalf_of, role, decision, reasons, note, why, document, attachments, at)
     select id, submission, round, level, organisation, on_behalf_of, role, decision, reasons, note, why, document, attachments, at
     from jsonb_populate_recordset(null::review_step, $1::jsonb)`,
    [JSON.stringify(steps)],
  );
}

/** The steps of a submission that the caller has been found to meet, oldest first. */
export async function trailOf(submission: string, store: Store): Promise<ReviewStep[]> {
  const rows = await store.read<Step & Pick<ReviewStep, 'reasons'>>(
    sql`select id, round, level, organisation, on_behalf_of, role, decision, reasons, note, why, document, attachments, at
        from review_step where submission = ${submission} order by id limit 500`,
  );
  return rows.map(({ document, on_behalf_of, attachments, at, ...step }) => ({
    ...step,
    attachments: [...attachments],
    onBehalfOf: on_behalf_of,
    values: document,
    at: inBeijing(at),
  }));
}
