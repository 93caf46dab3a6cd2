import type { Strange, TableRow } from '../csv.js';
import { Unreadable } from '../unreadable.js';
import type { Zip } from '../zip.js';
import { dayOfSerial, numberText, percentText } from './number-formats.js';
import type { SharedStrings } from './shared-strings.js';
import { XmlReading } from './xml.js';

/** What the format of a cell makes of its number. */
export type Shown = 'number' | 'date' | 'percent';

/** What the cells of a sheet refer to. */
export interface Shared {
  readonly strings: SharedStrings;
  /** What the cell formats show, by their number. */
  readonly formats: readonly Shown[];
  readonly from1904: boolean;
}

/** More columns than a school's table has; a sheet that claims 16,384 in each row would cost their memory. */
const mostColumns = 256;
const longestCell = 32_767;

/** The rows of one sheet, as text; dates as days. What a merged cell shows stands in its first cell, as the file has it. */
export async function* sheetRows(zip: Zip, path: string, shared: Shared, mostRows: number): AsyncGenerator<TableRow> {
  const rows: TableRow[] = [];
  let count = 0;
  let row: { line: number; cells: string[]; strange?: Map<number, Strange> } | undefined;
  let cell = { type: '', format: 0, column: 0, formula: false };
  let value = '';
  let reading = false;
  let phonetic = false;
  let last = 0;
  const xml = new XmlReading(
    {
      open(name, attributes) {
        if (name === 'row') row = { line: (last = Number(attributes['r'] ?? last + 1)), cells: [] };
        else if (name === 'c') {
          cell = {
            type: attributes['t'] ?? 'n',
            format: Number(attributes['s'] ?? 0),
            column: columnOf(attributes['r'], row?.cells.length ?? 0),
            formula: false,
          };
          value = '';
        } else if (name === 'f') {
          cell.formula = true;
        } else if (name === 'rPh') phonetic = true;
        else if (name === 'v' || name === 't') reading = !phonetic;
      },
      text(text) {
        if (reading && value.length < longestCell) value += text;
      },
      close(name) {
        if (name === 'v' || name === 't') reading = false;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'c' && row && cell.column < mostColumns) {
          while (row.cells.length < cell.column) row.cells.push('');
          row.cells[cell.column] = textOf(cell.type, cell.format, value, shared);
          const strange = strangeIn(cell);
          if (strange) (row.strange ??= new Map()).set(cell.column, strange);
        } else if (name === 'row' && row) {
          if (row.cells.some((each) => each.trim() !== '')) {
            if (++count > mostRows) throw new Unreadable('too_many_rows', path);
            rows.push(row);
          }
          row = undefined;
        }
      },
    },
    path,
  );
  for await (const chunk of zip.read(path)) {
    xml.write(chunk);
    yield* rows.splice(0);
  }
}

function columnOf(place: string | undefined, otherwise: number): number {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0];
  if (!letters) return otherwise;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf(type: string, format: number, value: string, { strings, formats, from1904 }: Shared): string {
  if (type === 's') return strings.at(Number(value));
  if (type !== 'n') return type === 'e' ? '' : value;
  if (value === '') return '';
  if (formats[format] === 'percent') return percentText(value);
  return (formats[format] === 'date' && dayOfSerial(Number(value), from1904)) || numberText(value);
}

function strangeIn({ type, formula }: { type: string; formula: boolean }): Strange | undefined {
  if (formula) return 'formula';
  return type === 'e' ? 'error' : type === 'b' ? 'truth' : undefined;
}
