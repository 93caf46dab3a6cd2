import { z } from 'zod';
import { piecesOfText, textOfPieces, type QuestionContent } from '@lianxue/contracts';

/** A question of a national exam as collections of them write it: the options stand in the text, the answer is their letters. */
export const ExamQuestion = z.object({
  question: z.string(),
  /** `['B', 'C']`, or `['BC']`. */
  answer: z.array(z.string().regex(/^[A-H]{0,8}$/)).max(8),
  analysis: z.string().optional(),
  year: z.coerce.number().int().optional(),
  category: z.string().max(100).optional(),
  score: z.number().optional(),
});
export type ExamQuestion = z.output<typeof ExamQuestion>;

export const ExamFile = z.object({ keywords: z.string().optional(), example: z.array(z.unknown()) });

/** `12．（ 4分）` at the beginning says where it stood and what it was worth. */
const numbered = /^\s*(?<number>\d{1,3})\s*[．.、]\s*(?:[（(]\s*(?<score>\d{1,2})\s*分\s*[)）])?\s*/u;

const letters = 'ABCDEFGH';

/** A question of an exam, taken apart: stem, options, answer. Undefined where its options cannot be told from its stem. */
export function examContent({ question, answer: given, analysis, score }: ExamQuestion): QuestionContent | undefined {
  const answer = given.flatMap((several) => [...several]);
  const text = question.replace(/\r\n?/g, '\n').replace(numbered, '');
  const options = optionsOf(text);
  if (!options) return undefined;
  const shared = {
    stem: options.stem,
    options: options.options.map((said, index) => ({ key: letters[index]!, text: said })),
    answer,
    analysis: analysis?.replace(/\r\n?/g, '\n').trim() || null,
    score: score ?? null,
  };
  return { kind: answer.length > 1 ? 'multiple' : 'single', ...shared };
}

/** `2010（新课标）第 12 题`. */
export function examSource({ question, year, category }: ExamQuestion): string | null {
  const number = numbered.exec(question)?.groups?.['number'];
  const said = [year, category, number && `第${number}题`].filter(Boolean).join('');
  return said || null;
}

/** The last place where A, B, C … begin options one after the other; letters inside formulas are none. */
function optionsOf(text: string): { stem: string; options: string[] } | undefined {
  const hidden = piecesOfText(text)
    .map((piece) => (piece.kind === 'words' ? piece.text : '\uE000'.repeat(textOfPieces([piece]).length)))
    .join('');
  for (const { index: first } of [...hidden.matchAll(/A\s*[．.、]/g)].reverse()) {
    const marks = marksFrom(hidden, first);
    if (marks.length < 2) continue;
    const stem = text.slice(0, first).trim();
    const options = marks.map(({ until }, nth) => text.slice(until, marks[nth + 1]?.from).trim());
    if (stem !== '' && options.every(Boolean)) return { stem, options };
  }
  return undefined;
}

function marksFrom(hidden: string, first: number): { from: number; until: number }[] {
  const marks: { from: number; until: number }[] = [];
  let at = first;
  for (const letter of letters) {
    const mark = new RegExp(`${letter}\\s*[．.、]`, 'g');
    mark.lastIndex = at;
    const found = mark.exec(hidden);
    if (!found) break;
    at = found.index + found[0].length;
    marks.push({ from: found.index, until: at });
  }
  return marks;
}
