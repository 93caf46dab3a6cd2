import { strToU8, zipSync } from 'fflate';

/** A zip of texts and other contents by their names. */
export const zipOf = (contents: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(contents).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
      ),
    ),
  );

/** One row of a CSV. Quoted where it must be; text that a spreadsheet would take for a formula gets an apostrophe before it, since quotes do not keep it from running. */
export const csvLine = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells.map((cell) => quoted(harmless(String(cell ?? '')))).join(',')}\r\n`;

/** A sign before digits alone runs nothing: a number, a telephone number. */
const harmless = (cell: string): string => (/^[=@\t\r]/.test(cell) || /^[+-](?![\d .]*$)/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
