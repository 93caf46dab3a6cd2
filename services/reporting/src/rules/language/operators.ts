import { Fraction } from './fraction.js';
import { Silence, type Known, type Outcome, type Term } from './outcome.js';

const order = (left: Known, right: Known): number =>
  left instanceof Fraction && right instanceof Fraction ? left.comparedWith(right) : Number(left !== right);

/** Numbers are compared exactly, to the last decimal place. */
export const compare = {
  '==': (left: Known, right: Known) => order(left, right) === 0,
  '!=': (left: Known, right: Known) => order(left, right) !== 0,
  '<': (left: Known, right: Known) => order(left, right) < 0,
  '<=': (left: Known, right: Known) => order(left, right) <= 0,
  '>': (left: Known, right: Known) => order(left, right) > 0,
  '>=': (left: Known, right: Known) => order(left, right) >= 0,
};

/** One that decides the whole is enough, even while another is silent: whatever that one were, nothing would change. */
const decidedBy =
  (deciding: boolean) =>
  (operands: readonly Term[]): Term['compute'] =>
  (lookup) => {
    let silence: Silence | undefined;
    for (const operand of operands) {
      const outcome = operand.compute(lookup);
      if (outcome === deciding) return deciding;
      if (outcome instanceof Silence) silence ??= outcome;
    }
    return silence ?? !deciding;
  };

export const logic: Readonly<Record<'&&' | '||' | '!_', (operands: readonly Term[]) => Term['compute']>> = {
  '&&': decidedBy(false),
  '||': decidedBy(true),
  '!_':
    ([operand]) =>
    (lookup): Outcome => {
      const outcome = operand!.compute(lookup);
      return outcome instanceof Silence ? outcome : outcome !== true;
    },
};
