import {
  bankQuestionKinds,
  type Paper,
  type PaperPart,
  type QuestionContent,
  type QuestionPart,
  type TestPaperSection,
} from '@lianxue/contracts';
import type { TestPaper } from './test-paper.entity.js';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const tens = (nth: number): string => `${nth >= 20 ? '二' : ''}十${nth % 10 === 0 ? '' : numerals[(nth % 10) - 1]!}`;
const ordinal = (nth: number): string => (nth <= 10 ? numerals[nth - 1]! : tens(nth));

const paragraph = (text: string): PaperPart => ({ kind: 'paragraph', text });
const note = (text: string): PaperPart => ({ kind: 'note', text });

/** A paper as pupils get it: no answer in it. */
export function paperOf(paper: TestPaper): Paper {
  const { title, sections, minutes, halves } = paper;
  const parts = sections.flatMap((section, index) => [...headed(section, index), ...numbered(sections, index, asked)]);
  const time = minutes === null ? '' : `\u3000考试时间：${minutes} 分钟`;
  return sheet(title, [
    paragraph(`满分：${halves / 2} 分${time}`),
    { kind: 'fields', items: blanks.map((label) => ({ label, value: '' })) },
    ...parts,
  ]);
}

/** The key: answers, marking, analyses. */
export function keyOf(paper: TestPaper): Paper {
  const { title, sections } = paper;
  const parts = sections.flatMap((section, index) => [...headed(section, index), ...numbered(sections, index, answered)]);
  return sheet(`${title} 参考答案`, parts);
}

const blanks = ['学校', '班级', '姓名', '考号'];

const sheet = (title: string, parts: PaperPart[]): Paper => ({
  ...{ mark: null, number: null, title, addressees: [], parts },
  ...{ attachments: [], issuer: null, day: null, sealed: false, signatures: [], formulas: true },
});

function headed({ title, note: said, questions }: TestPaperSection, index: number): PaperPart[] {
  const total = questions.reduce((sum, { score }) => sum + score, 0);
  const heading: PaperPart = {
    kind: 'heading',
    level: 1,
    text: `${ordinal(index + 1)}、${title}（${questions.length} 题，共 ${total} 分）`,
  };
  return said === null ? [heading] : [heading, note(said)];
}

type Numbered = (number: number, score: number, content: QuestionContent) => PaperPart[];

/** Questions are numbered through the whole paper. */
function numbered(sections: readonly TestPaperSection[], index: number, show: Numbered): PaperPart[] {
  const before = sections.slice(0, index).reduce((sum, { questions }) => sum + questions.length, 0);
  return sections[index]!.questions.flatMap(({ score, content }, at) => show(before + at + 1, score, content));
}

function asked(number: number, score: number, content: QuestionContent): PaperPart[] {
  const stem = paragraph(`${number}．（${score} 分）${content.stem}`);
  if (content.kind !== 'composite') return [stem, ...choices(content)];
  return [stem, ...content.parts.flatMap((part, nth) => [paragraph(`（${nth + 1}）${worth(part)}${part.stem}`), ...choices(part)])];
}

const worth = ({ score }: QuestionPart): string => (score === null ? '' : `（${score} 分）`);

function choices(part: QuestionPart): PaperPart[] {
  if (part.kind === 'single' || part.kind === 'multiple') return part.options.map(({ key, text }) => paragraph(`${key}．${text}`));
  if (part.kind !== 'matching') return [];
  const rows = Array.from({ length: Math.max(part.left.length, part.right.length) }, (_, row) =>
    [part.left[row], part.right[row]].map((item) => (item ? `${item.key}．${item.text}` : '')),
  );
  return [{ kind: 'table', columns: ['左列', '右列'].map((heading) => ({ heading, numeric: false })), rows }];
}

function answered(number: number, _: number, content: QuestionContent): PaperPart[] {
  const parts = content.kind === 'composite' ? content.parts : [content];
  const lines = parts.map((part, nth) => `${content.kind === 'composite' ? `（${nth + 1}）` : ''}${answerOf(part)}`);
  const analyses = [...parts, ...(content.kind === 'composite' ? [content] : [])].flatMap(({ analysis }) =>
    analysis === null ? [] : [analysis],
  );
  return [
    paragraph(`${number}．【${bankQuestionKinds[content.kind].zh}】${lines.join('　')}`),
    ...(analyses.length > 0 ? [note(`解析：${analyses.join('\n')}`)] : []),
  ];
}

function answerOf(part: QuestionPart): string {
  switch (part.kind) {
    case 'single':
    case 'multiple':
      return part.answer.join('');
    case 'blank':
      return part.blanks.map((accepted) => accepted.join(' 或 ')).join('；');
    case 'matching':
      return part.pairs.map(([left, right]) => `${left}—${right}`).join('，');
    case 'essay':
      return [part.reference, part.marking && `评分标准：${part.marking}`].filter(Boolean).join('\n');
  }
}
