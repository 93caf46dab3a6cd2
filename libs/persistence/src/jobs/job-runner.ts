import { Logger } from '@nestjs/common';
import { Refusal, type Clock } from '@lianxue/contracts';
import type { Database } from '../database/database.js';
import { named } from '../database/statement.js';
import { isLost } from '../database/troubles.js';
import type { Leadership } from '../leadership.js';
import { Job } from './job.entity.js';
import type { Jobs } from './jobs.js';
import { JobGone, RunningJob } from './running-job.js';

/** Jobs under way at the same time: a province's import must not keep a school's waiting, nor take every connection. */
const atOnce = 2;
const pollMs = 500;
const restMs = 1000;
/** A passing failure is tried again after a second, then two, four … up to a minute. */
const longestRestMs = 60_000;
const mostFailures = 20;
/** An accident is not passing: twice more, in case it was one after all. */
const mostAccidents = 3;
const daysWaiting = 7;
const daysKept = 90;
const forgetEveryMs = 3600_000;

const columns = `id, version, organisation, created_at as "createdAt", updated_at as "updatedAt", kind, state, input, ordered_by as "orderedBy", language,
  traceparent, attempt, failures, due, cursor, done, total, error_count as "errorCount", confirmed, waits_for as "waitsFor", result, refused, files,
  ended_at as "endedAt"`;

/** Running ones that nobody here works on were left by a process that died: whoever holds the lock takes them up where they were. */
const claiming = `update job set state = 'running', attempt = attempt + 1 where id = (
  select id from job where state in ('queued', 'running') and due <= $1 and id <> all($2::uuid[]) order by due, id limit 1 for update skip locked)
returning ${columns}`;

/** Does the jobs of a service: one process at a time, whoever holds the advisory lock. */
export class JobRunner {
  private readonly logger = new Logger('Jobs');
  private readonly active = new Map<string, Promise<void>>();
  private stopping = new AbortController();
  private running: Promise<void> | undefined;
  private wake: () => void = () => {};
  private forgotten = 0;

  constructor(
    private readonly database: Database,
    private readonly leadership: Leadership,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Says that there may be a job to do. */
  poke(): void {
    this.wake();
  }

  start(): void {
    if (!this.jobs.any) return;
    this.stopping = new AbortController();
    this.running ??= this.leadership.hold('jobs', this.stopping.signal, (over) => this.work(over));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    this.running = undefined;
  }

  private async work(lost: AbortSignal): Promise<void> {
    const left = new AbortController();
    const over = AbortSignal.any([lost, left.signal]);
    try {
      while (!over.aborted) {
        // The place is lost with its connection alone: jobs under way go on where the database could not be asked for another.
        await this.look(over).catch((error: Error) => this.logger.warn(`The next look will try again: ${error.message}`));
        await this.pause(pollMs);
      }
    } finally {
      left.abort();
      await Promise.all(this.active.values());
    }
  }

  private async look(over: AbortSignal): Promise<void> {
    await this.forget();
    while (this.active.size < atOnce && !over.aborted && (await this.takeUp(over)));
  }

  private async takeUp(over: AbortSignal): Promise<boolean> {
    const [row] = await this.database.list<Job>(named({ text: claiming, values: [this.clock.now(), [...this.active.keys()]] }));
    if (!row) return false;
    const job = Object.assign(new Job(), row);
    const work = this.run(job, over).finally(() => {
      this.active.delete(job.id);
      this.wake();
    });
    this.active.set(job.id, work);
    return true;
  }

  private async run(job: Job, over: AbortSignal): Promise<void> {
    try {
      const kind = this.jobs.kindOf(job.kind);
      if (!kind) throw new Error(`Nobody here does ${job.kind}`);
      const outcome = await kind.run(new RunningJob(job, kind, () => this.clock.now(), over));
      await this.settle(
        job,
        'result' in outcome ? { state: 'done', result: outcome.result } : { state: 'waiting', waitsFor: outcome.waitsFor },
      );
    } catch (error) {
      if (error instanceof JobGone || over.aborted) return;
      await this.failed(job, error).catch((again: Error) => this.logger.warn(`Job ${job.id}: ${again.message}`));
    }
  }

  private async failed(job: Job, error: unknown): Promise<void> {
    const passing = isLost(error) || (error instanceof Refusal && (error.kind.status >= 500 || error.kind.code === 'version.conflict'));
    if (error instanceof Refusal && !passing)
      return this.settle(job, { state: 'failed', refused: { code: error.kind.code, facts: error.facts as Record<string, unknown> } });
    const failures = await this.failuresOf(job);
    this.logger.warn(
      `Job ${job.id} (${job.kind}) will be tried again: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    if (failures >= (passing ? mostFailures : mostAccidents))
      return this.settle(job, { state: 'failed', refused: { code: 'accident', facts: {} } });
    const rest = Math.min(longestRestMs, restMs * 2 ** Math.max(0, failures - 1));
    await this.write(`state = 'queued', due = $3`, job, [new Date(this.clock.now().getTime() + rest)]);
  }

  /** Counted since it last got on: getting on sets it back to none. */
  private async failuresOf(job: Job): Promise<number> {
    const [row] = await this.write('failures = failures + 1', job, []);
    return row?.failures ?? mostFailures;
  }

  private async settle(
    job: Job,
    { state, result = null, waitsFor = null, refused = null }: Partial<Job> & Pick<Job, 'state'>,
  ): Promise<void> {
    await this.write(
      `version = version + 1, state = $3, result = $4::jsonb, waits_for = $5::jsonb, refused = $6::jsonb, updated_at = $7::timestamptz,
       ended_at = case when $3 = 'waiting' then null else $7::timestamptz end, cursor = case when $3 = 'waiting' then cursor end`,
      job,
      [state, json(result), json(waitsFor), json(refused), this.clock.now()],
    );
  }

  /** Changes the job as long as it is still ours. */
  private write(what: string, { id, attempt }: Job, values: readonly unknown[]): Promise<{ failures: number }[]> {
    return this.database.list(
      named({
        text: `update job set ${what} where id = $1 and attempt = $2 and state = 'running' returning failures`,
        values: [id, attempt, ...values],
      }),
    );
  }

  private async forget(): Promise<void> {
    if (Date.now() - this.forgotten < forgetEveryMs) return;
    this.forgotten = Date.now();
    const now = this.clock.now();
    await this.database.list(
      named({
        text: `update job set state = 'cancelled', ended_at = $1, waits_for = null where state = 'waiting' and updated_at < $1::timestamptz - interval '${daysWaiting} days'`,
        values: [now],
      }),
    );
    await this.database.list(
      named({
        text: `delete from job where id = any(array(select id from job where state in ('done', 'failed', 'cancelled') and updated_at < $1::timestamptz - interval '${daysKept} days' limit 100))`,
        values: [now],
      }),
    );
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => (clearTimeout(timer), resolve());
    });
  }
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
