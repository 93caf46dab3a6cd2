import { inBeijing, type Call, type Desk, type Step } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column } from 'typeorm';
import type { z } from 'zod';

export type StepTaken = z.output<typeof Step>;

/** Steps kept of one row: rounds are few, and the audit trail has them all. */
const stepsKept = 50;

/** What goes over desks: papers of a vendor, an app on its way onto the shelf. */
export abstract class OnDesk<F> extends Aggregate<F> {
  @Column('int')
  round = 1;

  /** Why it was returned, until it is accepted. */
  @Column('text', { array: true })
  reasons: string[] = [];

  @Column('jsonb')
  history: StepTaken[] = [];

  @Column('timestamptz', { name: 'desk_since' })
  deskSince: Date = new Date(0);
}

/** Notes a step and begins a new turn: from now on the next one is waited for. */
export function turn(row: OnDesk<unknown>, move: string, { caller }: Call, now: Date, reasons: readonly string[] = []): void {
  const step = { at: inBeijing(now), move, role: caller.role, organisation: caller.organisation ?? null, reasons: [...reasons] };
  row.history = [...row.history, step].slice(-stepsKept);
  row.deskSince = now;
  if (reasons.length > 0) row.reasons = [...reasons];
}

export const deskOf = (role: z.output<typeof Desk>['role'], organisation: string, since: Date): z.output<typeof Desk> => ({
  role,
  organisation,
  since: inBeijing(since),
});
