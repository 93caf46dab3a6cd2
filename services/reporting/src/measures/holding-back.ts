import { leastPeople } from '@lianxue/contracts';

/** What of some amounts and their sum may not be told. */
export interface HeldBack {
  readonly lines: ReadonlySet<string>;
  readonly total: boolean;
}

export const nothingHeldBack: HeldBack = { lines: new Set(), total: false };

export const everythingHeldBack = (amounts: ReadonlyMap<string, number>): HeldBack => ({
  lines: new Set([...amounts].filter(([, amount]) => amount !== 0).map(([key]) => key)),
  total: true,
});

const isFew = (amount: number): boolean => amount !== 0 && Math.abs(amount) < leastPeople;

/**
 * Of people, one to four are never told. What is held back must not follow from the sum and the rest either: so the smallest
 * other amounts are held back with it until two or more are, and five or more people are in them together; where there are no
 * others, the sum is held back itself.
 */
export function heldBack(amounts: ReadonlyMap<string, number>): HeldBack {
  const present = [...amounts]
    .filter(([, amount]) => amount !== 0)
    .sort(([key, amount], [other, than]) => amount - than || (key < other ? -1 : 1));
  const total = present.reduce((sum, [, amount]) => sum + amount, 0);
  if (isFew(total)) return { lines: new Set(present.map(([key]) => key)), total: true };
  const lines = new Set(present.filter(([, amount]) => isFew(amount)).map(([key]) => key));
  if (lines.size === 0) return nothingHeldBack;
  let people = present.reduce((sum, [key, amount]) => sum + (lines.has(key) ? amount : 0), 0);
  for (const [key, amount] of present) {
    if (lines.size > 1 && people >= leastPeople) break;
    if (lines.has(key)) continue;
    lines.add(key);
    people += amount;
  }
  return { lines, total: lines.size < 2 || people < leastPeople };
}

/** Of amounts that are no parts of a sum, such as how many there were month by month: each by itself. */
export const heldBackOneByOne = (amounts: ReadonlyMap<string, number>, whole: number): HeldBack => ({
  lines: new Set([...amounts].filter(([, amount]) => isFew(amount)).map(([key]) => key)),
  total: isFew(whole),
});
