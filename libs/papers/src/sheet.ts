import type { Paper } from '@lianxue/contracts';
import { Workbook, type Cell as SheetCell } from '@lianxue/files';
import { flatPiecesOf, isGrid, type Cell, type Piece } from './pieces.js';

/** An Excel workbook of one sheet: the title above, then one row for each line and each row of a table. Numbers stay numbers. */
export function workbookOf(paper: Paper): Buffer {
  const pieces = flatPiecesOf(paper);
  const title = pieces.find(({ role }) => role === 'title');
  const rows = pieces.filter((piece) => piece !== title).flatMap(rowsOf);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const columns = Array.from({ length: width }, (_, index) => ({
    heading: index === 0 && title && !isGrid(title) ? title.text : '',
    valueOf: (row: readonly Cell[]): SheetCell => row[index] ?? undefined,
  }));
  const workbook = new Workbook(paper.title, columns);
  workbook.add(rows);
  return workbook.finish();
}

function rowsOf(piece: Piece): (readonly Cell[])[] {
  if (!isGrid(piece)) return [[piece.text]];
  return [...(piece.heading ? [piece.heading] : []), ...piece.rows];
}
