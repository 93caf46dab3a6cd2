import type { Indicator, Values } from '@lianxue/contracts';
import { decimalsOf } from './exact.js';
import { Expression } from './language/expression.js';
import { wrong, type Fault } from './language/fault.js';
import { Fraction } from './language/fraction.js';
import type { Lookup } from './language/outcome.js';
import { lookupOf, type Elsewhere, type Given } from './lookup.js';
import { vocabularyOf } from './vocabulary.js';

/** What the platform computes of an indicator, when nobody types it. */
export type Formulated = Pick<Indicator, 'code' | 'type' | 'options' | 'decimals' | 'formula'>;

export interface Formed {
  readonly indicators: readonly Formulated[];
}

/** A formula and all that is wrong with it. */
export interface WrongFormula {
  /** Its place among the form's indicators. */
  readonly index: number;
  readonly faults: readonly Fault[];
}

/** Everything wrong with the formulas of a form: names, kinds, limits, circles. A form with any must not be issued. */
export function wrongFormulas(form: Formed): WrongFormula[] {
  const vocabulary = { ...vocabularyOf(form.indicators), formula: true };
  const found: WrongFormula[] = [];
  const read = new Map<string, Expression>();
  form.indicators.forEach(({ code, formula }, index) => {
    if (formula === undefined) return;
    const expression = Expression.read(formula, vocabulary, 'number');
    if (expression instanceof Expression) read.set(code, expression);
    else found.push({ index, faults: expression });
  });
  for (const [code, { text }] of read) {
    const circle = circleFrom(code, read);
    const index = form.indicators.findIndex((indicator) => indicator.code === code);
    if (circle) found.push({ index, faults: [wrong('circle', { start: 0, end: text.length }, circle.join(' → '))] });
  }
  return found;
}

/** The way from an indicator back to itself, if its formula leads there. */
function circleFrom(code: string, read: ReadonlyMap<string, Expression>): string[] | undefined {
  const seen = new Set<string>();
  const ways = [[code]];
  for (let way = ways.pop(); way; way = ways.pop()) {
    for (const name of namesNow(read.get(way.at(-1)!))) {
      if (name === code) return [...way, name];
      if (seen.has(name) || !read.has(name)) continue;
      seen.add(name);
      ways.push([...way, name]);
    }
  }
  return undefined;
}

const namesNow = (expression?: Expression): string[] =>
  (expression?.mentions ?? []).filter(({ origin }) => origin === 'now').map(({ name }) => name);

/**
 * The values of a form's computed indicators, each to the decimals of its indicator; without those that cannot be computed
 * because something is missing or would be divided by zero. One formula may use another's value, as it stands in the form.
 */
export function computed(form: Formed, values: Values, elsewhere: Elsewhere = {}): Record<string, number> {
  return Object.fromEntries(Object.entries(digits(form, values, elsewhere)).map(([code, text]) => [code, Number(text)]));
}

/**
 * The computed indicators of many units together: from their sums, never as an average of what was computed for each. As
 * exact digits, since sums outgrow what a double can hold.
 */
export function computedFromSums(form: Formed, sums: Given, elsewhere: Elsewhere = {}): Record<string, string> {
  return digits(form, sums, elsewhere);
}

/** Beyond it a double no longer holds the places a form asks for; forms themselves allow no more. */
const greatest = Fraction.of(1e18);

function digits(form: Formed, values: Given, elsewhere: Elsewhere): Record<string, string> {
  const byCode = new Map(form.indicators.map((indicator) => [indicator.code, indicator]));
  const vocabulary = { ...vocabularyOf(form.indicators), formula: true };
  const done = new Map<string, string | undefined>();
  const given = lookupOf(vocabulary, { ...elsewhere, now: values });
  const lookup: Lookup = (origin, name) => {
    if (origin !== 'now' || byCode.get(name)?.formula === undefined) return given(origin, name);
    const value = compute(name);
    return value === undefined ? undefined : Fraction.of(value);
  };
  const compute = (code: string): string | undefined => {
    if (done.has(code)) return done.get(code);
    done.set(code, undefined); // Whoever comes back here goes in a circle, and there is no value.
    const indicator = byCode.get(code)!;
    const expression = Expression.read(indicator.formula!, vocabulary, 'number');
    const outcome = expression instanceof Expression ? expression.of(lookup) : undefined;
    const value =
      outcome instanceof Fraction && outcome.absolute().comparedWith(greatest) <= 0 ? outcome.rounded(decimalsOf(indicator)) : undefined;
    done.set(code, value);
    return value;
  };
  const computedCodes = form.indicators.filter(({ formula }) => formula !== undefined).map(({ code }) => code);
  return Object.fromEntries(computedCodes.flatMap((code) => (compute(code) === undefined ? [] : [[code, compute(code)!]])));
}
