import {
  inBeijing,
  inWords,
  JobEnded,
  JobNotWaiting,
  JobUnknown,
  platformRefusals,
  refuse,
  type Call,
  type Clock,
  type Job as JobShape,
  type JobState,
} from '@lianxue/contracts';
import type { z } from 'zod';
import type { Database } from '../database/database.js';
import { named } from '../database/statement.js';
import { newId } from '../ids.js';
import type { Cursors } from '../reading/cursor.js';
import { sql } from '../sql.js';
import type { Store, Work } from '../store.js';
import { Job } from './job.entity.js';
import type { JobKind } from './job-kind.js';
import { orderedBy, type WrongRow } from './running-job.js';

type View = z.output<typeof JobShape>;
type State = z.output<typeof JobState>;

/** The order of a list of errors: that in which they were found. */
const byPosition = [{ column: 'position' }];

/** Orders jobs and says how they are getting on. What does them is {@link JobRunner}. */
export class Jobs {
  private readonly kinds = new Map<string, JobKind>();

  constructor(
    private readonly store: Store,
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
    private readonly ordered: () => void,
  ) {}

  /** Registers a kind of job. */
  serve(kind: JobKind): void {
    this.kinds.set(kind.kind, kind);
  }

  kindOf(kind: string): JobKind | undefined {
    return this.kinds.get(kind);
  }

  get any(): boolean {
    return this.kinds.size > 0;
  }

  /** Orders a job within a commit; it begins once that is true. */
  async order(kind: JobKind, organisation: string, input: Record<string, unknown>, work: Work, call: Call): Promise<View> {
    const now = this.clock.now();
    const job = Object.assign(new Job(), {
      id: newId(),
      version: 1,
      organisation,
      createdAt: now,
      updatedAt: now,
      kind: kind.kind,
      state: 'queued' as const,
      input,
      orderedBy: orderedBy(call.caller),
      language: call.language,
      traceparent: call.traceparent ?? null,
      done: 0,
      total: null,
      errorCount: 0,
      waitsFor: null,
      result: null,
      refused: null,
      files: [],
      endedAt: null,
    });
    await work.query(
      `insert into job (id, version, organisation, created_at, updated_at, kind, state, input, ordered_by, language, traceparent,
         attempt, failures, due, done, error_count, confirmed, files)
       values ($1, 1, $2, $3, $3, $4, 'queued', $5::jsonb, $6::jsonb, $7, $8, 0, 0, $3, 0, 0, false, '[]')`,
      [job.id, organisation, now, job.kind, JSON.stringify(input), JSON.stringify(job.orderedBy), job.language, job.traceparent],
    );
    work.note('job.ordered', job.id, { kind: job.kind });
    setTimeout(this.ordered, 20).unref();
    return this.view(job, call);
  }

  async one(id: string, call: Call): Promise<View> {
    return this.view(await this.store.one(Job, id, call, JobUnknown), call);
  }

  list({ state, ...paging }: { state?: State | undefined; limit: number; cursor?: string | undefined }, call: Call) {
    return this.store.page(Job, call, { ...(state && { where: sql`t.state = ${state}` }), ...paging }, (job) => this.view(job, call));
  }

  /** The rows a job could not take, in the order in which they were found. */
  async errors(id: string, { limit, cursor }: { limit: number; cursor?: string | undefined }, call: Call) {
    await this.store.one(Job, id, call, JobUnknown);
    const after = cursor === undefined ? 0 : Number(this.cursors.read(cursor, call, byPosition)[0]);
    const rows = await this.errorsAfter(id, after, limit + 1);
    const items = rows.slice(0, limit).map(({ file, line, field, code }) => ({ file, line, field, code }));
    return { items, ...(rows.length > limit && { next: this.cursors.write([String(rows[limit - 1]!.position)], call, byPosition) }) };
  }

  /** For whoever marks them in a file. */
  errorsAfter(id: string, after: number, limit: number): Promise<(WrongRow & { position: number })[]> {
    return this.database.list(
      named({
        text: 'select position, file, line, field, code from job_error where job = $1 and position > $2 order by position limit $3',
        values: [id, after, limit],
      }),
    );
  }

  confirm(id: string, call: Call): Promise<View> {
    return this.change(id, call, (job) => {
      if (job.state !== 'waiting') throw refuse(JobNotWaiting);
      return { state: 'queued', confirmed: true };
    });
  }

  cancel(id: string, call: Call): Promise<View> {
    return this.change(id, call, (job) => {
      if (job.endedAt !== null) throw refuse(JobEnded);
      return { state: 'cancelled', endedAt: this.clock.now() };
    });
  }

  private async change(id: string, call: Call, decide: (job: Job) => Partial<Job>): Promise<View> {
    const view = await this.store.commit(call, async (work) => {
      const job = await work.one(Job, id, JobUnknown);
      const now = this.clock.now();
      Object.assign(job, decide(job), { waitsFor: null, updatedAt: now });
      await work.query(
        `update job set version = version + 1, state = $2, confirmed = $3, ended_at = $4, waits_for = null, cursor = case when $2 = 'cancelled' then null else cursor end, due = $5, updated_at = $5 where id = $1`,
        [id, job.state, job.confirmed, job.endedAt, now],
      );
      work.note(`job.${job.state === 'cancelled' ? 'cancelled' : 'confirmed'}`, id);
      return this.view(job, call);
    });
    this.ordered();
    return view;
  }

  private view(job: Job, { language }: Call): View {
    const { id, kind, organisation, state, done, total, errorCount, waitsFor, result, files } = job;
    return {
      id,
      kind,
      organisation,
      state,
      done,
      total,
      errorCount,
      waitsFor,
      result,
      refused: job.refused && { code: job.refused.code, detail: this.worded(job, language) },
      files,
      createdAt: inBeijing(job.createdAt),
      updatedAt: inBeijing(job.updatedAt),
      endedAt: job.endedAt && inBeijing(job.endedAt),
    };
  }

  /** A refusal of the operation that ordered it, in words; an accident has none. */
  private worded({ kind, refused }: Job, language: 'zh' | 'en'): string {
    const { code, facts } = refused!;
    const known = [...(this.kinds.get(kind)?.operation.fails ?? []), ...platformRefusals].find((one) => one.code === code);
    if (!known) return language === 'zh' ? '内部错误' : 'An internal error';
    return inWords(known.title, facts, language);
  }
}
