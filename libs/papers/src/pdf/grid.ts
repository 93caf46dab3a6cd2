import { cellText, flatGrid, shares, type Cell, type Grid } from '../pieces.js';
import { reachOf, type Atom } from './atoms.js';
import { broken } from './breaking.js';
import type { Composing } from './composing.js';
import type { Align, Pages } from './pages.js';
import { typefaces, type Typeface } from './typeface.js';

const size = 10.5;
const leading = 1.4;
const padding = 4;

interface CellLine {
  readonly atoms: readonly Atom[];
  readonly above: number;
  readonly height: number;
}

interface SetCell {
  readonly lines: readonly CellLine[];
  readonly typeface: Typeface;
  readonly align: Align;
}

/** Rows and columns: the heading again on every page, and a row that is longer than a page goes on on the next. */
export function setGrid(grid: Grid, pages: Pages, composing: Composing): void {
  const widths = shares(composing.formulas ? flatGrid(grid) : grid).map((share) => share * pages.width);
  const cell = (value: Cell, index: number, typeface: Typeface, align: Align): SetCell => {
    const width = widths[index]! - 2 * padding;
    const room = { width: width / size, height: pages.full / 2 / size };
    const lines = broken(composing.atoms(cellText(value), typeface, room), typeface, size, width);
    return { lines: lines.map((atoms) => lineOf(atoms, typeface)), typeface, align };
  };
  const heading = grid.heading?.map((text, index) => cell(text, index, typefaces.bold, 'center'));
  const isRuled = grid.role !== 'signatures';
  const begin = () => {
    pages.turn();
    if (heading) setRow(heading, widths, isRuled, pages);
  };
  const row = (cells: readonly SetCell[]) => {
    let rest = cells;
    for (;;) {
      const fitting = rest.map(({ lines }) => fittingOf(lines, pages.room - 2 * padding));
      setRow(
        rest.map((each, index) => ({ ...each, lines: each.lines.slice(0, fitting[index]) })),
        ...([widths, isRuled, pages] as const),
      );
      rest = rest.map((each, index) => ({ ...each, lines: each.lines.slice(fitting[index]) }));
      if (rest.every(({ lines }) => lines.length === 0)) return;
      begin();
    }
  };
  pages.y += isRuled ? 6 : 24;
  pages.need((heading ? heightOf(heading) : 0) + heightOf([]));
  if (heading) row(heading);
  for (const values of grid.rows) {
    const cells = values.map((value, index) => cell(value, index, typefaces.regular, grid.numeric[index] ? 'right' : 'left'));
    const height = heightOf(cells);
    if (height > pages.room && (height < pages.full || pages.room < heightOf([]) + leading * size)) begin();
    row(cells);
  }
  pages.y += 6;
}

function lineOf(atoms: readonly Atom[], typeface: Typeface): CellLine {
  const { above, below } = reachOf(atoms, typeface, size, leading);
  return { atoms, above, height: above + below };
}

/** How many lines fit a height: at least one, since a line is never higher than a page. */
function fittingOf(lines: readonly CellLine[], room: number): number {
  let left = room;
  const until = lines.findIndex(({ height }) => (left -= height) < 0);
  return until < 0 ? lines.length : Math.max(1, until);
}

const highest = (heights: readonly number[]): number => heights.reduce((most, height) => Math.max(most, height), leading * size);
const heightOf = (cells: readonly SetCell[]): number =>
  highest(cells.map(({ lines }) => lines.reduce((sum, { height }) => sum + height, 0))) + 2 * padding;

/** A row, as much of it as is on this page. */
function setRow(cells: readonly SetCell[], widths: readonly number[], ruled: boolean, pages: Pages): void {
  const height = heightOf(cells);
  let left = pages.left;
  for (const [index, { lines, typeface, align }] of cells.entries()) {
    const width = widths[index]!;
    if (ruled) pages.box(left, pages.y, width, height);
    let top = pages.y + padding;
    for (const { atoms, above, height: lineHeight } of lines) {
      pages.set({ atoms, typeface, size, align, left: left + padding, width: width - 2 * padding }, top + above);
      top += lineHeight;
    }
    left += width;
  }
  pages.y += height;
}
