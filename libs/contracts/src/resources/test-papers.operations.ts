import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { SheetFile } from '../reporting/sheets.js';
import { paper } from '../shapes/paper.js';
import { Id, item, page, paging, value } from '../shapes/shapes.js';
import { Stage, Subject } from '../shapes/teaching.js';
import { questionReaders, questionWriters } from './questions.js';
import {
  BankTooSmall,
  Blueprint,
  TestPaper,
  TestPaperHead,
  TestPaperInput,
  TestPaperNotFound,
  TestPaperNotYours,
  TestPaperQuestionsUnfit,
  TestPaperRevision,
  TestPaperTooLarge,
  TestPaperUnscored,
} from './test-papers.js';

const testPaperId = z.object({ testPaperId: Id.describe('试卷标识 id of the test paper') });
const unfit = [TestPaperQuestionsUnfit, TestPaperUnscored, TestPaperTooLarge] as const;

/** 试卷: assembled from approved questions by hand or by a blueprint, and printed. */
export const testPaperOperations = {
  assembleTestPaper: operation('post', '/test-papers', {
    summary: '手工组卷 Assemble a test paper',
    description: '只用审核通过的试题；试题内容随卷保存。 From approved questions; what they say is kept with the paper.',
    scope: 'resources.write',
    permits: questionWriters,
    reach: 'handedDown',
    creates: true,
    body: TestPaperInput,
    returns: item(TestPaper),
    fails: unfit,
  }),
  assembleByBlueprint: operation('post', '/test-papers/by-blueprint', {
    summary: '按蓝图组卷 Assemble a test paper by a blueprint',
    description:
      '每行给出章节、难度与题数，从可见且审核通过的试题中随机抽取；不够时说明差多少。 Each line asks for so many of some chapters and difficulty, drawn from approved questions in reach. Where there are too few it says how many.',
    scope: 'resources.write',
    permits: questionWriters,
    reach: 'handedDown',
    creates: true,
    body: Blueprint,
    returns: item(TestPaper),
    fails: [...unfit, BankTooSmall],
  }),
  testPapers: operation('get', '/test-papers', {
    summary: '列出试卷 List test papers',
    scope: 'resources.read',
    permits: questionReaders,
    query: z.object({ stage: Stage.optional(), subject: Subject.optional(), ...paging }),
    returns: page(TestPaperHead),
  }),
  testPaper: operation('get', '/test-papers/:testPaperId', {
    summary: '读取试卷 Read a test paper',
    scope: 'resources.read',
    permits: questionReaders,
    params: testPaperId,
    returns: item(TestPaper),
    fails: [TestPaperNotFound],
  }),
  reviseTestPaper: operation('patch', '/test-papers/:testPaperId', {
    summary: '修改试卷 Revise a test paper',
    scope: 'resources.write',
    permits: questionWriters,
    reach: 'handedDown',
    guarded: true,
    params: testPaperId,
    body: TestPaperRevision,
    returns: item(TestPaper),
    fails: [TestPaperNotFound, TestPaperNotYours, ...unfit],
  }),
  discardTestPaper: operation('delete', '/test-papers/:testPaperId', {
    summary: '删除试卷 Discard a test paper',
    scope: 'resources.write',
    permits: questionWriters,
    params: testPaperId,
    fails: [TestPaperNotFound, TestPaperNotYours],
  }),
  testPaperSheet: operation('get', '/test-papers/:testPaperId/paper', {
    summary: '打印试卷 Print a test paper',
    description:
      '不含答案。网页与 Word 中公式排成公式，PDF 与 Excel 中排成一行；图印作图名。 Without answers. Formulas are set in pages and Word, and stand in one line in PDF and Excel; figures are printed by their name. JSON, or by `Accept` a page, PDF, Word or Excel.',
    scope: 'resources.read',
    permits: questionReaders,
    params: testPaperId,
    returns: paper(),
    fails: [TestPaperNotFound],
  }),
  testPaperKey: operation('get', '/test-papers/:testPaperId/key', {
    summary: '打印参考答案 Print the key of a test paper',
    description: '答案、评分标准与解析。 Answers, marking and analyses. JSON, or by `Accept` a page, PDF, Word or Excel.',
    scope: 'resources.read',
    permits: questionReaders,
    params: testPaperId,
    returns: paper(),
    fails: [TestPaperNotFound],
  }),
  testPaperFigure: operation('post', '/test-papers/:testPaperId/questions/:questionId/figures/:figure/file', {
    summary: '取试卷中的图 Get a figure of a test paper',
    description:
      '组卷时的图，试题以后改换也不变。文件归调用者所有，用 files.link 下载。 As it was when the paper was assembled. The file then is the caller’s own: download it by files.link.',
    scope: 'resources.read',
    permits: questionReaders,
    params: testPaperId.extend({
      questionId: Id.describe('试题标识 id of the question'),
      figure: z.string().max(40).describe('图名 name of the figure'),
    }),
    returns: value(SheetFile),
    fails: [TestPaperNotFound],
  }),
};
