import { termTitle, type Calendar } from '@lianxue/contracts';
import type { WindowColumns } from './windows.js';

/** A period by the calendar: from which day to which, and what it is called. */
interface Span {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly name: string;
}

const dayMs = 24 * 3600_000;
const numerals = ['一', '二', '三', '四'];
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day so many days after (or before) another. */
const daysAfter = (day: string, days: number): string => new Date(startOf(day) + days * dayMs).toISOString().slice(0, 10);

/** How many of a kind one year has: four quarters. Terms are as many as the school calendar says. */
export const inOneYear: Record<Calendar['kind'], number> = { month: 12, quarter: 4, halfYear: 2, term: 3, schoolYear: 1 };

/** Whole months from the first of one to the last day of another. */
function months(year: number, first: number, count: number, name: string): Span {
  const last = new Date(Date.UTC(year, first - 1 + count, 0)).toISOString().slice(0, 10);
  return { firstDay: `${year}-${twoDigits(first)}-01`, lastDay: last, name };
}

/** The days of a period that the calendar fixes; a term has none, since each place has its own. */
export function spanOf(kind: Calendar['kind'], year: number, ordinal: number): Partial<Span> & Pick<Span, 'name'> {
  switch (kind) {
    case 'month':
      return months(year, ordinal, 1, `${year}年${ordinal}月`);
    case 'quarter':
      return months(year, 3 * ordinal - 2, 3, `${year}年第${numerals[ordinal - 1]}季度`);
    case 'halfYear':
      return months(year, 6 * ordinal - 5, 6, `${year}年${ordinal === 1 ? '上' : '下'}半年`);
    case 'term':
      return { name: termTitle(year, ordinal) };
    case 'schoolYear':
      return { firstDay: `${year}-09-01`, lastDay: `${year + 1}-08-31`, name: termTitle(year) };
  }
}

/**
 * The day so many days after the last one. Of the days after it only those count that are no holidays: with the first five days of October off,
 * the fifth day after September is the tenth. Days before the end of a period are counted as they come.
 */
function counted(lastDay: string, days: number, holidays: ReadonlySet<string>): string {
  let day = daysAfter(lastDay, Math.min(days, 0));
  for (let left = days; left > 0;) {
    day = daysAfter(day, 1);
    if (!holidays.has(day)) left--;
  }
  return day;
}

/** The windows of a period that ends on this day; `holidays` is empty where nothing is shifted. */
export function windowsBy({ school, county, city, province }: Calendar, lastDay: string, holidays: ReadonlySet<string>): WindowColumns {
  const at = ({ day, time }: { day: number; time: string }): Date => new Date(`${counted(lastDay, day, holidays)}T${time}+08:00`);
  const orNone = (moment: { day: number; time: string } | undefined): Date | null => (moment ? at(moment) : null);
  return {
    opens: at(school.opens),
    schoolDue: at(school.closes),
    countyOpens: orNone(county.opens),
    countyDue: at(county.closes),
    cityOpens: orNone(city.opens),
    cityDue: at(city.closes),
    provinceOpens: orNone(province?.opens),
    provinceDue: orNone(province?.closes),
  };
}
