import { isComputed, type BrokenRule, type CrossRule, type Indicator, type Values } from '@lianxue/contracts';
import { crossExpression } from '../rules/cross-rules.js';
import { decimalsOf, hasAtMost } from '../rules/exact.js';
import { Expression } from '../rules/language/expression.js';
import { lookupOf } from '../rules/lookup.js';
import { vocabularyOf } from '../rules/vocabulary.js';
import { words } from './rule-words.js';

/** Beyond it a double no longer holds two decimal places. */
const greatest = 1e12;

interface Asked {
  readonly indicators: readonly Indicator[];
  readonly rules: readonly CrossRule[];
}

interface Manner {
  /** Whether everything required must be there: when it is submitted, not while it is a draft. */
  readonly complete: boolean;
  readonly language: 'zh' | 'en';
  /** Of the values those that the platform knew and nobody typed. */
  readonly known?: Values;
}

/** Holds values to a form; answers every fault at once, field by field. */
export function faultsIn(values: Values, { indicators, rules }: Asked, { complete, language, known = {} }: Manner): BrokenRule[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const unknown = Object.keys(values).filter((code) => !byCode.has(code));
  const faults: BrokenRule[] = unknown.map((field) => unknownField(field, language));
  for (const indicator of indicators) {
    if (indicator.code in known) continue;
    const fault = faultOf(values[indicator.code] ?? null, indicator, complete, language);
    if (fault) faults.push({ field: indicator.code, ...fault });
  }
  const faulty = new Set(faults.map(({ field }) => field));
  const vocabulary = vocabularyOf(indicators);
  const right = Object.fromEntries(Object.entries(values).filter(([code]) => !faulty.has(code)));
  for (const rule of rules) {
    const fields = [...rule.left.indicators, ...rule.right.indicators];
    const expression = Expression.read(crossExpression(rule), vocabulary, 'truth');
    // A rule over a field that is empty or wrong by itself says nothing yet.
    if (!(expression instanceof Expression) || expression.of(lookupOf(vocabulary, { now: right })) !== false) continue;
    faults.push({ field: fields[0] ?? rule.code, rule: rule.code, words: language === 'zh' ? rule.words : rule.wordsEn });
  }
  return faults;
}

/** A field that the form does not have. */
export const unknownField = (field: string, language: 'zh' | 'en'): BrokenRule => ({
  field,
  rule: 'unknown',
  words: words.unknown(language),
});

type Fault = Omit<BrokenRule, 'field'>;

function faultOf(value: Values[string], indicator: Indicator, complete: boolean, language: 'zh' | 'en'): Fault | undefined {
  const { type, required, options } = indicator;
  if (value === null) return complete && required ? { rule: 'required', words: words.required(language) } : undefined;
  if (isComputed(indicator)) return { rule: 'computed', words: words.computed(language) };
  if (type === 'text') return typeof value === 'string' ? undefined : { rule: 'type', words: words.type(language, type) };
  if (type === 'choice') {
    const known = typeof value === 'string' && options?.some(({ code }) => code === value);
    return known ? undefined : { rule: 'option', words: words.option(language) };
  }
  return typeof value === 'number' ? numberFault(value, indicator, language) : { rule: 'type', words: words.type(language, type) };
}

function numberFault(value: number, { type, min, max, decimals }: Indicator, language: 'zh' | 'en'): Fault | undefined {
  const least = min ?? (type === 'percent' ? 0 : -greatest);
  const most = max ?? (type === 'percent' ? 100 : greatest);
  const places = decimalsOf({ type, decimals });
  if (value < least) return { rule: 'min', words: words.min(language, least) };
  if (value > most) return { rule: 'max', words: words.max(language, most) };
  if (!hasAtMost(value, places)) return { rule: 'decimals', words: words.decimals(language, places) };
  return undefined;
}

/** Of some values those that nobody typed. */
export function knownIn(values: Values, { indicators }: Pick<Asked, 'indicators'>): Values {
  const prefilled = new Set(indicators.filter(({ prefill }) => prefill !== undefined).map(({ code }) => code));
  return Object.fromEntries(Object.entries(values).filter(([code]) => prefilled.has(code)));
}
