import { strToU8, Zip, ZipDeflate } from 'fflate';

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

/** The formats of cells, as `xl/styles.xml` below lists them. */
const styles = { plain: 0, heading: 1, text: 2, wrong: 3 } as const;

/** Rows of a template in which lists drop down. */
const listedRows = 10_000;

/** Excel takes no longer text in a cell. */
const longestText = 32_767;

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
    for (const [path, text] of Object.entries(parts(name))) {
      const file = new ZipDeflate(path);
      this.zip.add(file);
      file.push(strToU8(text), true);
    }
    this.zip.add(this.sheet);
    const widths = columns.map(
      ({ heading, text }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${widthOf(heading)}" customWidth="1"${text ? ` style="${styles.text}"` : ''}/>`,
    );
    this.push(
      `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`,
    );
    this.push(
      this.row(
        columns.map(({ heading }) => heading),
        styles.heading,
      ),
    );
  }

  add(items: readonly T[]): void {
    this.push(items.map((item) => this.row(this.columns.map((column) => column.valueOf(item)))).join(''));
  }

  finish(): Buffer {
    this.push(`</sheetData>${this.lists()}</worksheet>`, true);
    this.zip.end();
    return Buffer.concat(this.chunks);
  }

  private push(text: string, last = false): void {
    this.sheet.push(strToU8(text), last);
  }

  private row(cells: readonly Cell[], style?: number): string {
    this.rows++;
    const written = cells.map((cell, index) =>
      cellXml(cell, `${letters(index)}${this.rows}`, style ?? (this.columns[index]!.text ? styles.text : styles.plain)),
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

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function parts(name: string): Record<string, string> {
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/><xf numFmtId="49" applyNumberFormat="1" xfId="0"/><xf numFmtId="49" fillId="2" applyNumberFormat="1" applyFill="1" xfId="0"/></cellXfs></styleSheet>`,
  };
}

function cellXml(cell: Cell, place: string, style: number): string {
  if (typeof cell === 'object') return cellXml(cell.value ?? '', place, styles.wrong);
  if (cell === undefined) return '';
  const format = style === styles.plain ? '' : ` s="${style}"`;
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}"${format}><v>${cell}</v></c>`;
  return `<c r="${place}"${format} t="inlineStr"><is><t xml:space="preserve">${escaped(String(cell).slice(0, longestText))}</t></is></c>`;
}

/** XML forbids most control characters and lone surrogates even as references. */
const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Excel's bounds for the name of a sheet. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

/** A Chinese character is two Latin ones wide; ids and sentences beyond that are cut by the next column. */
const widthOf = (heading: string) => Math.min(60, Math.max(12, heading.length * 2 + 4));

function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
