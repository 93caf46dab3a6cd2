import {
  CountySheetRowTwice,
  CountySheetUnitUnknown,
  isAskedOf,
  isComputed,
  isUuid,
  refuse,
  SheetOutdated,
  type BrokenRule,
  type Indicator,
  type Refusal,
  type Values,
} from '@lianxue/contracts';
import { words } from '../submissions/rule-words.js';
import { objectionToFilling, type CountyUnit } from './county-in-excel.js';
import { typedValue } from './typed-value.js';
import type { UploadedUnit } from './uploaded-county-sheet.js';

/** What the row of one school means: nothing new, faults, a reason why it goes nowhere, or values to be saved. */
export interface RowMeant {
  readonly row: UploadedUnit;
  readonly unit: CountyUnit | undefined;
  readonly values: Values;
  readonly changed: readonly string[];
  readonly faults: readonly BrokenRule[];
  readonly objection: Refusal | undefined;
}

/** Reads the rows of a county's sheet against the schools as they stand now. */
export function rowsMeant(
  rows: readonly UploadedUnit[],
  units: readonly CountyUnit[],
  indicators: readonly Indicator[],
  language: 'zh' | 'en',
): RowMeant[] {
  const known = new Map(units.map((unit) => [unit.organisation, unit]));
  const first = new Map<string, number>();
  return rows.map((row) => {
    const unit = isUuid(row.organisation) ? known.get(row.organisation) : undefined;
    if (!unit) {
      const objection = refuse(CountySheetUnitUnknown, { name: row.name.slice(0, 400) || row.organisation.slice(0, 400) || '?' });
      return { row, unit, values: {}, changed: [], faults: [], objection };
    }
    const earlier = first.get(unit.organisation);
    first.set(unit.organisation, earlier ?? row.line);
    const { values, faults } = valuesIn(row, unit, indicators, language);
    const changed = Object.keys(values).filter((code) => (unit.values[code] ?? null) !== values[code]);
    const twice = earlier === undefined ? undefined : refuse(CountySheetRowTwice, { line: earlier });
    const touched = changed.length > 0 || faults.length > 0;
    return { row, unit, values, changed, faults, objection: twice ?? (touched ? objectionTo(row, unit) : undefined) };
  });
}

/** Why a school's row that says something new is not taken: it was submitted, or somebody has saved since the sheet was made. */
function objectionTo({ version }: UploadedUnit, unit: CountyUnit): Refusal | undefined {
  const state = objectionToFilling(unit);
  if (state) return state;
  const now = unit.version ?? 0;
  return Number(version || 0) === now ? undefined : refuse(SheetOutdated, { sheet: Number(version) || 0, now });
}

function valuesIn(
  { cells }: UploadedUnit,
  unit: CountyUnit,
  indicators: readonly Indicator[],
  language: 'zh' | 'en',
): { values: Values; faults: BrokenRule[] } {
  const values: Record<string, Values[string]> = {};
  const faults: BrokenRule[] = [];
  for (const indicator of indicators) {
    const { code } = indicator;
    const cell = cells.get(code)!;
    // What nobody types is not read: the platform computes it anew.
    if (isComputed(indicator)) continue;
    const typed = typedValue(cell, indicator, language);
    if (!isAskedOf(indicator, unit.kind)) {
      if (cell.text.trim() !== '') faults.push({ field: code, rule: 'unknown', words: words.unknown(language) });
    } else if ('fault' in typed) faults.push({ field: code, ...typed.fault });
    else values[code] = typed.value;
  }
  return { values, faults };
}
