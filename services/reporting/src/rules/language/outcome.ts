import type { Fraction } from './fraction.js';

export type Kind = 'number' | 'text' | 'truth';

export type Known = Fraction | string | boolean;

/** Why nothing can be said: a value is not there, or something would be divided by zero. */
export const silences = ['missing', 'dividedByZero'] as const;

export class Silence {
  static readonly missing = new Silence('missing');
  static readonly dividedByZero = new Silence('dividedByZero');

  private constructor(readonly because: (typeof silences)[number]) {}
}

/** What an expression comes to. */
export type Outcome = Known | Silence;

/** A part of an expression whose kind is certain, ready to be computed as often as one likes. */
export interface Term {
  readonly kind: Kind;
  /** Whether it depends on any name at all. */
  readonly constant: boolean;
  readonly compute: (known: Lookup) => Outcome;
}

/**
 * Of which time or origin a name speaks: this period, the one before, the same a year ago, what the platform knows, what is usual
 * among siblings.
 */
export const origins = ['now', 'last', 'lastYear', 'source', 'mean', 'variance'] as const;
export type Origin = (typeof origins)[number];

/** A name an expression speaks of. */
export interface Mention {
  readonly origin: Origin;
  readonly name: string;
}

/** A value as the expression's surroundings know it; undefined where there is none. */
export type Lookup = (origin: Origin, name: string) => Known | undefined;

/** Computes from operands all of which must be there; the first silence is answered. */
export function strictly(operands: readonly Term[], apply: (...known: Known[]) => Outcome): Term['compute'] {
  return (lookup) => {
    const known: Known[] = [];
    for (const operand of operands) {
      const outcome = operand.compute(lookup);
      if (outcome instanceof Silence) return outcome;
      known.push(outcome);
    }
    return apply(...known);
  };
}

export const quotient = (left: Fraction, right: Fraction): Outcome => left.dividedBy(right) ?? Silence.dividedByZero;
