import type { WrongRow } from './running-job.js';

export interface Count {
  added: number;
  changed: number;
  ended: number;
  unchanged: number;
}

export type Counts<C extends string> = Record<C, Count>;

/** What one batch of an import did; added to the whole once its commit is true. */
export class Counting<C extends string, Code extends string = string> {
  readonly counts: Counts<C>;
  readonly errors: (WrongRow & { readonly code: Code })[] = [];

  constructor(private readonly counted: readonly C[]) {
    this.counts = Object.fromEntries(counted.map((what) => [what, none()])) as Counts<C>;
  }

  count(what: C, how: keyof Count): void {
    this.counts[what][how]++;
  }

  wrong({ file, line }: Pick<WrongRow, 'file' | 'line'>, field: string, code: Code): void {
    this.errors.push({ file, line, field, code });
  }

  add(other: Counting<C, Code>): void {
    this.takeUp(this.with(other));
    this.errors.push(...other.errors);
  }

  /** Goes on from what was counted before. */
  takeUp(counts: Counts<C>): void {
    for (const what of this.counted) Object.assign(this.counts[what], counts[what]);
  }

  /** What two have counted together; neither changes. */
  with(other: Counting<C, Code>): Counts<C> {
    const sum = new Counting(this.counted);
    sum.takeUp(this.counts);
    for (const what of this.counted)
      for (const how of Object.keys(sum.counts[what]) as (keyof Count)[]) sum.counts[what][how] += other.counts[what][how];
    return sum.counts;
  }

  /** Everything that is different now. */
  get changed(): number {
    return Object.values<Count>(this.counts).reduce((sum, { added, changed, ended }) => sum + added + changed + ended, 0);
  }
}

const none = (): Count => ({ added: 0, changed: 0, ended: 0, unchanged: 0 });
