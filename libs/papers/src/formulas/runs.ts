import { piecesOfText, textOfPieces, type TextPiece } from '@lianxue/contracts';
import { mathOf } from './formula.js';
import { inLine } from './in-line.js';

/** A formula to be set. */
export interface Formula {
  readonly tex: string;
  readonly block: boolean;
}

/** A piece of a text: words, or a formula. */
export type Run = { readonly words: string } | Formula;

/** A text in words and formulas; in one that has no formulas every dollar is a dollar. */
export const runsOf = (text: string, formulas: boolean): Run[] => (formulas ? piecesOfText(text).map(runOf) : [{ words: text }]);

function runOf(piece: TextPiece): Run {
  if (piece.kind === 'formula') return { tex: piece.tex, block: piece.block };
  if (piece.kind === 'figure') return { words: `〔图 ${piece.alt || piece.name}〕` };
  return { words: textOfPieces([piece]).replaceAll('\\$', '$') };
}

/** What cannot be set is printed as it was written. */
export const asWritten = ({ tex, block }: Formula): string => (block ? `$$${tex}$$` : `$${tex}$`);

/** A text without anything to set: its formulas in a line. */
export const inWords = (text: string): string => runsOf(text, true).map(wordsOf).join('');

/** A piece without anything to set. */
export function wordsOf(run: Run): string {
  if ('words' in run) return run.words;
  const math = mathOf(run.tex);
  return math ? inLine(math) : asWritten(run);
}

/** A formula that was written over several lines is in one: lines of a text are paragraphs. */
export const formulasInLine = (text: string): string =>
  textOfPieces(
    piecesOfText(text).map((piece) => (piece.kind === 'formula' ? { ...piece, tex: piece.tex.replace(/\s*\n\s*/g, ' ') } : piece)),
  );
