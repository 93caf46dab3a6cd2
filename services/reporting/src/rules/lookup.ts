import { Fraction } from './language/fraction.js';
import type { Lookup, Origin } from './language/outcome.js';
import type { Vocabulary } from './language/reading.js';

/** Values by indicator: as somebody gave them, or sums as the database writes them. */
export type Given = Readonly<Record<string, string | number | null | undefined>>;

/** Values of other periods and sources, where they are known. */
export type Elsewhere = { readonly [O in Exclude<Origin, 'now'>]?: Given | undefined };

/** Finds the values that expressions speak of. What is not of its indicator's kind counts as not there. */
export const lookupOf =
  (vocabulary: Vocabulary, given: Elsewhere & { readonly now: Given }): Lookup =>
  (origin, name) => {
    const value = given[origin]?.[name] ?? undefined;
    if (value === undefined) return undefined;
    const kind = origin === 'source' ? 'number' : vocabulary.indicator(name)?.kind;
    if (kind === 'number') return Fraction.read(value);
    return typeof value === 'string' ? value : undefined;
  };
