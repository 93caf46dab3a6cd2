import { inBeijing, PeriodClosed, PeriodNotOpen, refuse, type Period, type ReviewLevel } from '@lianxue/contracts';

/** The due times of a period as its row holds them. */
export interface WindowColumns {
  readonly opens: Date;
  readonly schoolDue: Date;
  readonly countyDue: Date;
  readonly cityDue: Date;
  readonly provinceDue: Date | null;
}

export type Level = 'school' | ReviewLevel;

/** When each level may act in a period: data of the period, compared with the clock and nothing else. */
export class Windows {
  constructor(private readonly columns: WindowColumns) {}

  due(level: Level): Date {
    const { schoolDue, countyDue, cityDue, provinceDue } = this.columns;
    return { school: schoolDue, county: countyDue, city: cityDue, province: provinceDue ?? cityDue }[level];
  }

  stateAt(now: Date): Period['state'] {
    if (now < this.columns.opens) return 'upcoming';
    if (now <= this.due('school')) return 'filling';
    return now <= this.due('province') ? 'reviewing' : 'closed';
  }

  isOpenFor(level: Level, now: Date): boolean {
    return now >= this.columns.opens && now <= this.due(level);
  }

  /** Refuses, saying when it opens or since when it is closed. */
  holdOpenFor(level: Level, now: Date): void {
    if (now < this.columns.opens) throw refuse(PeriodNotOpen, { opens: inBeijing(this.columns.opens) });
    if (now > this.due(level)) throw refuse(PeriodClosed, { level, closed: inBeijing(this.due(level)) });
  }
}
