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
 * The days asked for. People are counted by whole months: of two spans that differ by a day, one person could be told from the
 * difference.
 */
export function spanOf({ group, ...asked }: Asked, { counts }: Measure, now: Date): Span {
  const today = dayInBeijing(now);
  const ofPeople = counts === 'people';
  const to = asked.to ?? (ofPeople ? endOfMonth(today) : today);
  const from = asked.from ?? `${to.slice(0, 4)}-01-01`;
  const days = 1 + (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 1) throw unfit('backwards');
  if (days > (group === 'day' ? mostDaysByDay : mostMeasureDays)) throw unfit('too_long');
  if (ofPeople && (group === 'day' || !from.endsWith('-01') || to !== endOfMonth(to))) throw unfit('whole_months');
  return { from, to };
}

const unfit = (reason: 'backwards' | 'too_long' | 'whole_months') =>
  refuse(MeasureSpanUnfit, { reason, days: mostMeasureDays, byDay: mostDaysByDay });

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
