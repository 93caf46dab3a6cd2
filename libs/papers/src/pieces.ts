import type { Paper } from '@lianxue/contracts';
import { formulasInLine, inWords } from './formulas/runs.js';
import { storable } from './storable.js';

/** What a line of a paper is, whoever sets it. */
export type Role =
  | 'mark'
  | 'number'
  | 'title'
  | 'addressees'
  | 'heading1'
  | 'heading2'
  | 'paragraph'
  | 'caption'
  | 'note'
  | 'attachment'
  | 'issuer'
  | 'day'
  | 'seal';

export interface Line {
  readonly role: Role;
  readonly text: string;
}

export type Cell = string | number | null;

/** Rows and columns: a table, what a form says about itself, or where it is signed. */
export interface Grid {
  readonly role: 'table' | 'fields' | 'signatures';
  readonly heading?: readonly string[];
  /** Which columns hold numbers. */
  readonly numeric: readonly boolean[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Piece = Line | Grid;

export const isGrid = (piece: Piece): piece is Grid => 'rows' in piece;

/** So many fields of a form stand beside each other. */
const fieldsAcross = 2;

/** A paper in the order in which it is read: the one order of all its renditions. */
export function piecesOf(paper: Paper): Piece[] {
  const pieces: Piece[] = [
    ...lines('mark', paper.mark),
    ...lines('number', paper.number),
    ...lines('title', paper.title),
    ...lines('addressees', paper.addressees.length > 0 ? `${paper.addressees.join('、')}：` : null),
    ...paper.parts.flatMap((part) => partPieces(part, paper.formulas ? formulasInLine : (text) => text)),
    ...paper.attachments.map((name, index): Line => ({
      role: 'attachment',
      text: paper.attachments.length === 1 ? `附件：${name}` : `${index === 0 ? '附件：' : '　　　'}${index + 1}. ${name}`,
    })),
    ...lines('issuer', paper.issuer),
    ...lines('day', paper.day && dayInWords(paper.day)),
    ...lines('seal', paper.sealed ? '（盖章）' : null),
    ...(paper.signatures.length > 0 ? [signatures(paper.signatures)] : []),
  ];
  return pieces.map((piece) => saying(piece, storable));
}

/** The same where no formula can be set: each stands in a line of text. */
export const flatPiecesOf = (paper: Paper): Piece[] =>
  paper.formulas ? piecesOf(paper).map((piece) => saying(piece, inWords)) : piecesOf(paper);

/** Rows and columns with their formulas in a line. */
export const flatGrid = (grid: Grid): Grid => gridSaying(grid, inWords);

/** All that a piece says. */
export function textsOf(piece: Piece): string[] {
  const said: string[] = [];
  saying(piece, (text) => {
    said.push(text);
    return text;
  });
  return said;
}

function partPieces(part: Paper['parts'][number], joined: (text: string) => string): Piece[] {
  switch (part.kind) {
    case 'heading':
      return lines(part.level === 1 ? 'heading1' : 'heading2', part.text);
    case 'paragraph':
      return joined(part.text)
        .split('\n')
        .flatMap((text) => lines('paragraph', text));
    case 'note':
      return joined(part.text)
        .split('\n')
        .flatMap((text) => lines('note', text));
    case 'fields':
      return [{ role: 'fields', numeric: Array<boolean>(2 * fieldsAcross).fill(false), rows: fieldRows(part.items) }];
    case 'table':
      return [
        ...lines('caption', part.caption ?? null),
        {
          role: 'table',
          heading: part.columns.map(({ heading }) => heading),
          numeric: part.columns.map(({ numeric }) => numeric),
          rows: part.rows.map((row) => part.columns.map((_, index) => row[index] ?? null)),
        },
      ];
  }
}

const lines = (role: Role, text: string | null): Line[] => (text ? [{ role, text }] : []);

function fieldRows(items: readonly { label: string; value: string }[]): string[][] {
  const cells = items.flatMap(({ label, value }) => [label, value]);
  const across = 2 * fieldsAcross;
  return Array.from({ length: Math.ceil(cells.length / across) }, (_, row) =>
    Array.from({ length: across }, (_, index) => cells[row * across + index] ?? ''),
  );
}

/** Labels with nothing behind them: they are signed by hand. */
const signatures = (labels: readonly string[]): Grid => ({
  role: 'signatures',
  numeric: labels.map(() => false),
  rows: [labels.map((label) => `${label}：`)],
});

/** `2026年10月12日`, as a document is dated. */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A piece with each of its texts said otherwise. */
const saying = (piece: Piece, said: (text: string) => string): Piece =>
  isGrid(piece) ? gridSaying(piece, said) : { ...piece, text: said(piece.text) };

function gridSaying(grid: Grid, said: (text: string) => string): Grid {
  const cell = (value: Cell) => (typeof value === 'string' ? said(value) : value);
  return {
    ...grid,
    ...(grid.heading && { heading: grid.heading.map(said) }),
    rows: grid.rows.map((row) => row.map(cell)),
  };
}

/** What stands in a cell, in words. A number that is none says nothing. */
export const cellText = (cell: Cell): string => (typeof cell === 'number' ? (Number.isFinite(cell) ? String(cell) : '') : (cell ?? ''));

/** How wide the columns should be beside each other, by what stands in them; they add up to 1. */
export function shares({ heading, rows }: Grid): number[] {
  const widest = (index: number) =>
    [heading?.[index] ?? '', ...rows.map((row) => cellText(row[index] ?? null))].reduce((most, text) => Math.max(most, em(text)), 0);
  const columns = Math.max(heading?.length ?? 0, rows[0]?.length ?? 0);
  const widths = Array.from({ length: columns }, (_, index) => Math.min(24, Math.max(4, widest(index))));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / whole);
}

/** A Chinese character is as wide as it is high, a Latin one half as wide. */
const em = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0);

/** Whether the paper lies on its side: a table of many columns does not stand upright. */
export const isWide = (pieces: readonly Piece[]): boolean => pieces.some((piece) => isGrid(piece) && (piece.heading?.length ?? 0) > 8);
