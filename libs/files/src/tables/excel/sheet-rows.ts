import type { TableRow } from '../csv.js';
import { Unreadable } from '../unreadable.js';
import type { Zip } from '../zip.js';
import { dayOfSerial, numberText } from './number-formats.js';
import { XmlReading } from './xml.js';

/** What the cells of a sheet refer to. */
export interface Shared {
  readonly strings: readonly string[];
  /** Whether a cell format shows a date, by its number. */
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

/** More columns than a school's table has; a sheet that claims 16,384 in each row would cost their memory. */
const mostColumns = 200;
const longestCell = 32_767;

/** The rows of one sheet, as text; dates as days. What a merged cell shows stands in its first cell, as the file has it. */
export async function* sheetRows(zip: Zip, path: string, shared: Shared): AsyncGenerator<TableRow> {
  const rows: TableRow[] = [];
  let row: { line: number; cells: string[] } | undefined;
  let cell = { type: '', format: 0, column: 0 };
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
          };
          value = '';
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
        } else if (name === 'row' && row) {
          if (row.cells.some((each) => each.trim() !== '')) rows.push(row);
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

function textOf(type: string, format: number, value: string, { strings, dates, from1904 }: Shared): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type !== 'n') return type === 'e' ? '' : value;
  if (value === '') return '';
  return (dates[format] && dayOfSerial(Number(value), from1904)) || numberText(value);
}

/** Text that many cells share; a school's workbook has some thousands. */
const mostStrings = 4_000_000;

export async function sharedStrings(zip: Zip): Promise<string[]> {
  const path = 'xl/sharedStrings.xml';
  const strings: string[] = [];
  if (!zip.has(path)) return strings;
  let text = '';
  let reading = false;
  let phonetic = false;
  const xml = new XmlReading(
    {
      open(name) {
        if (name === 'si') text = '';
        // What stands above a character to say how it is read is no part of a name.
        else if (name === 'rPh') phonetic = true;
        else if (name === 't') reading = !phonetic;
      },
      text(more) {
        if (reading && text.length < longestCell) text += more;
      },
      close(name) {
        if (name === 't') reading = false;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'si' && strings.push(text) > mostStrings) throw new Unreadable('too_large', path);
      },
    },
    path,
  );
  for await (const chunk of zip.read(path)) xml.write(chunk);
  return strings;
}
