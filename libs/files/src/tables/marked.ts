import type { TableSource } from './table-source.js';
import { Workbook, type Cell } from './workbook.js';

/** Rows of a table that is given back whole; of a longer one only those that are wrong. */
const wholeUpTo = 20_000;

/** A row of a table that is given back, and what is wrong in it, by the headings. */
export interface MarkedRow<W extends { readonly field: string }> {
  readonly line: number;
  readonly cells: readonly string[];
  readonly wrong: readonly W[];
}

/** A table as it was sent, what is wrong in it in red and said in words at the end of its row. */
export async function markedTable<W extends { readonly field: string; readonly line: number }>(
  table: TableSource,
  errors: readonly W[],
  heading: string,
  /** How to say it, once it is known which rows come back. */
  words: (rows: readonly MarkedRow<W>[]) => Promise<(row: MarkedRow<W>) => string>,
): Promise<Buffer> {
  const wrong = new Map<number, W[]>();
  for (const error of errors) wrong.set(error.line, [...(wrong.get(error.line) ?? []), error]);
  const rows: MarkedRow<W>[] = [];
  let total = 0;
  for await (const { line, cells } of table.rows()) {
    total++;
    const here = wrong.get(line) ?? [];
    if (here.length > 0 || total <= wholeUpTo) rows.push({ line, cells, wrong: here });
  }
  const said = await words(rows);
  const { headings } = table.header;
  const marked =
    (field: string, index: number) =>
    (row: MarkedRow<W>): Cell => {
      const value = row.cells[index] ?? '';
      return row.wrong.some((error) => error.field === field) ? { value, wrong: true } : value;
    };
  const workbook = new Workbook<MarkedRow<W>>(table.file, [
    ...headings.map((each, index) => ({ heading: each, text: true, valueOf: marked(each, index) })),
    { heading, text: true, valueOf: (row) => said(row) || undefined },
  ]);
  workbook.add(total <= wholeUpTo ? rows : rows.filter((row) => row.wrong.length > 0));
  return workbook.finish();
}
