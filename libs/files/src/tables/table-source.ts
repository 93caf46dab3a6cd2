import type { Files, KeptFile } from '../keeping/files.js';
import { csvRows, type TableRow } from './csv.js';
import { sheetsOf } from './excel/workbook-reading.js';
import { rowsAboveHeader, type Header } from './headers.js';
import { Unreadable } from './unreadable.js';
import { Zip, type ZipLimits } from './zip.js';

/** A table as an office keeps it: what its columns are, and its rows below them. */
export interface TableSource<F extends string = string> {
  /** What errors call it: the sheet, or nothing much. */
  readonly file: string;
  readonly header: Header<F>;
  readonly headerLine: number;
  rows(): AsyncGenerator<TableRow>;
}

/** Finds the header that the cells of a row make. */
export type HeaderIn<F extends string> = (cells: readonly string[]) => Header<F> | undefined;

/** A sheet of a million rows unpacks to some hundred megabytes; it is read as it comes. */
const limits: ZipLimits = { files: 300, bytes: 1024 * 1024 * 1024 };

/** Opens tables alone, whatever the file is called: a workbook or one CSV. Throws {@link Unreadable}. */
export function openTables<F extends string>(
  files: Files,
  file: KeptFile,
  headers: HeaderIn<F>,
): Promise<{ readonly tables: readonly TableSource<F>[]; close(): void }> {
  return openTablesOr(files, file, headers, async () => {
    throw new Unreadable('not_a_workbook');
  });
}

/** Opens a workbook, one CSV, or a zip that is no workbook and read `otherwise`. Throws {@link Unreadable}. */
export async function openTablesOr<F extends string, O>(
  files: Files,
  file: KeptFile,
  headers: HeaderIn<F>,
  otherwise: (zip: Zip) => Promise<O>,
): Promise<({ readonly tables: readonly TableSource<F>[] } | O) & { close(): void }> {
  if (!(await isZip(files, file)))
    return { tables: [await tableOf('csv', () => csvRows(files.read(file), 'csv'), headers)], close: () => undefined };
  const zip = await Zip.open(files, file, limits);
  const close = () => zip.close();
  try {
    return { ...(zip.has('xl/workbook.xml') ? { tables: await tablesOf(zip, headers) } : await otherwise(zip)), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function isZip(files: Files, file: KeptFile): Promise<boolean> {
  for await (const chunk of files.read(file, 0, 4) as AsyncIterable<Buffer>) return chunk.subarray(0, 2).toString('latin1') === 'PK';
  return false;
}

/** Every shown sheet that has a header; sheets of notes are passed over. */
async function tablesOf<F extends string>(zip: Zip, headers: HeaderIn<F>): Promise<TableSource<F>[]> {
  const tables: TableSource<F>[] = [];
  for (const sheet of await sheetsOf(zip)) {
    const table = await tableOf(sheet.name, () => sheet.rows(), headers).catch((error: unknown) => {
      if (error instanceof Unreadable && error.fault === 'no_header') return undefined;
      throw error;
    });
    if (table) tables.push(table);
  }
  if (tables.length === 0) throw new Unreadable('no_header');
  return tables;
}

async function tableOf<F extends string>(file: string, all: () => AsyncGenerator<TableRow>, headers: HeaderIn<F>): Promise<TableSource<F>> {
  let looked = 0;
  for await (const { line, cells } of all()) {
    const header = headers(cells);
    if (header) return { file, header, headerLine: line, rows: () => below(all(), line) };
    if (++looked >= rowsAboveHeader) break;
  }
  throw new Unreadable('no_header', file);
}

async function* below(rows: AsyncGenerator<TableRow>, header: number): AsyncGenerator<TableRow> {
  for await (const row of rows) if (row.line > header) yield row;
}
