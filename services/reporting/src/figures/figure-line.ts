import type { Figure, FigureCoverage, FigureLine } from '@lianxue/contracts';
import { comparedWith, ranksOf } from './comparing.js';
import type { CountRow } from './counting.js';
import { shareOf } from './decimal.js';
import { directionOf, type FormOfPeriod } from './form-figures.js';
import type { LineValues, PeriodRead } from './period-reading.js';

/** What the lines of a period are made of. */
export interface LineParts {
  readonly form: FormOfPeriod;
  readonly codes: readonly string[];
  readonly now: Omit<PeriodRead, 'form'>;
  /** Undefined where there is no such period. */
  readonly previous: LineValues | undefined;
  readonly lastYear: LineValues | undefined;
  readonly ranked: boolean;
}

const nobody: CountRow = { line: null, expected: 0, filled: 0, reported: 0, waiting: 0, returned: 0, approved: 0, missing: 0, onTime: 0 };

/** Every line of these names in their order, and the whole. */
export function linesFrom(names: ReadonlyMap<string, string>, parts: LineParts): { lines: FigureLine[]; total: FigureLine } {
  const counts = new Map(parts.now.counts.map((row) => [row.line, row]));
  const ranks = new Map(parts.ranked ? parts.codes.map((code) => [code, ranksIn([...names.keys()], code, parts)] as const) : []);
  const line = (key: string | null, name: string): FigureLine => ({
    key: key ?? '',
    name,
    ...countedIn(counts.get(key) ?? nobody),
    figures: parts.codes.map((code) => ({ ...figureOf(key, code, parts), rank: (key !== null && ranks.get(code)?.get(key)) || null })),
    coverage: coverageIn(key, parts),
  });
  return { lines: [...names].map(([key, name]) => line(key, name)), total: line(null, '') };
}

const countedIn = ({ expected, reported, approved, missing, onTime }: CountRow) => ({
  expected,
  reported,
  approved,
  missing,
  onTime,
  completeness: shareOf(reported, expected),
  timeliness: shareOf(onTime, expected),
});

function figureOf(line: string | null, code: string, { now, previous, lastYear }: LineParts): Omit<Figure, 'rank'> {
  const value = valueIn(now, line, code);
  return {
    indicator: code,
    value: value === null ? null : Number(value),
    units: now.units.get(line)?.get(code) ?? 0,
    previous: comparedWith(previous && valueIn(previous, line, code), value),
    lastYear: comparedWith(lastYear && valueIn(lastYear, line, code), value),
  };
}

const ranksIn = (lines: readonly string[], code: string, { now, form }: LineParts): ReadonlyMap<string, number> =>
  ranksOf(new Map(lines.map((line) => [line, valueIn(now, line, code)])), directionOf(form, code));

const coverageIn = (line: string | null, { now }: LineParts): FigureCoverage[] =>
  now.coverage.map(([target, rows]) => {
    const { expected = 0, met = 0, notMet = 0, notReported = 0, noValue = 0 } = rows.find((row) => row.line === line) ?? {};
    return { target, met, notMet, notReported, noValue, share: shareOf(met, expected) };
  });

const valueIn = ({ values }: LineValues, line: string | null, code: string): string | null => values.get(line)?.get(code) ?? null;
