import { z } from 'zod';
import { text } from '../shapes/shapes.js';

/** 题型. */
export const bankQuestionKinds = {
  single: { zh: '单选题', en: 'Single choice' },
  multiple: { zh: '多选题', en: 'Multiple choice' },
  blank: { zh: '填空题', en: 'Fill in the blanks' },
  matching: { zh: '匹配题', en: 'Matching' },
  essay: { zh: '解答题', en: 'Essay' },
  composite: { zh: '组合题', en: 'Composite, with a shared stem' },
} as const;
export type BankQuestionKind = keyof typeof bankQuestionKinds;

/** No question of an exam says more than this in one piece. */
const longestText = 20_000;

/** What can be printed and written as XML: no control characters but line and tab. */
const printable = /^[^\p{Cc}\uFFFE\uFFFF]*$/u;
const words = (max = longestText, min = 1) =>
  text(max, min).refine((said) => printable.test(said.replace(/[\n\t]/g, '')), 'text.unprintable');

const stem = words().describe(
  '题干；公式写作 $…$ 或 $$…$$（LaTeX，原样保存），图写作 ![说明](图名)，空写作三个以上下划线 stem; formulas as $…$ or $$…$$ (LaTeX, kept exactly), figures as ![words](name), blanks as three underscores or more',
);
const analysis = words().nullable().default(null).describe('解析 analysis');
const score = z.number().positive().max(200).multipleOf(0.5).nullable().default(null).describe('分值 score');
const Key = z.string().regex(/^[A-Za-z0-9]{1,8}$/);
const QuestionOption = z
  .strictObject({ key: Key.describe('标号 label'), text: words(4000).describe('内容 what it says') })
  .meta({ id: 'QuestionOption' });
const keyed = (most: number, said: string) => z.array(QuestionOption).min(2).max(most).describe(said);

const choice = <const K extends 'single' | 'multiple'>(kind: K, zh: string, en: string) =>
  z
    .strictObject({
      kind: z.literal(kind).describe(`${zh} ${en}`),
      stem,
      options: keyed(12, '选项 options'),
      answer: z.array(Key).max(12).default([]).describe('正确选项的标号 labels of the right options'),
      analysis,
      score,
    })
    .meta({ id: `Question${kind === 'single' ? 'Single' : 'Multiple'}` });

const Blank = z
  .strictObject({
    kind: z.literal('blank').describe('填空题 blanks to fill in'),
    stem,
    blanks: z
      .array(z.array(words(500)).max(20))
      .max(30)
      .default([])
      .describe('每空可接受的答案 what is accepted in each blank'),
    analysis,
    score,
  })
  .meta({ id: 'QuestionBlank' });

const Matching = z
  .strictObject({
    kind: z.literal('matching').describe('匹配题 matching'),
    stem,
    left: keyed(20, '左列 left column'),
    right: keyed(20, '右列 right column'),
    pairs: z
      .array(z.tuple([Key, Key]))
      .max(60)
      .default([])
      .describe('正确配对，左、右标号 right pairs: label on the left, label on the right'),
    analysis,
    score,
  })
  .meta({ id: 'QuestionMatching' });

const Essay = z
  .strictObject({
    kind: z.literal('essay').describe('解答题 essay'),
    stem,
    reference: words().nullable().default(null).describe('参考答案 reference answer'),
    marking: words().nullable().default(null).describe('评分标准 how it is marked'),
    analysis,
    score,
  })
  .meta({ id: 'QuestionEssay' });

/** A question that stands by itself, or a part of a composite one. */
export const QuestionPart = z
  .discriminatedUnion('kind', [
    choice('single', '单选题', 'single choice'),
    choice('multiple', '多选题', 'multiple choice'),
    Blank,
    Matching,
    Essay,
  ])
  .meta({ id: 'QuestionPart' });
export type QuestionPart = z.output<typeof QuestionPart>;

const Composite = z
  .strictObject({
    kind: z.literal('composite').describe('组合题，各小题共用题干 composite: parts that share a stem'),
    stem,
    parts: z.array(QuestionPart).max(20).default([]).describe('小题 parts, in order'),
    analysis,
    score,
  })
  .meta({ id: 'QuestionComposite' });

/** What a question says, and what is right. */
export const QuestionContent = z.discriminatedUnion('kind', [...QuestionPart.options, Composite]).meta({ id: 'QuestionContent' });
export type QuestionContent = z.output<typeof QuestionContent>;

/** What keeps a content from being a question. */
export const questionFaults = {
  'answer.none': { zh: '没有正确答案', en: 'no right answer' },
  'answer.unknown': { zh: '答案不在选项之中', en: 'the answer is none of the options' },
  'answer.several': { zh: '单选题只能有一个正确答案', en: 'a single choice has one right answer' },
  'label.repeated': { zh: '标号重复', en: 'a label is repeated' },
  'blanks.differ': { zh: '题干中的空与答案数不符', en: 'the stem has another number of blanks' },
  'parts.none': { zh: '组合题没有小题', en: 'a composite without parts' },
  'figure.unknown': { zh: '引用了没有附上的图', en: 'it names a figure that is not there' },
  'figure.unfit': { zh: '图须为 PNG、JPEG、GIF 或 WebP，每幅至多 5 MB', en: 'a figure is a PNG, JPEG, GIF or WebP of at most 5 MB' },
  'formula.too_long': { zh: '公式过长', en: 'a formula is too long' },
  'formula.too_deep': { zh: '公式嵌套过深', en: 'a formula is nested too deeply' },
  'formula.too_many': { zh: '公式过多', en: 'too many formulas' },
  'formula.forbidden': { zh: '公式含有不允许的命令', en: 'a formula holds a command that is not allowed' },
  'formula.unreadable': { zh: 'MathML 公式没有 LaTeX 原文', en: 'a MathML formula without its LaTeX' },
  'formula.unbalanced': { zh: '公式的花括号不成对', en: 'the braces of a formula do not pair' },
  unreadable: { zh: '无法识别', en: 'it cannot be read' },
  'kind.unsupported': { zh: '题型不支持', en: 'a kind of question that is not supported' },
  'bindings.unknown': { zh: '没有所绑定的章节、知识点或素养点', en: 'it is bound to nodes that are not there' },
  'bindings.missing': {
    zh: '监测库试题须有难度、知识点与素养点',
    en: 'the monitoring bank needs difficulty, knowledge points and competencies',
  },
  too_large: { zh: '试题过大', en: 'the question is too large' },
} as const;
export type QuestionFaultCode = keyof typeof questionFaults;
export const QuestionFaultCode = z
  .enum(Object.keys(questionFaults) as [QuestionFaultCode, ...QuestionFaultCode[]])
  .describe('问题 what is wrong');
