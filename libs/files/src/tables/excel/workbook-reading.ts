import type { TableRow } from '../csv.js';
import { Unreadable } from '../unreadable.js';
import type { Zip } from '../zip.js';
import { showsDate, showsPercent } from './number-formats.js';
import { SharedStrings } from './shared-strings.js';
import { sheetRows, type Shared, type Shown } from './sheet-rows.js';
import { XmlReading, type Heard } from './xml.js';

/** A sheet of a workbook, read when asked. */
export interface Sheet {
  readonly name: string;
  rows(): AsyncGenerator<TableRow>;
}

/**
 * The sheets that are shown, in their order; one with more rows than `mostRows` is refused where it goes on. Formulas are never
 * run: what counts is the value Excel kept, and a cell tells that it is one.
 */
export async function sheetsOf(zip: Zip, mostRows = Infinity): Promise<Sheet[]> {
  if (!zip.has('xl/workbook.xml')) throw new Unreadable('not_a_workbook');
  const targets = new Map<string, string>();
  await read(zip, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id && Target) targets.set(Id, pathOf(Target));
    },
  });
  const found: { name: string; path: string }[] = [];
  let from1904 = false;
  await read(zip, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const path = targets.get(attributes['r:id'] ?? '');
      if (path !== undefined && zip.has(path)) found.push({ name: attributes['name'] ?? '', path });
    },
  });
  if (found.length === 0) throw new Unreadable('not_a_workbook');
  let shared: Promise<Shared> | undefined;
  return found.map(({ name, path }) => ({
    name,
    async *rows() {
      shared ??= Promise.all([SharedStrings.of(zip), cellFormats(zip)]).then(([strings, formats]) => ({ strings, formats, from1904 }));
      yield* sheetRows(zip, path, await shared, mostRows);
    },
  }));
}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);

async function cellFormats(zip: Zip): Promise<Shown[]> {
  const codes = new Map<number, string>();
  const formats: Shown[] = [];
  let inCells = false;
  if (!zip.has('xl/styles.xml')) return formats;
  await read(zip, 'xl/styles.xml', {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(shownBy(Number(numFmtId ?? 0), codes.get(Number(numFmtId ?? 0))));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function shownBy(id: number, code: string | undefined): Shown {
  if (showsPercent(id, code)) return 'percent';
  return showsDate(id, code) ? 'date' : 'number';
}

async function read(zip: Zip, path: string, heard: Heard): Promise<void> {
  if (!zip.has(path)) throw new Unreadable('not_a_workbook', path);
  const xml = new XmlReading(heard, path);
  for await (const chunk of zip.read(path)) xml.write(chunk);
}
