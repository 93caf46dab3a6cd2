import { csvRows, sheetsOf, Unreadable, Zip, type Files, type KeptFile, type TableRow, type ZipLimits } from '@lianxue/files';
import { rowsAboveHeader, type Header } from './headers.js';
import { headerIn, type TableField } from './table-columns.js';

/** A table as a school keeps it: what its columns are, and its rows below them. */
export interface TableSource<F extends string = TableField> {
  /** What errors call it: the sheet, or nothing much. */
  readonly file: string;
  readonly header: Header<F>;
  readonly headerLine: number;
  rows(): AsyncGenerator<TableRow>;
}

/** Texts of OneRoster or SDS files, by name without .csv. */
interface RosterTexts {
  readonly texts: Readonly<Record<string, string>>;
}

/** Finds the header that the cells of a row make. */
type HeaderIn<F extends string> = (cells: readonly string[]) => Header<F> | undefined;

export type Source = ({ readonly tables: readonly TableSource[] } | RosterTexts) & { close(): void };

/** A sheet of a million rows unpacks to some hundred megabytes; it is read as it comes. */
const limits: ZipLimits = { files: 300, bytes: 1024 * 1024 * 1024 };
/** Rosters in several files are read whole: their rows name each other. */
const longestTexts = 64 * 1024 * 1024;

/** Opens what was sent, whatever it is called: a workbook, a zip of CSV files, or one CSV. Throws {@link Unreadable}. */
export async function openSource(files: Files, file: KeptFile): Promise<Source> {
  return open(files, file, headerIn, async (zip) => ({ texts: await textsOf(zip) }));
}

/** Opens tables alone: a workbook or one CSV. Throws {@link Unreadable}. */
export async function openTables<F extends string>(
  files: Files,
  file: KeptFile,
  headers: HeaderIn<F>,
): Promise<{ readonly tables: readonly TableSource<F>[]; close(): void }> {
  return open(files, file, headers, async () => {
    throw new Unreadable('not_a_workbook');
  });
}

async function open<F extends string, O>(
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

/** The CSV files, in whichever folder of the zip they lie. */
async function textsOf(zip: Zip): Promise<Record<string, string>> {
  const texts: Record<string, string> = Object.create(null) as Record<string, string>;
  let bytes = 0;
  for (const name of zip.names) {
    const [, short] = /(?:^|\/)([A-Za-z]{1,60})\.csv$/.exec(name) ?? [];
    if (!short || name.includes('__MACOSX')) continue;
    texts[short] = await zip.text(name);
    if ((bytes += texts[short].length) > longestTexts) throw new Unreadable('too_large', name);
  }
  if (Object.keys(texts).length === 0) throw new Unreadable('not_a_workbook');
  return texts;
}
