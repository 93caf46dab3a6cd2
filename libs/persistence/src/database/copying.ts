import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** From here on rows travel by COPY: below, one statement for rows and one more for their facts cost less than its round trips. */
export const copiedFrom = 50;

/** Writes rows by COPY inside the transaction of this connection; each row as {@link copyRow} wrote it. */
export async function copyInto(client: pg.ClientBase, into: string, rows: readonly string[]): Promise<void> {
  const stream = client.query(copyFrom(`copy ${into} from stdin`));
  const finished = once(stream, 'finish');
  stream.end(Buffer.from(rows.join('')));
  await finished;
}

/** One row in the text format of COPY. */
export function copyRow(values: readonly unknown[]): string {
  return `${values.map(copyValue).join('\t')}\n`;
}

function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escaped(`{${value.map(arrayElement).join(',')}}`);
  return escaped(JSON.stringify(value));
}

const arrayElement = (value: unknown): string =>
  value === null || value === undefined
    ? 'NULL'
    : `"${(typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\\"]/g, '\\$&')}"`;

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string): string => (special.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign]!) : text);
