import type { ProgressReportKind } from '@lianxue/contracts';

/** The days a report is about, the first and the last. */
export interface Span {
  readonly firstDay: string;
  readonly lastDay: string;
}

const dayMs = 24 * 3600_000;
const written = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The week from Monday, or the month, in which a day lies. Days are calendar days and know no clock. */
export function spanOf(kind: ProgressReportKind, day: string): Span {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (kind === 'weekly') {
    const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs;
    return { firstDay: written(monday), lastDay: written(monday + 6 * dayMs) };
  }
  const [year, month] = [new Date(at).getUTCFullYear(), new Date(at).getUTCMonth()];
  return { firstDay: written(Date.UTC(year, month, 1)), lastDay: written(Date.UTC(year, month + 1, 0)) };
}

/** The last whole week or month before a day. */
export const spanBefore = (kind: ProgressReportKind, day: string): Span =>
  spanOf(kind, written(Date.parse(`${spanOf(kind, day).firstDay}T00:00:00Z`) - dayMs));
