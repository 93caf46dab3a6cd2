import type { Measure, MeasureAmount, MeasureLine } from '@lianxue/contracts';
import { comparedWith, ranksOf } from '../figures/comparing.js';
import { authorityKinds } from '../submissions/chain.js';
import type { Cells } from './cells.js';
import type { HeldBack } from './holding-back.js';

/** The amounts of some days, and which of them may not be told. */
export interface Told {
  readonly cells: Cells;
  readonly held: HeldBack;
}

/** A line and what it is called; of an organisation, its kind. */
export interface Named {
  readonly key: string;
  readonly name: string;
  readonly kind?: string;
}

export const totalOf = (now: Told, before: Told): MeasureAmount =>
  besideEachOther(amountOf(now.cells.total, now.held.total), amountOf(before.cells.total, before.held.total));

/** Every line beside the same a year before. Ranks are told only among authorities, of what is told and has a direction. */
export function linesOf(names: readonly Named[], now: Told, before: Told, direction: Measure['direction']): MeasureLine[] {
  const authorities = names.filter(({ kind }) => kind !== undefined && authorityKinds.includes(kind));
  const ranked = authorities.filter(({ key }) => !now.held.lines.has(key));
  const ranks = ranksOf(new Map(ranked.map(({ key }) => [key, String(now.cells.lines.get(key) ?? 0)])), direction);
  return names.map(({ key, name }) => ({
    key,
    name,
    ...besideEachOther(lineOf(now, key), lineOf(before, yearBeforeOf(key))),
    rank: ranks.get(key) ?? null,
  }));
}

/** A day or month stands beside the one of that name a year before; everything else beside itself. */
const yearBeforeOf = (key: string): string =>
  /^\d{4}-\d{2}(-\d{2})?$/.test(key) ? `${String(Number(key.slice(0, 4)) - 1).padStart(4, '0')}${key.slice(4)}` : key;

interface Amount {
  readonly amount: number | null;
  readonly hidden: boolean;
}

const lineOf = ({ cells, held }: Told, key: string): Amount => amountOf(cells.lines.get(key) ?? 0, held.lines.has(key));

const amountOf = (amount: number, hidden: boolean): Amount => ({ amount: hidden ? null : amount, hidden });

function besideEachOther(now: Amount, before: Amount): MeasureAmount {
  const told = now.amount !== null && before.amount !== null;
  const { change = null, changePercent = null } = (told && comparedWith(String(before.amount), String(now.amount))) || {};
  return { ...now, lastYear: { ...before, change, changePercent } };
}
