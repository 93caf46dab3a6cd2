import { inBeijing, PeriodClosed, PeriodNotOpen, refuse, type Period, type Refusal, type ReviewLevel } from '@lianxue/contracts';

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

  /** Why this level may not act now: it opens later, or is closed since. Nothing while it is open. */
  objection(level: Level, now: Date): Refusal | undefined {
    if (now < this.columns.opens) return refuse(PeriodNotOpen, { opens: inBeijing(this.columns.opens) });
    if (now > this.due(level)) return refuse(PeriodClosed, { level, closed: inBeijing(this.due(level)) });
    return undefined;
  }

  /** Refuses unless this level may act now. */
  holdOpenFor(level: Level, now: Date): void {
    const objection = this.objection(level, now);
    if (objection) throw objection;
  }

  /** The same windows with no level ending before this instant. */
  prolongedTo(until: Date): Windows {
    const later = (due: Date): Date => (due < until ? until : due);
    const { opens, schoolDue, countyDue, cityDue, provinceDue } = this.columns;
    return new Windows({
      opens,
      schoolDue: later(schoolDue),
      countyDue: later(countyDue),
      cityDue: later(cityDue),
      provinceDue: provinceDue && later(provinceDue),
    });
  }
}
