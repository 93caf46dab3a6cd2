/** A piece of what a question says. Put together again, the pieces are the text as it was. */
export type TextPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'formula'; readonly tex: string; readonly block: boolean }
  | { readonly kind: 'figure'; readonly name: string; readonly alt: string }
  | { readonly kind: 'blank'; readonly width: number };

/** `$$…$$`, `$…$`, `![words](name)`, three underscores or more; a dollar behind a backslash is a dollar. */
const marks =
  /\$\$(?<block>(?:[^$\\]|\\[\s\S])+)\$\$|\$(?<inline>(?:[^$\\]|\\[\s\S])+)\$|!\[(?<alt>[^\]\n]{0,200})\]\((?<figure>[A-Za-z0-9_-]{1,40})\)|(?<blank>_{3,200})|\\[\s\S]/g;

/** Where formulas, figures and blanks stand in a text. */
export function piecesOfText(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  const wordsUntil = (until: number) => {
    if (until > from) pieces.push({ kind: 'words', text: text.slice(from, until) });
  };
  for (const { 0: whole, index, groups } of text.matchAll(marks)) {
    const piece = pieceOf(groups ?? {});
    if (!piece) continue;
    wordsUntil(index);
    pieces.push(piece);
    from = index + whole.length;
  }
  wordsUntil(text.length);
  return pieces;
}

function pieceOf({ block, inline, alt, figure, blank }: Record<string, string | undefined>): TextPiece | undefined {
  if (block !== undefined) return { kind: 'formula', tex: block, block: true };
  if (inline !== undefined) return { kind: 'formula', tex: inline, block: false };
  if (figure !== undefined) return { kind: 'figure', name: figure, alt: alt ?? '' };
  return blank === undefined ? undefined : { kind: 'blank', width: blank.length };
}

/** The text of which these are the pieces. */
export const textOfPieces = (pieces: readonly TextPiece[]): string => pieces.map(written).join('');

function written(piece: TextPiece): string {
  switch (piece.kind) {
    case 'words':
      return piece.text;
    case 'formula':
      return piece.block ? `$$${piece.tex}$$` : `$${piece.tex}$`;
    case 'figure':
      return `![${piece.alt}](${piece.name})`;
    case 'blank':
      return '_'.repeat(piece.width);
  }
}
