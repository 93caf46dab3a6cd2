import { isComputed, isNumeric, type Indicator, type RuleCondition } from '@lianxue/contracts';
import { Expression } from './language/expression.js';
import type { Fault } from './language/fault.js';
import { Fraction } from './language/fraction.js';
import { Silence, type Lookup } from './language/outcome.js';
import { vocabularyOf } from './vocabulary.js';

/** One thing a rule demands, and the fields it marks where that is not so. */
export interface Demand {
  readonly fields: readonly string[];
  readonly expression: Expression;
}

/** What a rule says of one submission. */
export interface Verdict {
  readonly outcome: 'held' | 'broken' | 'missing' | 'dividedByZero';
  /** The fields that are marked when it is broken. */
  readonly fields: readonly string[];
}

/** Every kind of rule said in the language of expressions: there is one engine. */
function said(condition: RuleCondition, indicators: readonly Indicator[]): readonly { text: string; fields: readonly string[] }[] {
  const each = (fields: readonly string[], text: (field: string) => string) =>
    fields.map((field) => ({ text: text(field), fields: [field] }));
  switch (condition.kind) {
    case 'expression':
      return [{ text: condition.expression, fields: condition.marks }];
    case 'requiredPair': {
      const [first, ...others] = condition.fields;
      return [{ text: others.map((other) => `filled(${first}) == filled(${other})`).join(' && '), fields: condition.fields }];
    }
    case 'exclusivePair': {
      const counted = condition.fields.map((field) => `(filled(${field}) ? 1 : 0)`).join(' + ');
      return [{ text: `${counted} <= 1`, fields: condition.fields }];
    }
    case 'range': {
      const { field, min, max } = condition;
      const bounds = [min !== undefined && `${field} >= ${digits(min)}`, max !== undefined && `${field} <= ${digits(max)}`];
      return [{ text: bounds.filter(Boolean).join(' && '), fields: [field] }];
    }
    case 'change': {
      const { fields, percent, drops } = condition;
      return each(among(fields, indicators), (field) =>
        drops ? `change(${field}) >= -${digits(percent)}` : `abs(change(${field})) <= ${digits(percent)}`,
      );
    }
    case 'outlier': {
      const far = digits(condition.deviations);
      // Compared as squares, since a square root is no exact number. Where all siblings agree, nothing can be said.
      return each(among(condition.fields, indicators), (field) => {
        const distance = `(${field} - mean.${field})`;
        return `variance.${field} == 0 || ${distance} * ${distance} <= ${far} * ${far} * variance.${field}`;
      });
    }
  }
}

/** The fields a condition names; all numbers that are typed, where it names none. */
const among = (fields: readonly string[], indicators: readonly Indicator[]): readonly string[] =>
  fields.length > 0 ? fields : indicators.filter((one) => isNumeric(one) && !isComputed(one)).map(({ code }) => code);

const digits = (number: number): string => Fraction.of(number).rounded(6);

/** A condition read against the indicators of a form, or what is wrong with it. */
export function demandsOf(
  condition: RuleCondition,
  indicators: readonly Indicator[],
): readonly Demand[] | { readonly faults: readonly Fault[] } {
  const vocabulary = vocabularyOf(indicators);
  const demands: Demand[] = [];
  for (const { text, fields } of said(condition, indicators)) {
    const expression = Expression.read(text, vocabulary, 'truth');
    if (!(expression instanceof Expression)) return { faults: expression };
    demands.push({ expression, fields: fields.length > 0 ? fields : expression.mentions.slice(0, 1).map(({ name }) => name) });
  }
  return demands;
}

/** A demand that is not met outweighs one that cannot be computed, and that one those of which nothing is known. */
export function verdictOn(demands: readonly Demand[], lookup: Lookup): Verdict {
  const outcomes = demands.map(({ expression, fields }) => ({ outcome: expression.of(lookup), fields }));
  const broken = outcomes.filter(({ outcome }) => outcome === false).flatMap(({ fields }) => fields);
  if (broken.length > 0) return { outcome: 'broken', fields: [...new Set(broken)] };
  if (outcomes.some(({ outcome }) => outcome === Silence.dividedByZero)) return { outcome: 'dividedByZero', fields: [] };
  return { outcome: outcomes.some(({ outcome }) => outcome === true) ? 'held' : 'missing', fields: [] };
}
