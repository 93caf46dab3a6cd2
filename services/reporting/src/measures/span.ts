import {
  dayInBeijing,
  MeasureSpanUnfit,
  mostDaysByDay,
  mostMeasureDays,
  refuse,
  type Measure,
  type MeasureGroup,
} from '@lianxue/contracts';

/** Some days, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly group: MeasureGroup;
}

/**
 * The days asked for. Of two spans that differ by a little, few people could be told from the difference: so people are counted
 * by whole months, and what happened to them by one month or by a calendar year.
 */
export function spanOf({ group, ...asked }: Asked, { counts, kind }: Measure, now: Date): Span {
  const today = dayInBeijing(now);
  const ofPeople = counts === 'people';
  const byYear = ofPeople && kind === 'happened';
  const to = asked.to ?? (byYear ? `${today.slice(0, 4)}-12-31` : ofPeople ? endOfMonth(today) : today);
  const from = asked.from ?? `${to.slice(0, 4)}-01-01`;
  const days = 1 + (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 1) throw unfit('backwards');
  if (days > (group === 'day' ? mostDaysByDay : mostMeasureDays)) throw unfit('too_long');
  if (ofPeople && (group === 'day' || !from.endsWith('-01') || to !== endOfMonth(to))) throw unfit('whole_months');
  if (byYear && !isOneMonth({ from, to }) && (!from.endsWith('-01-01') || to !== endOfYear(from))) throw unfit('whole_months');
  return { from, to };
}

const unfit = (reason: 'backwards' | 'too_long' | 'whole_months') =>
  refuse(MeasureSpanUnfit, { reason, days: mostMeasureDays, byDay: mostDaysByDay });

export const isOneMonth = ({ from, to }: Span): boolean => from.slice(0, 7) === to.slice(0, 7);

/** The calendar year in which a span begins. */
export const yearOf = ({ from }: Span): Span => ({ from: `${from.slice(0, 4)}-01-01`, to: endOfYear(from) });

const endOfYear = (day: string): string => `${day.slice(0, 4)}-12-31`;

/** The same days a year before; the end of a month stays one. */
export const yearBefore = ({ from, to }: Span): Span => ({
  from: dayBefore(from),
  to: to === endOfMonth(to) ? endOfMonth(dayBefore(to)) : dayBefore(to),
});

/** The 29th of February was the 28th. */
function dayBefore(day: string): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  const before = `${String(Number(year) - 1).padStart(4, '0')}-${month}-`;
  return `${before}${month === '02' && date === '29' ? '28' : date}`;
}

function endOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Every day or month of a span, in order, also those in which nothing happened. */
export function stepsOf({ from, to }: Span, group: 'day' | 'month'): string[] {
  const length = group === 'day' ? 10 : 7;
  const steps = new Set<string>();
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) steps.add(new Date(at).toISOString().slice(0, length));
  return [...steps];
}
