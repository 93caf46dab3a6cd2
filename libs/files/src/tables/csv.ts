import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { isBadText, Unreadable } from './unreadable.js';

/** One row of a table: its line in the file, counted from 1, and its cells. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The cells, by their number, that are no plain value: a workbook alone has such. */
  readonly strange?: ReadonlyMap<number, Strange>;
}

/** What a cell is instead of a value somebody typed: a formula, an error such as #REF!, a truth value. */
export type Strange = 'formula' | 'error' | 'truth';

/** A row of a school is short; a quote that never ends would make the rest of the file one cell. */
const longestRow = 128 * 1024;

/** The rows of a CSV text, UTF-8 or, as Excel in China saves it, GB18030. Rows without content are passed over. */
export async function* csvRows(content: AsyncIterable<Uint8Array>, file = ''): AsyncGenerator<TableRow> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: longestRow });
  const text = Readable.from(decoded(content, file));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.some((cell) => cell.trim() !== '')) yield { line: info.lines, cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? new Unreadable('broken_quotes', file) : error;
  }
}

/** What cannot be UTF-8 is read as GB18030; which it is shows in the beginning. */
const beginning = 256 * 1024;

async function* decoded(content: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
  const chunks = content[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let bytes = 0;
  for (let next = await chunks.next(); !next.done; next = bytes < beginning ? await chunks.next() : { done: true, value: undefined }) {
    first.push(next.value);
    bytes += next.value.byteLength;
  }
  const head = Buffer.concat(first);
  const decoder = new TextDecoder(isUtf8(head) ? 'utf-8' : 'gb18030', { fatal: true });
  try {
    yield decoder.decode(head, { stream: true });
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield decoder.decode(next.value, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw isBadText(error) ? new Unreadable('encoding', file) : error;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
