import { Fraction } from './fraction.js';
import { quotient, Silence, strictly, type Kind, type Outcome, type Term } from './outcome.js';

/** A function of the language: how many arguments of which kind it takes, and what it makes of them. */
interface Offered {
  readonly least: number;
  readonly most: number;
  /** Of all arguments; `undefined`: of any kind. */
  readonly takes: Kind | undefined;
  readonly gives: Kind;
  readonly compute: (operands: readonly Term[]) => Term['compute'];
}

const hundred = Fraction.of(100);

/** How much the first is more or less than the second, in per cent of the second. */
export const changeFrom = (now: Fraction, before: Fraction): Outcome => quotient(now.minus(before).times(hundred), before);

const strict = (most: number, apply: (first: Fraction, second: Fraction) => Outcome): Offered => ({
  least: most,
  most,
  takes: 'number',
  gives: 'number',
  compute: (operands) => strictly(operands, (first, second) => apply(first as Fraction, second as Fraction)),
});

/** Of those that are there; missing only when none is. */
const among = (choose: (one: Fraction, other: Fraction) => Fraction): Offered => ({
  least: 1,
  most: 20,
  takes: 'number',
  gives: 'number',
  compute: (operands) => (lookup) => {
    let chosen: Fraction | undefined;
    for (const operand of operands) {
      const outcome = operand.compute(lookup);
      if (outcome === Silence.dividedByZero) return outcome;
      if (outcome instanceof Fraction) chosen = chosen ? choose(chosen, outcome) : outcome;
    }
    return chosen ?? Silence.missing;
  },
});

/** Everything that can be called by name. Each looks at each argument once: no expression can run long. */
export const functions: ReadonlyMap<string, Offered> = new Map(
  Object.entries<Offered>({
    min: among((one, other) => (one.comparedWith(other) <= 0 ? one : other)),
    max: among((one, other) => (one.comparedWith(other) >= 0 ? one : other)),
    sum: among((one, other) => one.plus(other)),
    abs: strict(1, (number) => number.absolute()),
    ratio: strict(2, quotient),
    round: {
      least: 1,
      most: 2,
      takes: 'number',
      gives: 'number',
      compute: (operands) =>
        strictly(operands, (number, places) => Fraction.of((number as Fraction).rounded(places ? placesOf(places as Fraction) : 0))),
    },
    filled: {
      least: 1,
      most: 1,
      takes: undefined,
      gives: 'truth',
      compute:
        ([operand]) =>
        (lookup) =>
          operand!.compute(lookup) !== Silence.missing,
    },
  }),
);

/** Decimal places somebody asked for, within 0 and 6. */
const placesOf = (places: Fraction): number => Math.min(6, Math.max(0, Number(places.rounded(0))));
