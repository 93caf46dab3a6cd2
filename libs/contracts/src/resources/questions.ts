import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import type { Role } from '../roles.js';
import { creatable, Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { Grade, Stage, Subject } from '../shapes/teaching.js';
import { bankQuestionKinds, QuestionContent, QuestionFaultCode, type BankQuestionKind } from './question-content.js';

/** 题库 is for teaching; 监测库 for monitoring: bound to knowledge points and competencies, and never handed down. */
export const questionBanks = ['general', 'monitoring'] as const;
export const QuestionBank = z.enum(questionBanks).describe('所属库：题库、监测库 bank: for teaching, or for monitoring');

/** 难度: A 易、B 中、C 难. */
export const questionDifficulties = ['A', 'B', 'C'] as const;
export const QuestionDifficulty = z.enum(questionDifficulties).describe('难度：A 易、B 中、C 难 difficulty: A easy, B medium, C hard');

export const QuestionKind = z
  .enum(Object.keys(bankQuestionKinds) as [BankQuestionKind, ...BankQuestionKind[]])
  .describe('题型 kind of question');

export const questionWriters = ['teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin'] as const satisfies readonly Role[];
export const questionReviewers = ['resourceReviewer', 'subjectResearcher'] as const satisfies readonly Role[];
/** Pupils and guardians are not among them: a question comes with its answer. */
export const questionReaders = [
  ...questionWriters,
  'resourceReviewer',
  'expert',
  'centreHead',
  'systemAdmin',
  'app',
] as const satisfies readonly Role[];

export const questionStates = ['draft', 'submitted', 'returned', 'approved', 'withdrawn'] as const;
export type QuestionState = (typeof questionStates)[number];
export const questionMoves = ['submit', 'approve', 'return', 'withdraw'] as const;
export type QuestionMove = (typeof questionMoves)[number];

/** 草稿 → 待审 → (退回 → 待审)* → 已通过 → 停用. */
export const questionLifeCycle = new LifeCycle<QuestionState, QuestionMove>({
  submit: { from: ['draft', 'returned'], to: 'submitted', by: questionWriters },
  approve: { from: ['submitted'], to: 'approved', by: questionReviewers },
  return: { from: ['submitted'], to: 'returned', by: questionReviewers },
  withdraw: { from: ['approved'], to: 'withdrawn', by: questionReviewers },
});

const nodes = (said: string) => z.array(Id).max(20).default([]).describe(said);

const described = {
  stage: Stage,
  subject: Subject,
  grades: z.array(Grade).max(12).default([]).describe('适用年级 grades it is for'),
  difficulty: QuestionDifficulty.nullable().default(null),
  chapters: nodes('章节 chapters, ids of curriculum nodes'),
  points: nodes('知识点 knowledge points, ids of curriculum nodes'),
  competencies: nodes('素养点 competencies, ids of curriculum nodes'),
  source: text(200).nullable().default(null).describe('来源，如试卷名与题号 where it comes from'),
  year: z.int().min(1900).max(2200).nullable().default(null).describe('年份 year'),
};

const FigureName = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** A figure of a question: a file known by its content. */
export const QuestionFigure = z
  .object({
    name: FigureName.describe('图名，题干以此引用 name by which the text refers to it'),
    sha256: z.string().describe('内容的 SHA-256 hash of its content'),
    mediaType: z.string().describe('媒体类型 media type'),
    size: z.int().describe('字节数 bytes'),
  })
  .meta({ id: 'QuestionFigure' });
export type QuestionFigure = z.output<typeof QuestionFigure>;

const figures = z
  .array(
    z.strictObject({
      name: FigureName.describe('图名 name by which the text refers to it'),
      file: Id.describe('已上传文件的标识（用途 figure） id of the file that was sent, kind figure'),
    }),
  )
  .max(20);

export const QuestionInput = z.strictObject({
  ...creatable,
  bank: QuestionBank.default('general'),
  content: QuestionContent.describe('内容与答案 what it says and what is right'),
  ...described,
  figures: figures.default([]).describe('图 figures'),
  evenIfAlike: z.boolean().default(false).describe('与已有试题相同也要登记 enter it even if there is one like it'),
});
export type QuestionInput = z.output<typeof QuestionInput>;

export const QuestionEdit = z
  .strictObject({
    content: QuestionContent.describe('内容与答案 what it says and what is right'),
    ...described,
    grades: described.grades.unwrap().describe('适用年级 grades it is for'),
    difficulty: described.difficulty.unwrap().describe('难度 difficulty'),
    chapters: described.chapters.unwrap().describe('章节 chapters'),
    points: described.points.unwrap().describe('知识点 knowledge points'),
    competencies: described.competencies.unwrap().describe('素养点 competencies'),
    source: described.source.unwrap().describe('来源 where it comes from'),
    year: described.year.unwrap().describe('年份 year'),
    figures: figures.describe('图，整组替换 figures, all of them anew'),
  })
  .partial();
export type QuestionEdit = z.output<typeof QuestionEdit>;

/** What everyone may hear of a question: not what it says. */
const known = {
  organisation: Id.describe('所属组织 organisation it belongs to'),
  bank: QuestionBank,
  kind: QuestionKind,
  stage: Stage,
  subject: Subject,
  grades: z.array(Grade).describe('适用年级 grades it is for'),
  difficulty: QuestionDifficulty.nullable(),
  chapters: z.array(Id).describe('章节 chapters'),
  points: z.array(Id).describe('知识点 knowledge points'),
  competencies: z.array(Id).describe('素养点 competencies'),
  status: z.enum(questionStates).describe('状态 state in the life cycle'),
};

/** 试题. */
export const BankQuestion = z
  .object({
    ...itemShape,
    ...known,
    content: QuestionContent.describe('内容与答案 what it says and what is right'),
    figures: z.array(QuestionFigure).describe('图 figures'),
    source: z.string().nullable().describe('来源 where it comes from'),
    year: z.int().nullable().describe('年份 year'),
    fingerprint: z
      .string()
      .describe('内容指纹：空白、标点、大小写不同的仍相同 the same for what differs in blanks, punctuation and case alone'),
    author: Id.describe('作者 who entered it'),
    reason: z.string().nullable().describe('退回或停用的理由 why it was returned or withdrawn'),
    reviewedAt: Instant.nullable().describe('最近审核时间 when it was last decided on'),
    moves: moves(questionMoves),
  })
  .meta({ id: 'BankQuestion' });
export type BankQuestion = z.output<typeof BankQuestion>;

export const QuestionFact = z.object({ id: Id.describe('标识 id'), ...known }).meta({ id: 'QuestionFact' });
export type QuestionFact = z.output<typeof QuestionFact>;
export const questionFacts = facts('resources', 'question', QuestionFact, {
  entered: '试题已登记 A question was entered',
  edited: '试题已修改 A question was edited',
  submitted: '试题已送审 A question was submitted',
  approved: '试题审核通过 A question was approved',
  returned: '试题已退回修改 A question was returned',
  withdrawn: '试题已停用 A question was withdrawn',
  discarded: '试题草稿已删除 A draft question was discarded',
});

export const QuestionImport = z
  .object({
    read: z.int().describe('读出的试题数 questions read'),
    imported: z.array(Id).describe('导入的试题，按文件中的次序 questions that were entered, in the order of the file'),
    duplicates: z
      .array(
        z.object({
          row: z.int().describe('第几题，自 1 起 place in the file, counted from 1'),
          question: Id.nullable().describe('已有的同一试题；同一文件内重复的为空 question like it; null when it is in the same file'),
        }),
      )
      .describe('重复而未导入的 left out because there is one like it'),
    refused: z
      .array(
        z.object({
          row: z.int().describe('第几题，自 1 起 place in the file, counted from 1'),
          fault: QuestionFaultCode,
          words: z.string().describe('说明 what that means'),
        }),
      )
      .describe('不合要求而未导入的 left out because of what is wrong with them'),
  })
  .meta({ id: 'QuestionImport' });
export type QuestionImport = z.output<typeof QuestionImport>;

export const QuestionNotFound = refusal('question.not_found', 404, { zh: '找不到该试题', en: 'There is no such question' });
export const QuestionUnfit = refusal(
  'question.unfit',
  422,
  { zh: '试题不合要求：{words}', en: 'Not a question as it is: {words}' },
  z.strictObject({ fault: QuestionFaultCode, words: z.string(), part: z.int().nullable() }),
);
export const QuestionAlike = refusal(
  'question.alike',
  409,
  { zh: '已有相同的试题', en: 'There is a question like it' },
  z.strictObject({ question: Id }),
);
export const QuestionNotYours = refusal('question.not_yours', 409, { zh: '只有作者本人可以执行此操作', en: 'Only its author may do this' });
export const QuestionOwnReview = refusal('question.own_review', 409, { zh: '不能审核自己的试题', en: 'Nobody reviews their own question' });
export const QuestionLocked = refusal(
  'question.locked',
  409,
  { zh: '当前状态（{state}）不能修改', en: 'Not editable in the state “{state}”' },
  z.strictObject({ state: z.string() }),
);
export const QuestionUnbound = refusal(
  'question.unbound',
  422,
  { zh: '监测库试题还缺{missing}', en: 'A question of the monitoring bank lacks {missing}' },
  z.strictObject({ missing: z.array(z.string()), fields: z.array(z.enum(['difficulty', 'points', 'competencies'])) }),
);
export const QuestionFigureUnfit = refusal('question.figure_unfit', 422, {
  zh: '图须为 PNG、JPEG、GIF 或 WebP，每幅至多 5 MB',
  en: 'A figure is a PNG, JPEG, GIF or WebP of at most 5 MB',
});
export const QuestionFileUnreadable = refusal(
  'question.file_unreadable',
  422,
  { zh: '读不出试题：{reason}', en: 'No questions can be read from it: {reason}' },
  z.strictObject({ reason: z.string() }),
);
export const QuestionsTooMany = refusal(
  'question.too_many',
  422,
  { zh: '一次至多 {most} 题', en: 'At most {most} questions at once' },
  z.strictObject({ most: z.int() }),
);
