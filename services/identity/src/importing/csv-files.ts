import { csvLine, zipOf } from '@lianxue/files';

/** A CSV file: its header, then one line for each row. */
export const csvTable = <R>(
  header: readonly string[],
  rows: readonly R[],
  cells: (row: R) => readonly (string | null | undefined)[],
): string => csvLine(header) + rows.map((row) => csvLine(cells(row))).join('');

/** CSV files in one zip, by their names without `.csv`. */
export const csvZip = (texts: Readonly<Record<string, string>>): Buffer =>
  zipOf(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}.csv`, text])));
