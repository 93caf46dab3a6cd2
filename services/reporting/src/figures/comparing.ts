import type { FigureComparison, FigureTerms } from '@lianxue/contracts';
import { millionths, numberOf, percentOf } from './decimal.js';

/** A value beside an earlier one 环比、同比; null where there was no such period. */
export function comparedWith(before: string | null | undefined, now: string | null): FigureComparison | null {
  if (before === undefined) return null;
  if (before === null || now === null) return { value: before === null ? null : Number(before), change: null, changePercent: null };
  const [was, is] = [millionths(before), millionths(now)];
  return { value: Number(before), change: numberOf(is - was), changePercent: percentOf(is - was, was < 0n ? -was : was) };
}

/** One more than how many are better; equal values share a rank. What has no direction has no rank, nor has what has no value. */
export function ranksOf(values: ReadonlyMap<string, string | null>, direction: FigureTerms['direction']): ReadonlyMap<string, number> {
  if (direction === 'neutral') return new Map();
  const given = [...values].flatMap(([line, value]) => (value === null ? [] : [{ line, value: millionths(value) }]));
  const isBetter = (one: bigint, other: bigint) => (direction === 'higherBetter' ? one > other : one < other);
  return new Map(given.map(({ line, value }) => [line, 1 + given.filter((other) => isBetter(other.value, value)).length]));
}
