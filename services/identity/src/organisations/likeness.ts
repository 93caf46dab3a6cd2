import { numbersIn, type Reading } from './names.js';
import { kin, worth } from './naming.js';

/** How alike two readings are, from 0 to 1: by what is their own first, then by the kind they say they are. */
export function likeness(one: Reading, other: Reading): number {
  if (numbersIn(one.core) !== numbersIn(other.core)) return 0;
  return worth.ofStem * likeText([...one.stem], [...other.stem]) + (1 - worth.ofStem) * likeKind(one.kind, other.kind);
}

function likeKind(one: string, other: string): number {
  if (one === other) return 1;
  return kin.some((family) => family.has(one) && family.has(other)) ? worth.ofKin : 0;
}

function likeText(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return one.length === other.length ? 1 : 0;
  return Math.max(1 - slips(one, other) / Math.max(one.length, other.length), sharedNeighbours(one, other));
}

/** Dice’s coefficient over neighbouring characters: what has been put in or left out in the middle costs little. */
function sharedNeighbours(one: readonly string[], other: readonly string[]): number {
  const pairs = (text: readonly string[]) => new Set(text.slice(1).map((character, index) => text[index]! + character));
  const [first, second] = [pairs(one), pairs(other)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return first.size + second.size === 0 ? 0 : (2 * shared) / (first.size + second.size);
}

/** Characters put in, left out, mistaken, or two of them swapped. */
function slips(one: readonly string[], other: readonly string[]): number {
  const rows: number[][] = [other.map((_, place) => place)];
  rows[0]!.push(other.length);
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let to = 1; to <= other.length; to++) {
      const mistaken = rows[at - 1]![to - 1]! + (one[at - 1] === other[to - 1] ? 0 : 1);
      const swapped =
        at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1] ? rows[at - 2]![to - 2]! + 1 : Infinity;
      row.push(Math.min(rows[at - 1]![to]! + 1, row[to - 1]! + 1, mistaken, swapped));
    }
    rows.push(row);
  }
  return rows[one.length]![other.length]!;
}
