import { strToU8, Zip, ZipDeflate } from 'fflate';
import { cellXml, escaped, formatOf, letters, main, partsAround, xml, type Look } from './excel/package.js';

/** What stands in a cell; `wrong` marks it in red. */
export type Cell = string | number | undefined | { readonly value: string | number | undefined; readonly wrong: true };

/** One column of a sheet: what stands above it, and what of an item stands in it. */
export interface Column<T = unknown> {
  readonly heading: string;
  valueOf(item: T): Cell;
  /** Its cells are text whatever is typed: eighteen digits stay eighteen digits. */
  readonly text?: boolean;
  /** What may stand in it: a list that drops down. */
  readonly options?: readonly string[];
}

/** Rows of a template in which lists drop down. */
const listedRows = 10_000;

/**
 * An Excel workbook of one sheet, written row by row, so that ten thousand rows neither stand in memory twice nor hold up the
 * other callers. Text is always inline text: what begins with `=` is no formula, whoever wrote it.
 */
export class Workbook<T = unknown> {
  private readonly chunks: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });
  private readonly sheet = new ZipDeflate('xl/worksheets/sheet1.xml');
  private rows = 0;

  constructor(
    name: string,
    private readonly columns: readonly Column<T>[],
  ) {
    for (const [path, text] of Object.entries(partsAround([{ name }]))) {
      const file = new ZipDeflate(path);
      this.zip.add(file);
      file.push(strToU8(text), true);
    }
    this.zip.add(this.sheet);
    const widths = columns.map(
      ({ heading, text }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${widthOf(heading)}" customWidth="1"${text ? ` style="${formatOf('text')}"` : ''}/>`,
    );
    this.push(
      `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`,
    );
    this.push(
      this.row(
        columns.map(({ heading }) => heading),
        'heading',
      ),
    );
  }

  add(items: readonly T[]): void {
    this.push(items.map((item) => this.row(this.columns.map((column) => column.valueOf(item)))).join(''));
  }

  finish(): Buffer {
    this.end();
    return Buffer.concat(this.chunks);
  }

  /** The workbook piece by piece as its rows come, for sheets of any length: neither they nor what is written stands in memory. */
  async *pieces(batches: AsyncIterable<readonly T[]> | Iterable<readonly T[]>): AsyncGenerator<Uint8Array> {
    for await (const items of batches) {
      this.add(items);
      yield* this.chunks.splice(0);
    }
    this.end();
    yield* this.chunks.splice(0);
  }

  private end(): void {
    this.push(`</sheetData>${this.lists()}</worksheet>`, true);
    this.zip.end();
  }

  private push(text: string, last = false): void {
    this.sheet.push(strToU8(text), last);
  }

  private row(cells: readonly Cell[], look?: Look): string {
    this.rows++;
    const written = cells.map((cell, index) =>
      cellOf(cell, `${letters(index)}${this.rows}`, look ?? (this.columns[index]!.text ? 'text' : 'plain')),
    );
    return `<row r="${this.rows}">${written.join('')}</row>`;
  }

  /** Lists that drop down, over as many rows as a school has. */
  private lists(): string {
    const lists = this.columns.flatMap(({ options }, index) =>
      options
        ? `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letters(index)}2:${letters(index)}${listedRows}"><formula1>${escaped(`"${options.join(',')}"`)}</formula1></dataValidation>`
        : [],
    );
    return lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
  }
}

const cellOf = (cell: Cell, place: string, look: Look): string =>
  typeof cell === 'object' ? cellXml(cell.value ?? '', place, 'wrong') : cellXml(cell, place, look);

/** A Chinese character is two Latin ones wide; ids and sentences beyond that are cut by the next column. */
const widthOf = (heading: string) => Math.min(60, Math.max(12, heading.length * 2 + 4));
