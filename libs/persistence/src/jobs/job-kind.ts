import type { AnyOperation, Caller, Statements } from '@lianxue/contracts';
import type { RunningJob } from './running-job.js';

/** How a run of a job ends: with what it did, or with a question that a person has to answer before it goes on. */
export type Outcome = { readonly result: Record<string, unknown> } | { readonly waitsFor: Record<string, unknown> };

/** One kind of long work: what a service registers with {@link Jobs}. */
export interface JobKind {
  readonly kind: string;
  /** The operation that orders it; what it does is done, and audited, under its scope. */
  readonly operation: AnyOperation;
  /** Whether whoever ordered it would still be let in now: asked again in each of its transactions. */
  isEntitled(caller: Caller, statements: Statements): Promise<boolean>;
  /** Does the work from the job's cursor on. A passing failure runs it again later; a refusal ends it. */
  run(job: RunningJob): Promise<Outcome>;
}
