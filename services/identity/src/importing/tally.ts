import type { RowErrorFound, Place, RowErrorCode } from './row-errors.js';

export interface Count {
  added: number;
  changed: number;
  ended: number;
  unchanged: number;
}

export type Counted = 'people' | 'posts' | 'terms' | 'courses' | 'classes' | 'enrolments';

export type Counts = Record<Counted, Count>;

/** What one batch did; added to the whole once its commit is true. */
export class Tally {
  readonly counts: Counts = { people: none(), posts: none(), terms: none(), courses: none(), classes: none(), enrolments: none() };
  readonly errors: RowErrorFound[] = [];

  count(what: Counted, how: keyof Count): void {
    this.counts[what][how]++;
  }

  wrong({ file, line }: Place, field: string, code: RowErrorCode): void {
    this.errors.push({ file, line, field, code });
  }

  add(other: Tally): void {
    for (const what of Object.keys(this.counts) as Counted[]) {
      for (const how of Object.keys(this.counts[what]) as (keyof Count)[]) this.counts[what][how] += other.counts[what][how];
    }
    this.errors.push(...other.errors);
  }

  /** Goes on from what was counted before. */
  takeUp(counts: Counts): void {
    for (const what of Object.keys(this.counts) as Counted[]) Object.assign(this.counts[what], counts[what]);
  }

  /** What two have counted together; neither changes. */
  static sum(one: Tally, other: Tally): Counts {
    const sum = new Tally();
    sum.takeUp(one.counts);
    for (const what of Object.keys(sum.counts) as Counted[])
      for (const how of Object.keys(sum.counts[what]) as (keyof Count)[]) sum.counts[what][how] += other.counts[what][how];
    return sum.counts;
  }

  /** Everything that is different now. */
  get changed(): number {
    return Object.values(this.counts).reduce((sum, { added, changed, ended }) => sum + added + changed + ended, 0);
  }
}

const none = (): Count => ({ added: 0, changed: 0, ended: 0, unchanged: 0 });
