import type { Paper } from '@lianxue/contracts';
import { isGrid, isWide, piecesOf, type Line, type Role } from '../pieces.js';
import { isAlone, reachOf } from './atoms.js';
import { broken } from './breaking.js';
import { Composing } from './composing.js';
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
  const pieces = piecesOf(paper);
  const composing = await Composing.of(pieces, paper.formulas ?? false);
  const pages = new Pages(paper.title, isWide(pieces), made);
  for (const piece of pieces) {
    if (isGrid(piece)) setGrid(piece, pages, composing);
    else setLine(piece, pages, composing);
  }
  if (composing.lacking.size > 0) {
    const told = [...composing.lacking].slice(0, 40).map((char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase()}`);
    setLine({ role: 'note', text: `注：〓 为字库未收之字，依次为 ${told.join('、')}，字形见网页版或 Word 版。` }, pages, composing);
  }
  return pages.finish();
}

function setLine({ role, text }: Line, pages: Pages, composing: Composing): void {
  const { typeface, size, align, leading, indent = 0, inset = 0, above = 0, below = 0 } = styles[role];
  const width = pages.width - inset * size;
  const room = { width: width / size - indent, height: pages.full / size - leading };
  const lines = broken(composing.atoms(text, typeface, room), typeface, size, width, indent * size);
  pages.y += above;
  for (const [index, atoms] of lines.entries()) {
    const reach = reachOf(atoms, typeface, size, leading);
    const height = reach.above + reach.below;
    pages.need(keptWithNext.has(role) ? height + 2 * size * leading : height);
    const isShown = isAlone(atoms[0]);
    const first = index === 0 && !isShown ? indent * size : 0;
    const setting = { atoms, typeface, size, align: isShown ? 'center' : align, left: pages.left + first, width: width - first } as const;
    pages.set(setting, pages.y + reach.above);
    pages.y += height;
  }
  pages.y += below;
}
