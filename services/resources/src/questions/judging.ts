import {
  piecesOfText,
  questionFaults,
  QuestionUnfit,
  refuse,
  type QuestionContent,
  type QuestionFaultCode,
  type QuestionPart,
  type TextPiece,
} from '@lianxue/contracts';
import { formulaFault } from './formulas.js';

/** What keeps a content from being a question; `part` counts the parts of a composite one from 1. */
export interface QuestionFault {
  readonly code: QuestionFaultCode;
  readonly part: number | null;
}

/** More formulas than any exam prints in one question. */
const mostFormulas = 300;

/** A question with its answer stays well below what a fact, an answer or a page may carry. */
const mostBytes = 48 * 1024;

/** What is wrong with a content; nothing where it is a question that can be put and marked. */
export function questionFault(content: QuestionContent, figures: ReadonlySet<string>): QuestionFault | undefined {
  if (Buffer.byteLength(JSON.stringify(content)) > mostBytes) return { code: 'too_large', part: null };
  const said = faultOfTexts(textsOf(content), figures);
  if (said) return { code: said, part: null };
  if (content.kind !== 'composite') return partFault(content, null);
  if (content.parts.length === 0) return { code: 'parts.none', part: null };
  for (const [index, part] of content.parts.entries()) {
    const fault = partFault(part, index + 1);
    if (fault) return fault;
  }
  return undefined;
}

/** Refuses what is no question, in the words of who asks. */
export function holdToQuestion(content: QuestionContent, figures: ReadonlySet<string>, language: 'zh' | 'en'): void {
  const fault = questionFault(content, figures);
  if (fault) throw refuse(QuestionUnfit, { fault: fault.code, words: questionFaults[fault.code][language], part: fault.part });
}

/** Every text of a question, stems first. */
export function textsOf(content: QuestionContent): string[] {
  if (content.kind === 'composite') return present([content.stem, ...content.parts.flatMap(textsOf), content.analysis]);
  const { stem, analysis } = content;
  switch (content.kind) {
    case 'single':
    case 'multiple':
      return present([stem, ...content.options.map(({ text }) => text), analysis]);
    case 'blank':
      return present([stem, ...content.blanks.flat(), analysis]);
    case 'matching':
      return present([stem, ...[...content.left, ...content.right].map(({ text }) => text), analysis]);
    case 'essay':
      return present([stem, content.reference, content.marking, analysis]);
  }
}

const present = (texts: readonly (string | null)[]): string[] => texts.filter((text): text is string => text !== null);

function faultOfTexts(texts: readonly string[], figures: ReadonlySet<string>): QuestionFaultCode | undefined {
  const pieces = texts.flatMap(piecesOfText);
  const formulas = pieces.filter((piece): piece is Extract<TextPiece, { kind: 'formula' }> => piece.kind === 'formula');
  if (formulas.length > mostFormulas) return 'formula.too_many';
  for (const { tex } of formulas) {
    const fault = formulaFault(tex);
    if (fault) return fault;
  }
  return pieces.some((piece) => piece.kind === 'figure' && !figures.has(piece.name)) ? 'figure.unknown' : undefined;
}

function partFault(content: QuestionPart, part: number | null): QuestionFault | undefined {
  const code = answerFault(content);
  return code && { code, part };
}

function answerFault(content: QuestionPart): QuestionFaultCode | undefined {
  switch (content.kind) {
    case 'single':
    case 'multiple': {
      const keys = content.options.map(({ key }) => key);
      if (isRepeated(keys) || isRepeated(content.answer)) return 'label.repeated';
      if (content.answer.length === 0) return 'answer.none';
      if (content.answer.some((key) => !keys.includes(key))) return 'answer.unknown';
      return content.kind === 'single' && content.answer.length > 1 ? 'answer.several' : undefined;
    }
    case 'blank': {
      const blanks = piecesOfText(content.stem).filter(({ kind }) => kind === 'blank').length;
      if (content.blanks.length === 0 || content.blanks.some((accepted) => accepted.every(isEmpty))) return 'answer.none';
      if (content.blanks.some(isRepeated)) return 'label.repeated';
      return blanks === content.blanks.length ? undefined : 'blanks.differ';
    }
    case 'matching': {
      const left = content.left.map(({ key }) => key);
      const right = content.right.map(({ key }) => key);
      if (isRepeated(left) || isRepeated(right) || isRepeated(content.pairs.map((pair) => pair.join(' ')))) return 'label.repeated';
      if (content.pairs.length === 0) return 'answer.none';
      return content.pairs.some(([from, to]) => !left.includes(from) || !right.includes(to)) ? 'answer.unknown' : undefined;
    }
    case 'essay':
      return isEmpty(content.reference ?? '') && isEmpty(content.marking ?? '') ? 'answer.none' : undefined;
  }
}

const isRepeated = (keys: readonly string[]): boolean => new Set(keys).size < keys.length;
const isEmpty = (text: string): boolean => text.trim() === '';
