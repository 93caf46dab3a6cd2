import { FiguresUnknownIndicator, refuse, type FigureTerms, type Indicator } from '@lianxue/contracts';
import { computedFromSums } from '../rules/formulas.js';
import { targetFrom, type Target } from './targets.js';

/** Of a form, what figures need. */
export interface FormOfPeriod {
  readonly id: string;
  readonly number: number;
  readonly indicators: readonly Indicator[];
}

/** What is asked of each form. */
export interface Asked {
  /** Every indicator that has a figure, unless said. */
  readonly codes: readonly string[] | undefined;
  readonly targets: readonly string[];
}

/** Whether values of it may be added up: whole numbers and numbers that somebody gave. */
const isAdded = ({ type, formula }: Indicator): boolean => (type === 'integer' || type === 'number') && formula === undefined;

/** What is asked, told of one form: figures shown, sums they are made from, targets. */
export function figuresIn(
  { indicators }: FormOfPeriod,
  { codes, targets }: Asked,
): { codes: string[]; added: string[]; targets: Target[] } {
  const shown = codes ? [...codes] : indicators.filter((each) => isAdded(each) || each.formula !== undefined).map(({ code }) => code);
  const known = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const unknown = shown.filter((code) => !known.has(code));
  if (unknown.length > 0) throw refuse(FiguresUnknownIndicator, { codes: unknown });
  const computes = shown.some((code) => known.get(code)!.formula !== undefined);
  const added = indicators.filter((each) => isAdded(each) && (computes || shown.includes(each.code))).map(({ code }) => code);
  return { codes: shown, added, targets: targets.map((text) => targetFrom(text, indicators)) };
}

/** The values of one line, exact: sums as they are, ratios from the sums. */
export function valuesFrom(form: FormOfPeriod, sums: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...sums, ...Object.entries(computedFromSums(form, Object.fromEntries(sums)))]);
}

/** What each indicator means 口径. */
export function termsOf(form: FormOfPeriod, asked: Asked): FigureTerms[] {
  const shown = new Set(figuresIn(form, asked).codes);
  return form.indicators
    .filter(({ code }) => shown.has(code))
    .map(({ code, name, nameEn, unit, definition, formula, direction }) => ({
      code,
      name,
      nameEn,
      unit: unit ?? null,
      definition: definition ?? null,
      formula: formula ?? null,
      direction: direction ?? 'neutral',
    }));
}

export const directionOf = ({ indicators }: FormOfPeriod, code: string): FigureTerms['direction'] =>
  indicators.find((indicator) => indicator.code === code)?.direction ?? 'neutral';
