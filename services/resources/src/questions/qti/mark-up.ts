import { piecesOfText, textOfPieces, type TextPiece } from '@lianxue/contracts';
import { isElement, said, tag, within, wordsOf, type Element } from './xml.js';

const mathMl = 'http://www.w3.org/1998/Math/MathML';
const teX = 'application/x-tex';

/** How the pieces that are no words stand in an item. */
export interface Inserts {
  readonly figure: (name: string) => string;
  /** Absent where underscores are words. */
  readonly blank?: (width: number) => string;
}

/** A text as XHTML; formulas as MathML that carries their LaTeX exactly. */
export function markUp(text: string, { figure, blank }: Inserts): string {
  return piecesOfText(text)
    .map((piece) => {
      if (piece.kind === 'formula') return formula(piece.tex, piece.block);
      if (piece.kind === 'figure') return tag('img', { src: figure(piece.name), alt: piece.alt });
      if (piece.kind === 'blank' && blank) return blank(piece.width);
      return textOfPieces([piece]).split('\n').map(said).join('<br/>');
    })
    .join('');
}

function formula(tex: string, block: boolean): string {
  const annotation = tag('annotation', { encoding: teX }, said(tex));
  return tag(
    'math',
    { xmlns: mathMl, display: block ? 'block' : undefined },
    `<semantics><mtext>${said(tex)}</mtext>${annotation}</semantics>`,
  );
}

/** Thrown where a formula comes without its LaTeX: leaving it out would change what is asked. */
export class FormulaUnreadable extends Error {}

/** How XHTML is read back. */
export interface Reading {
  /** Whether we wrote it: then every character counts, else blanks are those of HTML and a dollar is a dollar. */
  readonly own: boolean;
  /** Under which name a picture is known. */
  readonly figure: (src: string) => string;
  /** Elements that are no text: interactions, feedback. */
  readonly skip: (element: Element) => boolean;
  /** Puts a blank in their place. */
  readonly blank: (element: Element) => string | undefined;
}

/** What breaks the line in a document that is not ours. */
const blocks = new Set(['p', 'div', 'li', 'tr', 'table', 'ul', 'ol', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'prompt']);

/** XHTML as a text. */
export function textIn(element: Element, reading: Reading): string {
  const text = inside(element, reading);
  if (reading.own) return text;
  return text
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function inside(element: Element, reading: Reading): string {
  return element.children.map((node) => (isElement(node) ? elementText(node, reading) : wordsIn(node, reading))).join('');
}

const wordsIn = (words: string, { own }: Reading): string => (own ? words : words.replace(/\s+/g, ' ').replace(/[\\$]/g, '\\$&'));

function elementText(element: Element, reading: Reading): string {
  const { name, attributes } = element;
  const blank = reading.blank(element);
  if (blank !== undefined) return blank;
  if (reading.skip(element)) return '';
  if (name === 'br') return '\n';
  if (name === 'math') return textOfPieces([formulaIn(element)]);
  if (name === 'img')
    return textOfPieces([
      {
        kind: 'figure',
        name: reading.figure(attributes['src'] ?? ''),
        alt: (attributes['alt'] ?? '').replace(/[\]\n]/g, ' ').slice(0, 200),
      },
    ]);
  const text = inside(element, reading);
  return !reading.own && blocks.has(name) ? `\n${text}\n` : text;
}

function formulaIn(math: Element): TextPiece {
  for (const annotation of within(math, 'annotation')) {
    const tex = wordsOf(annotation);
    if (annotation.attributes['encoding'] === teX && tex) return { kind: 'formula', tex, block: math.attributes['display'] === 'block' };
  }
  throw new FormulaUnreadable();
}
