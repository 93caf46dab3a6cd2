import type { Paper } from '@lianxue/contracts';
import { flatPiecesOf, isGrid, isWide, type Line, type Role } from '../pieces.js';
import { broken } from './breaking.js';
import { setGrid } from './grid.js';
import { Pages, type Align } from './pages.js';
import { typefaces, type Typeface } from './typeface.js';

interface Style {
  readonly typeface: Typeface;
  readonly size: number;
  readonly align: Align;
  /** Distance from one line to the next, in sizes. */
  readonly leading: number;
  /** Characters by which the first line stands in, and all lines from the right. */
  readonly indent?: number;
  readonly inset?: number;
  /** Points above and below. */
  readonly above?: number;
  readonly below?: number;
}

const { regular, bold } = typefaces;
const body = { typeface: regular, size: 16, align: 'left', leading: 1.75 } as const;
const small = { typeface: regular, size: 10.5, align: 'left', leading: 1.5 } as const;

/** 二号 for the title, 三号 for the body, 五号 for notes and tables. */
const styles: Readonly<Record<Role, Style>> = {
  mark: { ...small, size: 12, align: 'right' },
  number: { ...body, align: 'center', below: 8 },
  title: { typeface: bold, size: 22, align: 'center', leading: 1.4, above: 10, below: 18 },
  addressees: body,
  heading1: { ...body, typeface: bold, indent: 2 },
  heading2: { ...body, indent: 2 },
  paragraph: { ...body, indent: 2 },
  caption: { ...small, size: 12, align: 'center', above: 6 },
  note: small,
  attachment: { ...body, indent: 2, above: 3 },
  issuer: { ...body, align: 'right', inset: 4, above: 28 },
  day: { ...body, align: 'right', inset: 4 },
  seal: { ...small, align: 'right', inset: 4, below: 60 },
};

/** Headings and captions stay with the line that follows, and who issued it with the day. */
const keptWithNext: ReadonlySet<Role> = new Set(['heading1', 'heading2', 'caption', 'issuer']);

/** A PDF that carries the characters it uses; what the typeface lacks is told at the end, so that nothing is lost silently. */
export async function pdfOf(paper: Paper, made: Date): Promise<Buffer> {
  const lacking = new Set<string>();
  const settable = (text: string, typeface: Typeface) => {
    const set = typeface.settable(text);
    for (const char of set.lacking) lacking.add(char);
    return set.text;
  };
  const pieces = flatPiecesOf(paper);
  const pages = new Pages(paper.title, isWide(pieces), made);
  for (const piece of pieces) {
    if (isGrid(piece)) setGrid(piece, pages, settable);
    else setLine(piece, pages, settable);
  }
  if (lacking.size > 0) {
    const told = [...lacking].slice(0, 40).map((char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase()}`);
    setLine({ role: 'note', text: `注：〓 为字库未收之字，依次为 ${told.join('、')}，字形见网页版或 Word 版。` }, pages, settable);
  }
  return pages.finish();
}

/** Makes a text settable, remembering what is lacking. */
export type Settable = (text: string, typeface: Typeface) => string;

function setLine({ role, text }: Line, pages: Pages, settable: Settable): void {
  const { typeface, size, align, leading, indent = 0, inset = 0, above = 0, below = 0 } = styles[role];
  const height = size * leading;
  const width = pages.width - inset * size;
  const lines = broken(settable(text, typeface), typeface, size, width, indent * size);
  pages.y += above;
  for (const [index, line] of lines.entries()) {
    pages.need(keptWithNext.has(role) ? 3 * height : height);
    const first = index === 0 ? indent * size : 0;
    pages.set({ text: line, typeface, size, align, left: pages.left + first, width: width - first }, pages.y);
    pages.y += height;
  }
  pages.y += below;
}
