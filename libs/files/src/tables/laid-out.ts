import { setImmediate as nextTurn } from 'node:timers/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { comments, drawings, type Comment } from './excel/comments.js';
import { cellXml, letters, main, partsAround, relations, relationships, xml, type Look } from './excel/package.js';
import { Validations, type Accepts } from './excel/validations.js';

/** A cell of a sheet that is laid out: what stands in it, how it looks, what is said about it, what may be typed in it. */
export interface LaidCell {
  readonly value?: string | number | undefined;
  readonly look?: Look;
  readonly comment?: string | undefined;
  readonly accepts?: Accepts | undefined;
}

export interface LaidRow {
  readonly cells: readonly (LaidCell | undefined)[];
  /** Read by programs alone. */
  readonly hidden?: boolean;
  /** The first cell goes over all columns. */
  readonly across?: boolean;
}

/** A sheet laid out cell by cell: a form to fill in, a page to copy from. */
export interface LaidSheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly LaidRow[];
  /** Rows and columns that stay where they are. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Only cells whose look is open may be typed in; nobody is kept out by a password. */
  readonly locked?: boolean;
}

/** A workbook of sheets that are laid out, for as many cells as one person fills in. Lists that drop down lie on a hidden sheet, by name. */
export async function laidOut(sheets: readonly LaidSheet[], lists: Readonly<Record<string, readonly string[]>> = {}): Promise<Buffer> {
  const names = Object.keys(lists);
  const listSheet = names.length > 0 ? [{ ...sheetOfLists(Object.values(lists)), hidden: true }] : [];
  const places = names.map((name, nth) => [
    `list_${name}`,
    `'${sheetName}'!$${letters(nth)}$1:$${letters(nth)}$${Math.max(1, lists[name]!.length)}`,
  ]);
  const all: readonly (LaidSheet & { hidden?: boolean })[] = [...sheets, ...listSheet];
  const parts: Record<string, Iterable<string>> = {};
  const listed = all.map((sheet, nth) => {
    const number = nth + 1;
    const said = commentsOf(sheet);
    parts[`xl/worksheets/sheet${number}.xml`] = sheetXml(sheet, said.length > 0);
    if (said.length > 0) {
      parts[`xl/comments${number}.xml`] = [comments(said)];
      parts[`xl/drawings/vmlDrawing${number}.vml`] = [drawings(said, number)];
      parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = [
        relationships([
          ['comments', `../comments${number}.xml`],
          ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
        ]),
      ];
    }
    return { name: sheet.name, hidden: sheet.hidden ?? false, comments: said.length > 0 };
  });
  const around = partsAround(listed, Object.fromEntries(places) as Record<string, string>);
  for (const [path, text] of Object.entries(around)) parts[path] = [text];
  return zipped(parts);
}

/** A zip of texts that are written piece by piece, with turns for other callers in between. */
async function zipped(parts: Readonly<Record<string, Iterable<string>>>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, pieces] of Object.entries(parts)) {
    const file = new ZipDeflate(path);
    zip.add(file);
    for (const piece of pieces) {
      file.push(strToU8(piece));
      await nextTurn();
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

const sheetName = '选项';

function sheetOfLists(lists: readonly (readonly string[])[]): LaidSheet {
  const length = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length }, (_, nth) => ({ cells: lists.map((list) => ({ value: list[nth] })) }));
  return { name: sheetName, widths: lists.map(() => 20), rows };
}

const commentsOf = ({ rows }: LaidSheet): Comment[] =>
  rows.flatMap(({ cells }, row) => cells.flatMap((cell, column) => (cell?.comment ? [{ row, column, text: cell.comment }] : [])));

/** Rows of one piece. */
const rowsAtOnce = 50;

function* sheetXml({ widths, rows, frozen, locked }: LaidSheet, commented: boolean): Generator<string> {
  const validations = new Validations();
  const columns = widths.map((width, nth) => `<col min="${nth + 1}" max="${nth + 1}" width="${width}" customWidth="1"/>`);
  yield `${xml}<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${frozen ? paneXml(frozen) : ''}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  const rowXml = ({ cells, hidden }: LaidRow, row: number): string => {
    const inside = cells.map((cell, column) => {
      if (!cell) return '';
      if (cell.accepts) validations.add(cell.accepts, row, column);
      return cellXml(cell.value, placeOf(row, column), cell.look ?? 'plain');
    });
    return `<row r="${row + 1}"${hidden ? ' hidden="1"' : ''}>${inside.join('')}</row>`;
  };
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    yield rows
      .slice(from, from + rowsAtOnce)
      .map((row, nth) => rowXml(row, from + nth))
      .join('');
  }
  const across = rows.flatMap((one, row) =>
    one.across ? [`<mergeCell ref="${placeOf(row, 0)}:${placeOf(row, widths.length - 1)}"/>`] : [],
  );
  yield [
    '</sheetData>',
    locked ? '<sheetProtection sheet="1" objects="1" formatCells="0" formatColumns="0" formatRows="0"/>' : '',
    across.length > 0 ? `<mergeCells count="${across.length}">${across.join('')}</mergeCells>` : '',
    validations.xml(),
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    commented ? '<legacyDrawing r:id="rId2"/>' : '',
    '</worksheet>',
  ].join('');
}

function paneXml({ rows, columns }: { rows: number; columns: number }): string {
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const active = columns > 0 ? (rows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft';
  return `<pane${splits} topLeftCell="${placeOf(rows, columns)}" activePane="${active}" state="frozen"/>`;
}

/** The place of a cell as Excel calls it, both counted from 0: `placeOf(0, 0)` is A1. */
export const placeOf = (row: number, column: number): string => `${letters(column)}${row + 1}`;
