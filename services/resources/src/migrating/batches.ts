import { mostMigratedRows } from '@lianxue/contracts';
import { Unreadable } from '@lianxue/files';
import type { Brought, RowErrorFound } from './brought.js';
import { rowsAtOnce, type Batch } from './migrating.js';

/** A row as it was understood, or what is wrong with it. */
export interface RowRead {
  readonly row: Brought | undefined;
  readonly errors: readonly RowErrorFound[];
}

/** A part of a list: a sheet, or records of one kind. */
export interface ListPart {
  readonly file: string;
  rows(): AsyncIterable<RowRead>;
}

/** The rows of all parts, some at a time; those an earlier run has behind it are read again only for their ids. */
export async function* batchesOf(parts: readonly ListPart[], behind: (part: number) => number): AsyncGenerator<Batch> {
  let all = 0;
  for (const [part, list] of parts.entries()) {
    const before = behind(part);
    let [upTo, seen] = [0, 0];
    let rows: Brought[] = [];
    let errors: RowErrorFound[] = [];
    for await (const read of list.rows()) {
      if (++all > mostMigratedRows) throw new Unreadable('too_many_rows', list.file);
      if (++upTo <= before) continue;
      seen++;
      errors.push(...read.errors);
      if (read.row) rows.push(read.row);
      if (seen < rowsAtOnce) continue;
      yield { part, upTo, seen, rows, errors };
      [seen, rows, errors] = [0, [], []];
    }
    if (seen > 0) yield { part, upTo, seen, rows, errors };
  }
}
