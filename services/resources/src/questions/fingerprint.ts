import { createHash } from 'node:crypto';
import { piecesOfText, type QuestionContent, type QuestionPart } from '@lianxue/contracts';

/**
 * What stays of a text when it is typed anew: letters, digits, Chinese characters and the signs of arithmetic. Width, case, blanks and
 * punctuation go; in a formula everything counts but the blanks.
 */
function essence(text: string): string {
  return piecesOfText(text)
    .map((piece) => {
      if (piece.kind === 'formula') return piece.tex.replace(/\s+/g, '');
      return piece.kind === 'words'
        ? piece.text
            .normalize('NFKC')
            .toLowerCase()
            .replace(/[^\p{L}\p{N}\p{Sm}]+/gu, '')
        : '';
    })
    .join('');
}

/** The same for two questions that say the same, in whatever order their options stand, numbered or not. */
export function fingerprintOf(content: QuestionContent): string {
  return createHash('sha256')
    .update(JSON.stringify(partsOf(content)))
    .digest('hex');
}

const partsOf = (content: QuestionContent): unknown[] =>
  content.kind === 'composite' ? [essence(content.stem), ...content.parts.map(saidBy)] : saidBy(content);

function saidBy(content: QuestionPart): unknown[] {
  const stem = essence(content.stem);
  switch (content.kind) {
    case 'single':
    case 'multiple':
      return [stem, content.options.map(({ text }) => essence(text)).sort()];
    case 'matching':
      return [stem, ...[content.left, content.right].map((side) => side.map(({ text }) => essence(text)).sort())];
    case 'blank':
    case 'essay':
      return [stem];
  }
}
