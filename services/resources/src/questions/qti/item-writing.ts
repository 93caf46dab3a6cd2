import type { QuestionContent, QuestionPart } from '@lianxue/contracts';
import { markUp, type Inserts } from './mark-up.js';
import { said, tag } from './xml.js';

/** The tool that wrote an item: an item of ours is read back to the letter. */
export const toolName = 'Lianxue';

const namespace = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const schema = `${namespace} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1p2.xsd`;
const matchCorrect = 'http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct';

/** What an item is put together from: declarations above, the body, feedback below. */
interface Pieces {
  readonly declarations: string[];
  readonly outcomes: string[];
  readonly body: string[];
  readonly feedback: string[];
  /** Responses that a machine marks, and what each is worth. */
  readonly marked: { readonly id: string; readonly score: number }[];
}

/** A question as an assessment item of QTI 2.1. */
export function itemOf(identifier: string, title: string, content: QuestionContent, figure: (name: string) => string): string {
  const pieces: Pieces = { declarations: [], outcomes: [], body: [], feedback: [], marked: [] };
  const parts = content.kind === 'composite' ? content.parts : [content];
  if (content.kind === 'composite') {
    pieces.body.push(tag('div', { class: 'shared stem' }, markUp(content.stem, { figure })));
    scored(pieces, 'SCORE', content.score);
    explained(pieces, 'analysis', content.analysis, figure);
  }
  const isAlone = content.kind !== 'composite';
  parts.forEach((part, index) => addPart(pieces, part, isAlone ? '' : `_${index + 1}`, figure));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<assessmentItem xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${schema}" `,
    `identifier="${said(identifier)}" title="${said(title)}" label="${content.kind}" adaptive="false" timeDependent="false" xml:lang="zh-CN" toolName="${toolName}" toolVersion="1">`,
    ...pieces.declarations,
    ...pieces.outcomes,
    pieces.feedback.length > 0 ? outcome('FEEDBACK', 'multiple', 'identifier') : '',
    tag('itemBody', {}, pieces.body.join('')),
    processing(pieces.marked),
    ...pieces.feedback,
    '</assessmentItem>\n',
  ].join('');
}

function addPart(pieces: Pieces, part: QuestionPart, suffix: string, figure: Inserts['figure']): void {
  const id = `RESPONSE${suffix}`;
  const blanks: string[] = [];
  const blank = (width: number) => {
    const nth = part.kind === 'blank' && part.blanks.length === 1 && suffix === '' ? id : `${id}_${blanks.length + 1}`;
    blanks.push(nth);
    return tag('textEntryInteraction', { responseIdentifier: nth, expectedLength: width });
  };
  const stem = tag('div', { class: 'stem' }, markUp(part.stem, part.kind === 'blank' ? { figure, blank } : { figure }));
  const body = [stem, interaction(pieces, part, id, blanks, figure)].join('');
  pieces.body.push(suffix === '' ? body : tag('div', { class: `part ${part.kind}` }, body));
  scored(pieces, `SCORE${suffix}`, part.score);
  explained(pieces, `analysis${suffix}`, part.analysis, figure);
}

/** Declares the response of a part and answers where it is given. */
function interaction(pieces: Pieces, part: QuestionPart, id: string, blanks: readonly string[], figure: Inserts['figure']): string {
  const choices = (name: string, prefix: string, options: readonly { key: string; text: string }[], more: Record<string, string> = {}) =>
    options.map(({ key, text }) => tag(name, { identifier: labelled(key, prefix), ...more }, markUp(text, { figure }))).join('');
  switch (part.kind) {
    case 'single':
    case 'multiple': {
      const isSingle = part.kind === 'single';
      declare(
        pieces,
        id,
        isSingle ? 'single' : 'multiple',
        'identifier',
        part.answer.map((key) => labelled(key, '')),
        part.score,
      );
      const attributes = { responseIdentifier: id, shuffle: 'false', maxChoices: isSingle ? 1 : 0 };
      return tag('choiceInteraction', attributes, choices('simpleChoice', '', part.options));
    }
    case 'blank':
      blanks.forEach((nth, index) =>
        declareBlank(pieces, nth, part.blanks[index] ?? [], part.score === null ? null : part.score / blanks.length),
      );
      return '';
    case 'matching': {
      const pairs = part.pairs.map(([left, right]) => `${labelled(left, 'L_')} ${labelled(right, 'R_')}`);
      declare(pieces, id, 'multiple', 'directedPair', pairs, part.score);
      const sets = [
        choices('simpleAssociableChoice', 'L_', part.left, { matchMax: '0' }),
        choices('simpleAssociableChoice', 'R_', part.right, { matchMax: '0' }),
      ];
      const attributes = { responseIdentifier: id, shuffle: 'false', maxAssociations: 0 };
      return tag('matchInteraction', attributes, sets.map((set) => tag('simpleMatchSet', {}, set)).join(''));
    }
    case 'essay': {
      pieces.declarations.push(tag('responseDeclaration', { identifier: id, cardinality: 'single', baseType: 'string' }));
      const told = (what: string, text: string | null) =>
        text === null ? '' : tag('rubricBlock', { view: 'scorer tutor', class: what }, tag('div', {}, markUp(text, { figure })));
      return [
        tag('extendedTextInteraction', { responseIdentifier: id }),
        told('reference', part.reference),
        told('marking', part.marking),
      ].join('');
    }
  }
}

/** An identifier begins with a letter or an underscore. */
const labelled = (key: string, prefix: string): string => (prefix || /^[A-Za-z]/.test(key) ? `${prefix}${key}` : `_${key}`);

const value = (text: string): string => tag('value', {}, said(text));

function declare(pieces: Pieces, id: string, cardinality: string, baseType: string, right: readonly string[], score: number | null): void {
  const correct = tag('correctResponse', {}, right.map(value).join(''));
  pieces.declarations.push(tag('responseDeclaration', { identifier: id, cardinality, baseType }, correct));
  pieces.marked.push({ id, score: score ?? 1 });
}

function declareBlank(pieces: Pieces, id: string, accepted: readonly string[], score: number | null): void {
  const correct = tag('correctResponse', {}, value(accepted[0] ?? ''));
  const entries = accepted.map((text) => tag('mapEntry', { mapKey: text, mappedValue: score ?? 1 })).join('');
  pieces.declarations.push(
    tag(
      'responseDeclaration',
      { identifier: id, cardinality: 'single', baseType: 'string' },
      correct + tag('mapping', { defaultValue: 0 }, entries),
    ),
  );
  pieces.marked.push({ id, score: score ?? 1 });
}

const outcome = (identifier: string, cardinality: string, baseType: string, normalMaximum?: number): string =>
  tag('outcomeDeclaration', { identifier, cardinality, baseType, normalMaximum });

const scored = (pieces: Pieces, id: string, score: number | null): void =>
  void pieces.outcomes.push(outcome(id, 'single', 'float', score ?? undefined));

function explained(pieces: Pieces, identifier: string, analysis: string | null, figure: Inserts['figure']): void {
  if (analysis === null) return;
  const attributes = { outcomeIdentifier: 'FEEDBACK', identifier, showHide: 'show' };
  pieces.feedback.push(tag('modalFeedback', attributes, tag('div', {}, markUp(analysis, { figure }))));
}

/** One response is marked by the standard template, several add up. */
function processing(marked: Pieces['marked']): string {
  if (marked.length === 0) return '';
  if (marked.length === 1 && marked[0]!.id === 'RESPONSE') return tag('responseProcessing', { template: matchCorrect });
  const add = ({ id, score }: Pieces['marked'][number]) => {
    const isRight = tag('match', {}, tag('variable', { identifier: id }) + tag('correct', { identifier: id }));
    const sum = tag('sum', {}, tag('variable', { identifier: 'SCORE' }) + tag('baseValue', { baseType: 'float' }, String(score)));
    return tag('responseCondition', {}, tag('responseIf', {}, isRight + tag('setOutcomeValue', { identifier: 'SCORE' }, sum)));
  };
  return tag('responseProcessing', {}, marked.map(add).join(''));
}
