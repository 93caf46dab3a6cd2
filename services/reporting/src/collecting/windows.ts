import { inBeijing, PeriodClosed, PeriodNotOpen, refuse, type Period, type Refusal, type ReviewLevel } from '@lianxue/contracts';

/** The windows of a period as its row holds them. */
export interface WindowColumns {
  readonly opens: Date;
  readonly schoolDue: Date;
  readonly countyDue: Date;
  readonly cityDue: Date;
  readonly provinceDue: Date | null;
  /** When a level begins to review; as soon as a school submits 预审 where there is none. */
  readonly countyOpens?: Date | null;
  readonly cityOpens?: Date | null;
  readonly provinceOpens?: Date | null;
}

export type Level = 'school' | ReviewLevel;
export const levels: readonly Level[] = ['school', 'county', 'city', 'province'];

/** More time than the period gives a level, by an exception. */
export interface MoreTime {
  readonly level: Level;
  readonly until: Date;
}

const latest = (first: Date, ...others: readonly Date[]): Date => others.reduce((last, one) => (one > last ? one : last), first);

/** When each level may act in a period: data of the period, compared with the clock and nothing else. */
export class Windows {
  constructor(
    private readonly columns: WindowColumns,
    private readonly moreTime: readonly MoreTime[] = [],
  ) {}

  /** The same windows for an organisation that has more time. */
  with(moreTime: readonly MoreTime[]): Windows {
    return moreTime.length === 0 ? this : new Windows(this.columns, [...this.moreTime, ...moreTime]);
  }

  opens(level: Level): Date {
    const { opens, countyOpens, cityOpens, provinceOpens } = this.columns;
    return { school: null, county: countyOpens, city: cityOpens, province: provinceOpens }[level] ?? opens;
  }

  /** Whoever reviews has at least as long as those below may take. */
  due(level: Level): Date {
    const { schoolDue, countyDue, cityDue, provinceDue } = this.columns;
    const usual = { school: schoolDue, county: countyDue, city: cityDue, province: provinceDue ?? cityDue }[level];
    const upTo = levels.slice(0, levels.indexOf(level) + 1);
    return latest(usual, ...this.moreTime.filter((more) => upTo.includes(more.level)).map(({ until }) => until));
  }

  stateAt(now: Date): Period['state'] {
    if (now < this.columns.opens) return 'upcoming';
    if (now <= this.due('school')) return 'filling';
    return now <= this.due('province') ? 'reviewing' : 'closed';
  }

  /** Why this level may not act now: it opens later, or is closed since. Nothing while it is open. */
  objection(level: Level, now: Date): Refusal | undefined {
    if (now < this.opens(level)) return refuse(PeriodNotOpen, { opens: inBeijing(this.opens(level)) });
    if (now > this.due(level)) return refuse(PeriodClosed, { level, closed: inBeijing(this.due(level)) });
    return undefined;
  }

  isOpenFor(level: Level, now: Date): boolean {
    return this.objection(level, now) === undefined;
  }

  /** Refuses unless this level may act now. */
  holdOpenFor(level: Level, now: Date): void {
    const objection = this.objection(level, now);
    if (objection) throw objection;
  }

  /** The same windows with no level ending before this instant. */
  prolongedTo(until: Date): Windows {
    return this.with([{ level: 'school', until }]);
  }
}
