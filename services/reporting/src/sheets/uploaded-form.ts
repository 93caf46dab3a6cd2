import { refuse, SheetNotOurs } from '@lianxue/contracts';
import { placeOf, type TableRow } from '@lianxue/files';
import { headings } from './form-in-excel.js';
import { markIn, type Mark } from './sheet-mark.js';
import type { TypedCell } from './typed-value.js';

/** A cell of a form that came back. */
interface UploadedCell extends TypedCell {
  /** As Excel calls it, F12. */
  readonly place: string;
  /** The row stands a second time. */
  readonly twice: boolean;
}

/** A form that came back: where it came from, and what stands in its cells by indicator. */
export interface UploadedForm {
  readonly mark: Mark;
  readonly cells: ReadonlyMap<string, UploadedCell>;
}

/** As many rows as no form has, twice over. */
export const mostFormRows = 1000;

/** Reads a form that came back, its rows in whatever order; refuses what has lost its mark or its headings. */
export async function uploadedForm(rows: AsyncIterable<TableRow>): Promise<UploadedForm> {
  let mark: Mark | undefined;
  let at: { code: number; value: number } | undefined;
  const found = new Map<string, UploadedCell>();
  for await (const { line, cells, strange } of rows) {
    mark ??= markIn(cells);
    if (!at) {
      const [code, value] = [headings.code, headings.value].map((heading) => cells.findIndex((cell) => cell.trim() === heading));
      if (code! >= 0 && value! >= 0) at = { code: code!, value: value! };
      continue;
    }
    const code = cells[at.code]?.trim();
    if (!code || cells.slice(at.code + 1).every((cell) => cell === '')) continue;
    const cell = { place: placeOf(line - 1, at.value), text: cells[at.value] ?? '', strange: strange?.get(at.value) };
    found.set(code, { ...cell, twice: found.has(code) });
  }
  if (!mark || !at) throw refuse(SheetNotOurs);
  return { mark, cells: found };
}
