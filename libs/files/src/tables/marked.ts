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

/** Those tables of a file in which something is wrong, each as a file of its own to be given back. */
export async function* markedTables<W extends { readonly file: string; readonly field: string; readonly line: number }>(
  sent: string,
  tables: readonly TableSource[],
  errors: readonly W[],
  language: 'zh' | 'en',
  /** How to say it in a table, once it is known which rows come back. */
  words: (table: TableSource, rows: readonly MarkedRow<W>[]) => Promise<(row: MarkedRow<W>) => string>,
): AsyncGenerator<{ readonly name: string; readonly bytes: Buffer }> {
  const [heading, ending] = language === 'zh' ? ['错误说明', '错误'] : ['What is wrong', 'errors'];
  for (const table of tables) {
    const here = errors.filter(({ file }) => file === table.file);
    if (here.length === 0) continue;
    const sheet = table.file === 'csv' ? '' : `${table.file}-`;
    yield {
      name: `${sent.replace(/\.\w{1,5}$/, '')}-${sheet}${ending}.xlsx`,
      bytes: await markedTable(table, here, heading, (rows) => words(table, rows)),
    };
  }
}

/** A table as it was sent, what is wrong in it in red and said in words at the end of its row. */
async function markedTable<W extends { readonly field: string; readonly line: number }>(
  table: TableSource,
  errors: readonly W[],
  heading: string,
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
