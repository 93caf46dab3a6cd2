import { strToU8, zipSync } from 'fflate';

/** A zip of texts by their names. */
export const zipOf = (texts: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]))));

/** One row of a CSV. Quoted where it must be; a cell that a spreadsheet would take for a formula stays text by its quotes alone. */
export const csvLine = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells.map((cell) => quoted(String(cell ?? ''))).join(',')}\r\n`;

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
