import { measureCatalogue } from '@lianxue/contracts';
import type { CountedPart } from './readings/reading.js';

/** What one fact said its entity counts as, and the day it was told. */
export interface Telling {
  readonly version: number;
  readonly day: string;
  readonly parts: readonly CountedPart[];
}

/** What an entity adds to a total. */
export interface Contribution {
  readonly measure: string;
  readonly organisation: string;
  readonly day: string;
  readonly dimension: string;
  readonly amount: number;
}

/**
 * What an entity counts as, by all that was told of it, in whatever order it came. What it says with a day of its own counts there
 * by the latest telling. What stands, stands from the telling that says so until the one that does not any more. What happened
 * without a day of its own counts on the day it began to be so, as long as it is.
 */
export function contributionsOf(told: readonly Telling[]): Contribution[] {
  const tellings = [...told].sort((one, other) => one.version - other.version);
  const latest = tellings.at(-1);
  if (!latest) return [];
  const happened = latest.parts
    .filter((part) => part.on !== undefined || measureCatalogue[part.measure].kind === 'happened')
    .map((part) => contribution(part, part.on ?? beginningOf(part, tellings), 1));
  const stood = tellings.flatMap(({ day, parts }, index) => [
    ...(tellings[index - 1]?.parts ?? []).filter(isStanding).map((part) => contribution(part, day, -1)),
    ...parts.filter(isStanding).map((part) => contribution(part, day, 1)),
  ]);
  return summed([...happened, ...stood]);
}

const isStanding = ({ measure, on }: CountedPart): boolean => on === undefined && measureCatalogue[measure].kind === 'standing';

const contribution = ({ measure, organisation, dimension = '', amount = 1 }: CountedPart, day: string, sign: 1 | -1): Contribution => ({
  ...{ measure, organisation, day, dimension, amount: sign * amount },
});

/** The day from which on every telling says so. */
function beginningOf({ measure }: CountedPart, tellings: readonly Telling[]): string {
  const since = tellings.findLastIndex(({ parts }) => !parts.some((part) => part.measure === measure));
  return tellings[since + 1]!.day;
}

/** What comes to nothing is left out: an edit of what stands changes no total. */
function summed(all: readonly Contribution[]): Contribution[] {
  const sums = new Map<string, Contribution>();
  for (const one of all) {
    const key = [one.measure, one.organisation, one.day, one.dimension].join('\n');
    sums.set(key, { ...one, amount: one.amount + (sums.get(key)?.amount ?? 0) });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}
