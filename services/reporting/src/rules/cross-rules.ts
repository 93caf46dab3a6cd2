import type { CrossRule } from '@lianxue/contracts';
import { Fraction } from './language/fraction.js';

/** A form's rule over several indicators, said in the language of expressions. */
export const crossExpression = ({ left, op, right }: CrossRule): string => `${sum(left)} ${op === '=' ? '==' : op} ${sum(right)}`;

function sum({ indicators, constant }: CrossRule['left']): string {
  const parts = constant === 0 && indicators.length > 0 ? indicators : [...indicators, Fraction.of(constant).rounded(6)];
  return parts.join(' + ');
}
