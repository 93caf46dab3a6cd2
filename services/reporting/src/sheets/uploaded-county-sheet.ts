import { mostInCountySheet, refuse, SheetNotOurs, SheetUnreadable } from '@lianxue/contracts';
import { placeOf, type TableRow } from '@lianxue/files';
import { columnsOfUnit, countyMarkIn, type CountyMark } from './county-in-excel.js';
import type { TypedCell } from './typed-value.js';

/** The row of one school as it came back. */
export interface UploadedUnit {
  readonly line: number;
  readonly organisation: string;
  readonly name: string;
  /** Of its submission when the sheet was made; empty where there was none. */
  readonly version: string;
  readonly cells: ReadonlyMap<string, TypedCell & { readonly place: string }>;
}

/** A county's sheet that came back: where it came from, the indicators it has columns for, and its schools. */
export interface UploadedCounty {
  readonly mark: CountyMark;
  readonly codes: ReadonlySet<string>;
  readonly units: readonly UploadedUnit[];
}

/** Rows around those of the schools, and empty ones left below them. */
export const mostCountyRows = mostInCountySheet + 500;

/** Reads a county's sheet, its rows and columns in whatever order; refuses what has lost its mark or its headings. */
export async function uploadedCounty(rows: AsyncIterable<TableRow>): Promise<UploadedCounty> {
  const own = new Set<string>(Object.values(columnsOfUnit));
  let mark: CountyMark | undefined;
  let columns: ReadonlyMap<string, number> | undefined;
  const units: UploadedUnit[] = [];
  for await (const { line, cells, strange } of rows) {
    mark ??= countyMarkIn(cells);
    if (!columns) {
      const found = new Map(cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [[cell.trim(), at] as const])));
      if ([...own].every((heading) => found.has(heading))) columns = found;
      continue;
    }
    const text = (heading: string): string => cells[columns!.get(heading)!]?.trim() ?? '';
    // Below the codes stand the headings that people read.
    if (text(columnsOfUnit.organisation) === columnsOfUnit.organisation) continue;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const codes = [...columns].filter(([heading]) => !own.has(heading));
    const typed = codes.map(
      ([code, at]) => [code, { text: cells[at] ?? '', strange: strange?.get(at), place: placeOf(line - 1, at) }] as const,
    );
    const { organisation, name, version } = columnsOfUnit;
    units.push({ line, organisation: text(organisation), name: text(name), version: text(version), cells: new Map(typed) });
    if (units.length > mostInCountySheet) throw refuse(SheetUnreadable, { reason: 'too_many_rows' });
  }
  if (!mark || !columns) throw refuse(SheetNotOurs);
  return { mark, codes: new Set([...columns.keys()].filter((heading) => !own.has(heading))), units };
}
