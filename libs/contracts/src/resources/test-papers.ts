import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { creatable, Id, itemShape, text } from '../shapes/shapes.js';
import { Stage, Subject } from '../shapes/teaching.js';
import { QuestionContent } from './question-content.js';
import { QuestionBank, QuestionDifficulty, QuestionFigure, QuestionKind } from './questions.js';

/** No exam has more. */
export const mostPaperQuestions = 200;
const mostSections = 20;

const score = z.number().positive().max(200).multipleOf(0.5);
const title = text(120).describe('试卷名称 title');
const minutes = z.int().min(1).max(600).nullable().default(null).describe('考试时长（分钟） minutes it takes');
const sectionTitle = text(120).describe('大题名称 title of the section');
const note = text(500).nullable().default(null).describe('大题说明 what is said about it');

const sections = z
  .array(
    z
      .strictObject({
        title: sectionTitle,
        note,
        questions: z
          .array(
            z.strictObject({
              question: Id.describe('试题 question'),
              score: score.optional().describe('分值，缺省用试题自己的 score; its own unless said'),
            }),
          )
          .min(1)
          .max(mostPaperQuestions)
          .describe('试题，按次序 questions, in order'),
      })
      .meta({ id: 'TestPaperSectionInput' }),
  )
  .min(1)
  .max(mostSections)
  .describe('各大题 sections');

export const TestPaperInput = z.strictObject({ ...creatable, title, stage: Stage, subject: Subject, minutes, sections });
export type TestPaperInput = z.output<typeof TestPaperInput>;

export const TestPaperRevision = z
  .strictObject({ title, minutes: minutes.unwrap().describe('考试时长（分钟） minutes it takes'), sections })
  .partial();
export type TestPaperRevision = z.output<typeof TestPaperRevision>;

/** 命题蓝图: how many questions of which chapters and difficulty. */
export const Blueprint = z.strictObject({
  ...creatable,
  title,
  stage: Stage,
  subject: Subject,
  minutes,
  bank: QuestionBank.default('general'),
  sections: z
    .array(
      z
        .strictObject({
          title: sectionTitle,
          note,
          lines: z
            .array(
              z
                .strictObject({
                  count: z.int().min(1).max(100).describe('题数 how many questions'),
                  kind: QuestionKind.optional().describe('题型 kind'),
                  difficulty: QuestionDifficulty.optional().describe('难度 difficulty'),
                  nodes: z
                    .array(Id)
                    .max(50)
                    .default([])
                    .describe(
                      '章节、知识点或素养点，任一即可，含其下级与前身 chapters, points or competencies, any of them, with what lies below',
                    ),
                  score: score.optional().describe('每题分值，缺省用试题自己的 score of each; its own unless said'),
                })
                .meta({ id: 'BlueprintLine' }),
            )
            .min(1)
            .max(50)
            .describe('各行：章节 × 难度 × 题数 lines: chapters by difficulty by count'),
        })
        .meta({ id: 'BlueprintSection' }),
    )
    .min(1)
    .max(mostSections)
    .describe('各大题 sections'),
  without: z.array(Id).max(500).default([]).describe('不用的试题，如上次考过的 questions to leave out, such as last time’s'),
});
export type Blueprint = z.output<typeof Blueprint>;

const PaperQuestion = z
  .object({
    question: Id.describe('试题 question'),
    version: z.int().describe('组卷时的版本 version that was put in'),
    score: z.number().describe('分值 score'),
    content: QuestionContent.describe('组卷时的内容；试题以后修改不影响本卷 as it was then; later edits leave the paper alone'),
    figures: z.array(QuestionFigure).describe('图 figures'),
  })
  .meta({ id: 'TestPaperQuestion' });

export const TestPaperSection = z
  .object({
    title: sectionTitle,
    note: z.string().nullable().describe('大题说明 what is said about it'),
    questions: z.array(PaperQuestion).describe('试题，按次序 questions, in order'),
  })
  .meta({ id: 'TestPaperSection' });
export type TestPaperSection = z.output<typeof TestPaperSection>;

const known = {
  organisation: Id.describe('所属组织 organisation it belongs to'),
  title: z.string().describe('试卷名称 title'),
  stage: Stage,
  subject: Subject,
  minutes: z.int().nullable().describe('考试时长（分钟） minutes it takes'),
  count: z.int().describe('题数 how many questions'),
  total: z.number().describe('总分 total score'),
};

/** 试卷 as lists show it. */
export const TestPaperHead = z
  .object({ ...itemShape, ...known, author: Id.describe('组卷人 who assembled it') })
  .meta({ id: 'TestPaperHead' });

/** 试卷. */
export const TestPaper = z
  .object({ ...TestPaperHead.shape, sections: z.array(TestPaperSection).describe('各大题 sections') })
  .meta({ id: 'TestPaper' });
export type TestPaper = z.output<typeof TestPaper>;

export const TestPaperFact = z.object({ id: Id.describe('标识 id'), ...known }).meta({ id: 'TestPaperFact' });
export type TestPaperFact = z.output<typeof TestPaperFact>;
export const testPaperFacts = facts('resources', 'test_paper', TestPaperFact, {
  assembled: '试卷已组成 A test paper was assembled',
  revised: '试卷已修改 A test paper was revised',
  discarded: '试卷已删除 A test paper was discarded',
});

export const TestPaperNotFound = refusal('test_paper.not_found', 404, { zh: '找不到该试卷', en: 'There is no such test paper' });
export const TestPaperNotYours = refusal('test_paper.not_yours', 409, {
  zh: '只有组卷人可以执行此操作',
  en: 'Only who assembled it may do this',
});
export const BankTooSmall = refusal(
  'test_paper.bank_too_small',
  409,
  { zh: '题库中合要求的试题不够：{wanting}', en: 'The bank has too few questions that fit: {wanting}' },
  z.strictObject({
    wanting: z.array(z.string()),
    lines: z.array(z.strictObject({ section: z.int(), line: z.int(), wanted: z.int(), found: z.int() })),
  }),
);
export const TestPaperQuestionsUnfit = refusal(
  'test_paper.questions_unfit',
  409,
  { zh: '有试题未审核通过、看不到或重复：{questions}', en: 'Some questions are not approved, not in reach, or there twice: {questions}' },
  z.strictObject({ questions: z.array(Id) }),
);
export const TestPaperUnscored = refusal(
  'test_paper.unscored',
  422,
  { zh: '有试题没有分值：{questions}', en: 'Some questions have no score: {questions}' },
  z.strictObject({ questions: z.array(Id) }),
);
export const TestPaperTooLarge = refusal(
  'test_paper.too_large',
  422,
  { zh: '试卷至多 {most} 题、合计 600 KB', en: 'A test paper has at most {most} questions and 600 KB in all' },
  z.strictObject({ most: z.int() }),
);
