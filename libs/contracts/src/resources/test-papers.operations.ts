import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { paper } from '../shapes/paper.js';
import { Id, item, page, paging } from '../shapes/shapes.js';
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
      '不含答案。公式印作 LaTeX 原文，图印作图名。 Without answers. Formulas are printed as LaTeX, figures by their name. JSON, or by `Accept` a page, PDF, Word or Excel.',
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
};
