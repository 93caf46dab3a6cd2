import type { Call } from '@lianxue/contracts';
import type { Work } from '../store.js';
import type { Counting, Counts } from './counting.js';
import type { RunningJob, WrongRow } from './running-job.js';

/** What commits the steps of an import: the store, or what commits through it and hands the rule more. */
interface Committing<M extends unknown[]> {
  commit<T>(call: Call, rule: (work: Work, ...more: M) => Promise<T>): Promise<T>;
}

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
export class JobSteps<C extends string, M extends unknown[] = []> {
  private place: Place<C>;

  constructor(
    private readonly job: RunningJob,
    private readonly store: Committing<M>,
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
    errors: readonly WrongRow[],
    rule: (work: Work, ...more: M) => Promise<Counting<C>>,
    /** What is written down beside how far it is, in a dry run too. */
    beside: (work: Work) => Promise<void> = async () => undefined,
  ): Promise<void> {
    const advance = async (work: Work, tally: Counting<C>) => {
      await beside(work);
      const counts = this.total.with(tally);
      await this.job.advance(work, { cursor: { part, row, counts }, done: this.job.done + seen, errors: [...errors, ...tally.errors] });
    };
    const tally = await this.store
      .commit(this.job.call(), async (work, ...more) => {
        await this.job.hold(work);
        await work.query(byIndex);
        const tally = await rule(work, ...more);
        if (this.dry) throw new OnlyTried(tally);
        await advance(work, tally);
        return tally;
      })
      .catch(async (error: unknown) => {
        if (!(error instanceof OnlyTried)) throw error;
        const { tally } = error as OnlyTried<C>;
        await this.store.commit(this.job.call(), (...[work]) => advance(work, tally));
        return tally;
      });
    this.total.add(tally);
    this.place = { part, row, counts: this.total.counts };
  }
}
