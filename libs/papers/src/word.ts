import type { Paper } from '@lianxue/contracts';
import { escaped, zipOf } from '@lianxue/files';
import { mathOf } from './formulas/formula.js';
import { asWritten, runsOf, type Run } from './formulas/runs.js';
import { wordMath } from './formulas/word-math.js';
import { cellText, isGrid, isWide, piecesOf, shares, type Grid, type Piece } from './pieces.js';
import { fixedParts } from './word-parts.js';

/** Twentieths of a point, as Word measures: A4, and the margins of official documents. */
const mm = (length: number) => Math.round((length / 25.4) * 1440);
const upright = { width: mm(210), height: mm(297), text: mm(156) };
const wide = { width: mm(297), height: mm(210), text: mm(243) };

/** A Word document that can be edited: real paragraphs in named styles, real tables whose heading repeats on every page. */
export function wordOf(paper: Paper): Buffer {
  const pieces = piecesOf(paper);
  const said = (text: string) =>
    runsOf(text, paper.formulas ?? false)
      .map(runXml)
      .join('');
  const page = isWide(pieces) ? wide : upright;
  const side = isWide(pieces) ? ' w:orient="landscape"' : '';
  const section =
    `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${page.width}" w:h="${page.height}"${side}/>` +
    `<w:pgMar w:top="${mm(37)}" w:right="${mm(26)}" w:bottom="${mm(35)}" w:left="${mm(28)}" w:header="${mm(15)}" w:footer="${mm(28)}" w:gutter="0"/></w:sectPr>`;
  const body = pieces.map((piece) => pieceXml(piece, page.text, said)).join('');
  return zipOf({ ...fixedParts(paper.title), 'word/document.xml': documentXml(body + section) });
}

const documentXml = (body: string) =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">' +
  `<w:body>${body}</w:body></w:document>`;

type Said = (text: string) => string;

const pieceXml = (piece: Piece, width: number, said: Said): string =>
  isGrid(piece) ? gridXml(piece, width, said) : paragraph(piece.role, said(piece.text));

const paragraph = (style: string, runs: string): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;

const wordsXml = (words: string): string => `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;

function runXml(run: Run): string {
  if ('words' in run) return wordsXml(run.words);
  const math = mathOf(run.tex);
  return math ? wordMath(math) : wordsXml(asWritten(run));
}

/** Word wants a paragraph behind every table; it also keeps two tables apart. */
function gridXml(grid: Grid, width: number, said: Said): string {
  const { role, heading, rows, numeric } = grid;
  const widths = shares(grid).map((share) => Math.round(share * width));
  const row = (cells: readonly string[], style: (index: number) => string, isHeading = false) =>
    `<w:tr>${isHeading ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : ''}${cells
      .map(
        (text, index) => `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/></w:tcPr>${paragraph(style(index), said(text))}</w:tc>`,
      )
      .join('')}</w:tr>`;
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${role === 'signatures' ? 'plainGrid' : 'ruledGrid'}"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>` +
    (heading ? row(heading, () => 'cellHeading', true) : '') +
    rows.map((cells) => row(cells.map(cellText), (index) => (numeric[index] ? 'cellNumber' : 'cell'))).join('') +
    `</w:tbl>${paragraph('cell', '')}`
  );
}
