import { dayInBeijing } from '@lianxue/contracts';

/** Days ahead at which a lapse is told. */
export const noticeDays = [60, 30, 7] as const;

interface Filed {
  readonly filingNumber: string | null;
  readonly filingUntil: string | null;
}

const dayMs = 24 * 3600_000;

export function filingView({ filingNumber: number, filingUntil: until }: Filed, now: Date) {
  if (number === null) return { number, until, state: 'none' as const };
  if (until === null) return { number, until, state: 'valid' as const };
  if (until < dayInBeijing(now)) return { number, until, state: 'lapsed' as const };
  const soon = until < dayInBeijing(new Date(now.getTime() + noticeDays[0] * dayMs));
  return { number, until, state: soon ? ('lapsing' as const) : ('valid' as const) };
}
