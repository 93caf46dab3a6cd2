import type { ChangeSince, Difference, Values } from '@lianxue/contracts';
import { Fraction } from '../rules/language/fraction.js';
import { changeFrom } from '../rules/language/functions.js';

/** Field by field, what is not the same. */
export function differences(before: Values, after: Values): Difference[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((difference) => difference.before !== difference.after);
}

/** The same with how much each number rose or fell, in per cent of what it was; null where that says nothing. */
export const changesSince = (before: Values, after: Values): ChangeSince[] =>
  differences(before, after).map((difference) => ({ ...difference, percent: percentOf(difference) }));

function percentOf({ before, after }: Difference): number | null {
  if (typeof before !== 'number' || typeof after !== 'number') return null;
  const percent = changeFrom(Fraction.of(after), Fraction.of(before));
  return percent instanceof Fraction ? Number(percent.rounded(1)) : null;
}
