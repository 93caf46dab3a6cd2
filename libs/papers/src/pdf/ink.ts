import type { Mark } from '../formulas/drawing.js';
import type { Drawn } from './atoms.js';
import type { Typeface } from './typeface.js';

interface Place {
  readonly left: number;
  readonly baseline: number;
  readonly size: number;
  /** For what the typeface of formulas lacks. */
  readonly typeface: Typeface;
}

/** Draws on a page, from a point of the baseline on. */
export function ink(page: PDFKit.PDFDocument, { marks, scale }: Drawn, { left, baseline, size, typeface }: Place): void {
  const unit = (size * scale) / 1000;
  page.save().transform(unit, 0, 0, unit, left, baseline);
  for (const mark of marks) {
    page.save();
    if ('words' in mark) letters(page, mark, typeface);
    else outline(page, mark);
    page.restore();
  }
  page.restore();
}

type Letters = Extract<Mark, { words: string }>;

function letters(page: PDFKit.PDFDocument, { at, words, size }: Letters, typeface: Typeface): void {
  page.transform(...at);
  page.font(typeface.name).fontSize(size).text(words, 0, 0, { lineBreak: false, features: [], baseline: 'alphabetic' });
}

function outline(page: PDFKit.PDFDocument, { at, path, line, dashed, seen }: Exclude<Mark, Letters>): void {
  if (seen) page.polygon(...seen.map(([x, y]) => [x, y])).clip();
  page.transform(...at).path(path);
  if (line === 0) page.fill();
  else if (dashed)
    page
      .lineWidth(line)
      .dash(2 * line, { space: 2 * line })
      .stroke();
  else page.lineWidth(line).stroke();
}
