import type { PeriodExceptionFact } from '@lianxue/contracts';
import { sql, type Sql, type Work } from '@lianxue/persistence';
import { askingWithin, type Asking } from '../submissions/asking.js';
import { levelOf } from '../submissions/chain.js';
import type { Period } from './period.entity.js';
import type { MoreTime, Windows } from './windows.js';

/** Whose windows are asked for, in which period. */
interface Place {
  readonly period: string;
  readonly organisation: string;
}

interface ExceptionInForce extends MoreTime {
  readonly id: string;
  readonly organisation: string;
  readonly acts: PeriodExceptionFact['acts'];
  readonly grantedBy: string;
}

const keyOf = ({ period, organisation }: Place): string => `${period} ${organisation}`;

/**
 * The exceptions that hold for organisations in their periods: their own and those granted to an organisation above them. One that has
 * ended needs no removing: its end is past.
 */
export async function exceptionsFor(places: readonly Place[], ask: Asking): Promise<(place: Place) => readonly ExceptionInForce[]> {
  const rows = await ask<Omit<ExceptionInForce, 'level'> & { period: string; kind: string; below: string }>(
    sql`select e.id, e.period, e.organisation, e.acts, e.until, e.granted_by as "grantedBy", k.kind, o.id as below
        from period_exception e join organisation k on k.id = e.organisation join organisation o on k.path @> o.path
        where e.period = any(${[...new Set(places.map(({ period }) => period))]}::uuid[]) and not e.withdrawn
        and o.id = any(${[...new Set(places.map(({ organisation }) => organisation))]}::uuid[])`,
  );
  const byPlace = new Map<string, ExceptionInForce[]>();
  for (const { kind, below, period, ...exception } of rows) {
    const level = exception.acts === 'filling' ? 'school' : levelOf(kind);
    const key = keyOf({ period, organisation: below });
    if (level) byPlace.set(key, [...(byPlace.get(key) ?? []), { ...exception, level }]);
  }
  return (place) => byPlace.get(keyOf(place)) ?? [];
}

/** Until when exceptions let organisations fill in, as a statement of `id` and `until`; those that have none are not in it. */
export const longerToFillIn = (period: string): Sql => sql`
  select o.id, max(e.until) as until from period_exception e join organisation k on k.id = e.organisation join organisation o on o.path <@ k.path
  where e.period = ${period} and e.acts = 'filling' and not e.withdrawn group by o.id`;

/** The windows of a period for one organisation, exceptions included. */
export async function windowsFor(period: Period, organisation: string, work: Work): Promise<Windows> {
  const place = { period: period.id, organisation };
  return period.windows.with((await exceptionsFor([place], askingWithin(work)))(place));
}
