import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell, Column } from './columns.js';

/** Excel takes no longer text in a cell. */
const longestText = 32_767;

/**
 * An Excel workbook of one sheet, written row by row, so that ten thousand rows neither stand in memory twice nor hold up the
 * other callers. Text is always inline text: what begins with `=` is no formula, whoever wrote it.
 */
export class Workbook {
  private readonly chunks: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });
  private readonly sheet = new ZipDeflate('xl/worksheets/sheet1.xml');
  private rows = 0;

  constructor(
    name: string,
    private readonly columns: readonly Column[],
  ) {
    for (const [path, text] of Object.entries(parts(name))) {
      const file = new ZipDeflate(path);
      this.zip.add(file);
      file.push(strToU8(text), true);
    }
    this.zip.add(this.sheet);
    const widths = columns.map(
      ({ heading }, index) => `<col min="${index + 1}" max="${index + 1}" width="${widthOf(heading)}" customWidth="1"/>`,
    );
    this.push(
      `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`,
    );
    this.push(
      this.row(
        columns.map(({ heading }) => heading),
        ' s="1"',
      ),
    );
  }

  add(items: readonly unknown[]): void {
    this.push(items.map((item) => this.row(this.columns.map((column) => column.valueOf(item)))).join(''));
  }

  finish(): Buffer {
    this.push('</sheetData></worksheet>', true);
    this.zip.end();
    return Buffer.concat(this.chunks);
  }

  private push(text: string, last = false): void {
    this.sheet.push(strToU8(text), last);
  }

  private row(cells: readonly Cell[], style = ''): string {
    this.rows++;
    return `<row r="${this.rows}">${cells.map((cell, index) => cellXml(cell, `${letters(index)}${this.rows}`, style)).join('')}</row>`;
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
    'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>`,
  };
}

function cellXml(cell: Cell, place: string, style: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}"${style}><v>${cell}</v></c>`;
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(String(cell).slice(0, longestText))}</t></is></c>`;
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
