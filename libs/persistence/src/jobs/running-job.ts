import { callBy, JobRightsLost, refuse, type Call, type Caller, type Role } from '@lianxue/contracts';
import type { Work } from '../store.js';
import type { Job, OrderedBy } from './job.entity.js';
import type { JobKind } from './job-kind.js';

/** Rows with errors that are kept; whoever sent more has sent the wrong file. */
const keptErrors = 10_000;

/** How long one transaction of a job may take to begin; its length is bounded by the database. */
const stepMs = 10_000;

/** The job was cancelled, or another process has taken it up: this one stops where it stands. */
export class JobGone extends Error {
  constructor() {
    super('The job is no longer ours');
  }
}

/** A row that could not go in. */
export interface WrongRow {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly code: string;
}

/** How far a job is, written in the same transaction as the rows it speaks of. */
export interface Progress {
  readonly cursor?: unknown;
  readonly done?: number;
  readonly total?: number | null;
  /** Found since the last time. */
  readonly errors?: readonly WrongRow[];
}

/** A job while it runs: what its kind works with. */
export class RunningJob {
  constructor(
    private readonly row: Job,
    private readonly kind: JobKind,
    private readonly now: () => Date,
    private readonly signal: AbortSignal,
  ) {}

  get id(): string {
    return this.row.id;
  }

  get organisation(): string {
    return this.row.organisation;
  }

  get input(): Readonly<Record<string, unknown>> {
    return this.row.input;
  }

  get cursor(): unknown {
    return this.row.cursor;
  }

  get confirmed(): boolean {
    return this.row.confirmed;
  }

  get done(): number {
    return this.row.done;
  }

  /** A call on behalf of whoever ordered the job; a new one for each transaction. */
  call(): Call {
    const { orderedBy, input, language, traceparent } = this.row;
    return callBy(callerOf(orderedBy), this.kind.operation, {
      input,
      deadline: Date.now() + stepMs,
      language,
      traceparent: traceparent ?? undefined,
    });
  }

  /** First in each transaction: the job is still ours, and who ordered it still may. */
  async hold(work: Work): Promise<void> {
    if (this.signal.aborted) throw new JobGone();
    const [held] = await work.query<{ state: string; attempt: number }>('select state, attempt from job where id = $1 for update', [
      this.row.id,
    ]);
    if (held?.state !== 'running' || held.attempt !== this.row.attempt) throw new JobGone();
    if (!(await this.kind.isEntitled(callerOf(this.row.orderedBy), work))) throw refuse(JobRightsLost);
  }

  /** Last in each transaction: how far it is now. */
  async advance(
    work: Work,
    { cursor = this.row.cursor, done = this.row.done, total = this.row.total, errors = [] }: Progress,
  ): Promise<void> {
    const rows = new Set(errors.map(({ file, line }) => `${file}:${line}`)).size;
    const [written] = await work.query<{ from: number }>(
      `update job set cursor = $2::jsonb, done = $3, total = $4, error_count = error_count + $5, failures = 0, updated_at = $6 where id = $1
       returning coalesce((select max(position) from job_error where job = $1), 0) as from`,
      [this.row.id, JSON.stringify(cursor ?? null), done, total, rows, this.now()],
    );
    const from = written!.from;
    const kept = errors.slice(0, Math.max(0, keptErrors - from));
    if (kept.length > 0)
      await work.query(
        `insert into job_error (job, position, file, line, field, code)
         select $1, $2 + n, file, line, field, code from unnest($3::text[], $4::int[], $5::text[], $6::text[]) with ordinality as e (file, line, field, code, n)`,
        [
          this.row.id,
          from,
          kept.map(({ file }) => file),
          kept.map(({ line }) => line),
          kept.map(({ field }) => field),
          kept.map(({ code }) => code),
        ],
      );
    Object.assign(this.row, { cursor, done, total });
  }

  /** Names a file the job has made. */
  async made(work: Work, file: { id: string; name: string }): Promise<void> {
    await work.query(`update job set files = files || $2::jsonb where id = $1`, [this.row.id, JSON.stringify([file])]);
  }
}

export function orderedBy({ kind, subject, client, role, organisation, scopes }: Caller): OrderedBy {
  if (kind === 'anyone') throw new Error('Nobody in particular orders no job');
  return { kind, subject, client, role, organisation: organisation ?? null, scopes: [...scopes] };
}

function callerOf({ kind, subject, client, role, organisation, scopes }: OrderedBy): Caller {
  return {
    kind,
    subject,
    client,
    role: role as Role,
    organisation: organisation ?? undefined,
    scopes: new Set(scopes),
    about: [],
  } as unknown as Caller;
}
