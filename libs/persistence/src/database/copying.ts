import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** From here on rows travel by COPY: below, one statement for rows and one more for their facts cost less than its round trips. */
export const copiedFrom = 50;

/** Signs sent at once: the database is at the first rows while the next are still being written. */
const sentAtOnce = 32 * 1024;

/**
 * Writes rows by COPY inside the transaction of this connection; each row as {@link copyValue} wrote its values, between tabs and
 * with a line end. Rows are asked for only when their turn has come.
 */
export async function copyInto(client: pg.ClientBase, into: string, rows: Iterable<string>): Promise<void> {
  const stream = client.query(copyFrom(`copy ${into} from stdin`));
  const state = { refused: false };
  const finished = once(stream, 'finish');
  finished.catch(() => (state.refused = true));
  let text = '';
  try {
    for (const row of rows) {
      if ((text += row).length < sentAtOnce) continue;
      if (!stream.write(text)) await once(stream, 'drain');
      text = '';
    }
    stream.end(text);
  } catch (error) {
    if (state.refused) await finished;
    // The connection is of use again once the server has heard that no more rows come.
    stream.destroy();
    await finished.catch(() => {});
    throw error;
  }
  await finished;
}

let lastDate = new Date(NaN);
let lastDateText = '';

/** A value in the text format of COPY. */
export function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dateText(value);
  if (Array.isArray(value)) return value.length === 0 ? '{}' : escaped(`{${value.map(arrayElement).join(',')}}`);
  return escaped(JSON.stringify(value));
}

/** The rows of a batch have one and the same moment. */
function dateText(value: Date): string {
  if (value !== lastDate) {
    lastDateText = value.toISOString();
    lastDate = value;
  }
  return lastDateText;
}

const arrayElement = (value: unknown): string =>
  value === null || value === undefined
    ? 'NULL'
    : `"${(typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\\"]/g, '\\$&')}"`;

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string): string => (special.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign]!) : text);
