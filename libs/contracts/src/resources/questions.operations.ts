import { z } from 'zod';
import { FileUnknown } from '../files/files.js';
import { MoveNotAllowed } from '../life-cycle.js';
import { operation } from '../machinery/operation.js';
import { SheetFile } from '../reporting/sheets.js';
import { Id, item, page, paging, text, value } from '../shapes/shapes.js';
import { Stage, Subject } from '../shapes/teaching.js';
import { CurriculumNodesUnknown } from './curriculum.js';
import {
  BankQuestion,
  QuestionAlike,
  QuestionBank,
  QuestionDifficulty,
  QuestionEdit,
  QuestionFigureUnfit,
  QuestionFileUnreadable,
  QuestionImport,
  QuestionInput,
  QuestionKind,
  QuestionLocked,
  questionMoves,
  QuestionNotFound,
  QuestionNotYours,
  QuestionOwnReview,
  questionReaders,
  questionReviewers,
  QuestionsTooMany,
  questionStates,
  QuestionUnbound,
  QuestionUnfit,
  questionWriters,
} from './questions.js';

const questionId = z.object({ questionId: Id.describe('试题标识 id of the question') });
const entering = [QuestionUnfit, QuestionUnbound, CurriculumNodesUnknown, FileUnknown, QuestionFigureUnfit] as const;
const movers = [...new Set([...questionWriters, ...questionReviewers])];

/** 题库与监测库: questions with their answers; entered, reviewed, imported and exported. */
export const questionOperations = {
  enterQuestion: operation('post', '/questions', {
    summary: '登记试题 Enter a question',
    description:
      '没有正确答案的试题不收；公式为 LaTeX，原样保存，过长、过深或含宏定义的不收。与已有试题相同的须言明。 One with no right answer is refused. Formulas are LaTeX and kept exactly; one that is too long, too deep or defines macros is refused. One like another has to be meant.',
    scope: 'resources.write',
    permits: questionWriters,
    reach: 'handedDown',
    creates: true,
    body: QuestionInput,
    returns: item(BankQuestion),
    fails: [...entering, QuestionAlike],
  }),
  questions: operation('get', '/questions', {
    summary: '查找试题 Find questions',
    description:
      '上级审核通过的题库试题向下可读；监测库试题只有所属组织及其上级可读。 What was approved above is read below; those of the monitoring bank only by their own organisation and those above it.',
    scope: 'resources.read',
    permits: questionReaders,
    reach: 'handedDown',
    query: z.object({
      bank: QuestionBank.optional(),
      kind: QuestionKind.optional(),
      stage: Stage.optional(),
      subject: Subject.optional(),
      difficulty: QuestionDifficulty.optional(),
      status: z.enum(questionStates).optional().describe('状态 state'),
      node: Id.optional().describe(
        '章节、知识点或素养点，含其下级与前身 chapter, point or competency, with what lies below it and what it succeeded',
      ),
      q: text(100).optional().describe('题干中的文字 a piece of what it says'),
      ...paging,
    }),
    returns: page(BankQuestion),
  }),
  question: operation('get', '/questions/:questionId', {
    summary: '查看试题 Read a question',
    scope: 'resources.read',
    permits: questionReaders,
    reach: 'handedDown',
    params: questionId,
    returns: item(BankQuestion),
    fails: [QuestionNotFound],
  }),
  editQuestion: operation('patch', '/questions/:questionId', {
    summary: '修改试题 Edit a question',
    description: '作者可修改草稿与被退回的试题。 Its author edits a draft, or one that was returned.',
    scope: 'resources.write',
    permits: questionWriters,
    guarded: true,
    params: questionId,
    body: QuestionEdit,
    returns: item(BankQuestion),
    fails: [QuestionNotFound, QuestionNotYours, QuestionLocked, ...entering],
  }),
  discardQuestion: operation('delete', '/questions/:questionId', {
    summary: '删除试题草稿 Discard a draft question',
    scope: 'resources.write',
    permits: questionWriters,
    params: questionId,
    fails: [QuestionNotFound, QuestionNotYours, QuestionLocked],
  }),
  moveQuestions: operation('post', '/question-moves', {
    summary: '送审、通过、退回或停用试题 Submit questions for review, approve, return or withdraw them',
    description:
      '一题或多题一并办理，有一题不能办则都不办。作者送审，他人审核；退回与停用须写明理由。 One or many together; where one cannot be moved none is. Authors submit, others decide; to return and to withdraw take a reason.',
    scope: 'resources.write',
    permits: movers,
    body: z
      .strictObject({
        move: z.enum(questionMoves).describe('操作：送审、通过、退回、停用 submit, approve, return or withdraw'),
        questions: z.array(Id).min(1).max(200).describe('试题 questions'),
        reason: text(500).optional().describe('理由 reason'),
      })
      .refine(({ move, reason }) => reason !== undefined || move === 'submit' || move === 'approve', {
        path: ['reason'],
        message: 'reason.needed',
      }),
    returns: value(z.object({ moved: z.array(Id).describe('已办理的试题 questions that were moved') })),
    fails: [QuestionNotFound, QuestionNotYours, QuestionOwnReview, MoveNotAllowed],
  }),
  importQuestions: operation('post', '/question-imports', {
    summary: '导入试题 Import questions',
    description:
      '先以 files.ticket（用途 questions）上传：本平台 JSON、高考选择题 JSON（keywords、example）、QTI 2.1/2.2 的 XML 或内容包。与可见试题相同的不重复导入，不合要求的逐题说明。 Sent before by files.ticket, kind questions: our JSON, JSON of exam questions (keywords, example), QTI 2.1 or 2.2 as XML or as a package. What is there already is not entered twice, what does not fit is told one by one.',
    scope: 'resources.write',
    permits: questionWriters,
    reach: 'handedDown',
    body: z.strictObject({
      file: Id.describe('已上传文件的标识（用途 questions） id of the file that was sent, kind questions'),
      bank: QuestionBank.default('general'),
      stage: Stage,
      subject: Subject,
      difficulty: QuestionDifficulty.optional().describe('文件未写明时的难度 difficulty where the file says none'),
      chapters: z.array(Id).max(20).default([]).describe('文件未写明时的章节 chapters where the file names none'),
      points: z.array(Id).max(20).default([]).describe('文件未写明时的知识点 knowledge points where the file names none'),
      competencies: z.array(Id).max(20).default([]).describe('文件未写明时的素养点 competencies where the file names none'),
      evenIfAlike: z.boolean().default(false).describe('与已有试题相同的也导入 enter even those that are like one there'),
      submit: z.boolean().default(false).describe('导入后即送审 submit them at once'),
      dryRun: z.boolean().default(false).describe('只检查，不导入 check only, enter nothing'),
    }),
    returns: value(QuestionImport),
    fails: [FileUnknown, QuestionFileUnreadable, QuestionsTooMany, CurriculumNodesUnknown],
  }),
  exportQuestions: operation('post', '/question-exports', {
    summary: '导出试题 Export questions',
    description:
      'QTI 2.1 内容包，含图、解析、绑定；再导入时不失一字。文件归调用者所有，用 files.link 下载。 A QTI 2.1 package with figures, analyses and bindings; imported again nothing is lost. The file is the caller’s own: download it by files.link.',
    scope: 'resources.read',
    permits: questionReaders,
    reach: 'handedDown',
    body: z.strictObject({ questions: z.array(Id).min(1).max(1000).describe('试题，按此次序 questions, in this order') }),
    returns: value(SheetFile),
    fails: [QuestionNotFound],
  }),
  questionFigure: operation('post', '/questions/:questionId/figures/:figure/file', {
    summary: '取试题的图 Get a figure of a question',
    description: '文件归调用者所有，用 files.link 下载。 The file then is the caller’s own: download it by files.link.',
    scope: 'resources.read',
    permits: questionReaders,
    reach: 'handedDown',
    params: questionId.extend({ figure: z.string().max(40).describe('图名 name of the figure') }),
    returns: value(SheetFile),
    fails: [QuestionNotFound],
  }),
};
