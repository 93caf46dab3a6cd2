import type { Work } from '@lianxue/persistence';
import type { RunningJob } from '@lianxue/persistence';
import type { Revocations } from '../signing-in/revocations.js';
import { type Revoked } from '../signing-in/revocations.js';
import type { RowErrorFound } from './row-errors.js';
import type { Counting, Counts } from './tally.js';

/** Where an import goes on, and what it did before. */
interface Place<C extends string> {
  readonly part: number;
  readonly row: number;
  readonly counts: Counts<C>;
}

/**
 * A step asks for few rows by their indexes. A plan that was made while the tables were empty, and is kept, would read them whole
 * each time; one made anew for every statement would be made anew for every reference of every row, too.
 */
const byIndex = `select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`;

/** Undoes what a dry run did. */
class OnlyTried<C extends string> extends Error {
  constructor(readonly tally: Counting<C>) {
    super('Only tried');
  }
}

/** The transactions of an import that runs as a job: each writes rows and how far it is, or, in a dry run, only the latter. */
export class JobSteps<C extends string> {
  private place: Place<C>;

  constructor(
    private readonly job: RunningJob,
    private readonly revocations: Revocations,
    private readonly dry: boolean,
    /** What it has done, this run and those before it. */
    readonly total: Counting<C>,
  ) {
    const kept = job.cursor as Place<C> | null;
    if (kept) this.total.takeUp(kept.counts);
    this.place = kept ?? { part: 0, row: 0, counts: this.total.counts };
  }

  get begun(): boolean {
    return this.place.part > 0 || this.place.row > 0;
  }

  /** How many rows of this part an earlier run has behind it. */
  behind(part: number): number {
    if (part < this.place.part) return Infinity;
    return part === this.place.part ? this.place.row : 0;
  }

  /** One transaction: rows of a part up to `row`, with `seen` rows more than before. */
  async step(
    part: number,
    row: number,
    seen: number,
    errors: readonly RowErrorFound[],
    rule: (work: Work, revoke: (revoked: Revoked) => void) => Promise<Counting<C>>,
  ): Promise<void> {
    const advance = async (work: Work, tally: Counting<C>) => {
      const counts = this.total.with(tally);
      await this.job.advance(work, { cursor: { part, row, counts }, done: this.job.done + seen, errors: [...errors, ...tally.errors] });
    };
    const tally = await this.revocations
      .commit(this.job.call(), async (work, revoke) => {
        await this.job.hold(work);
        await work.query(byIndex);
        const tally = await rule(work, revoke);
        if (this.dry) throw new OnlyTried(tally);
        await advance(work, tally);
        return tally;
      })
      .catch(async (error: unknown) => {
        if (!(error instanceof OnlyTried)) throw error;
        const { tally } = error as OnlyTried<C>;
        await this.revocations.commit(this.job.call(), (work) => advance(work, tally));
        return tally;
      });
    this.total.add(tally);
    this.place = { part, row, counts: this.total.counts };
  }
}
