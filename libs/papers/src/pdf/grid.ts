import { cellText, shares, type Cell, type Grid } from '../pieces.js';
import { broken } from './breaking.js';
import type { Align, Pages } from './pages.js';
import type { Settable } from './pdf.js';
import { typefaces, type Typeface } from './typeface.js';

const size = 10.5;
const lineHeight = size * 1.4;
const padding = 4;

interface SetCell {
  readonly lines: readonly string[];
  readonly typeface: Typeface;
  readonly align: Align;
}

/** Rows and columns: the heading again on every page, and a row that is longer than a page goes on on the next. */
export function setGrid(grid: Grid, pages: Pages, settable: Settable): void {
  const widths = shares(grid).map((share) => share * pages.width);
  const cell = (value: Cell, index: number, typeface: Typeface, align: Align): SetCell => ({
    lines: broken(settable(cellText(value), typeface), typeface, size, widths[index]! - 2 * padding),
    typeface,
    align,
  });
  const heading = grid.heading?.map((text, index) => cell(text, index, typefaces.bold, 'center'));
  const isRuled = grid.role !== 'signatures';
  const row = (cells: readonly SetCell[]) => {
    const longest = cells.reduce((most, { lines }) => Math.max(most, lines.length), 1);
    for (let from = 0; from < longest;) {
      const fitting = Math.max(1, Math.floor((pages.room - 2 * padding) / lineHeight));
      const until = Math.min(longest, from + fitting);
      setRow(cells, from, until, widths, isRuled, pages);
      from = until;
      if (from < longest) begin();
    }
  };
  const begin = () => {
    pages.turn();
    if (heading) setRow(heading, 0, mostLines(heading), widths, isRuled, pages);
  };
  pages.y += isRuled ? 6 : 24;
  pages.need(heightOf(heading ? mostLines(heading) + 1 : 1) + 2 * padding);
  if (heading) row(heading);
  for (const values of grid.rows) {
    const cells = values.map((value, index) => cell(value, index, typefaces.regular, grid.numeric[index] ? 'right' : 'left'));
    const height = heightOf(mostLines(cells));
    if (height > pages.room && (height < pages.full || pages.room < heightOf(2))) begin();
    row(cells);
  }
  pages.y += 6;
}

const mostLines = (cells: readonly SetCell[]): number => cells.reduce((most, { lines }) => Math.max(most, lines.length), 1);
const heightOf = (lines: number): number => lines * lineHeight + 2 * padding;

/** Some lines of a row. */
function setRow(cells: readonly SetCell[], from: number, until: number, widths: readonly number[], ruled: boolean, pages: Pages): void {
  const height = heightOf(until - from);
  let left = pages.left;
  for (const [index, { lines, typeface, align }] of cells.entries()) {
    const width = widths[index]!;
    if (ruled) pages.box(left, pages.y, width, height);
    for (const [line, text] of lines.slice(from, until).entries()) {
      pages.set({ text, typeface, size, align, left: left + padding, width: width - 2 * padding }, pages.y + padding + line * lineHeight);
    }
    left += width;
  }
  pages.y += height;
}
