import { resources } from '@lianxue/contracts';
import { sendFile } from '../../story/files-of-story.js';
import type { Api, Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, handedDown, handedDownList, subtree, subtreeList } from './words.js';

const writers = ['teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin'] as const;
const readers = [...writers, 'resourceReviewer', 'expert', 'centreHead', 'systemAdmin', 'app'] as const;
const about = { stage: 'senior', subject: 'physics' };
const content = {
  ...{ kind: 'single', stem: '矩阵试题', answer: ['A'], score: 3 },
  options: ['甲', '乙'].map((text, nth) => ({ key: 'AB'[nth], text })),
};
const body = { content, ...about, evenIfAlike: true };

async function entered(world: World, owner: Place, more: object = {}) {
  const answer = await (await world.as('subjectResearcher', owner)).post('/questions', { ...body, ...more });
  world.check(answer.status === 201, 'a question for the matrix', answer.body);
  return { params: { questionId: answer.body.id as string }, id: answer.body.id as string };
}

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Approved by another than its author, and so handed down. */
async function approved(world: World, owner: Place, more: object = {}) {
  const made = await entered(world, owner, more);
  const move = async (by: Api, what: string) => {
    const answer = await by.post('/question-moves', { move: what, questions: [made.id] });
    world.check(answer.status === 200, `a question to ${what}`, answer.body);
  };
  await move(await world.as('subjectResearcher', owner), 'submit');
  await move(await world.as('resourceReviewer', owner), 'approve');
  return made;
}

async function withFigure(world: World, owner: Place) {
  const researcher = await world.as('subjectResearcher', owner);
  const png = Buffer.from(onePixel, 'base64');
  const file = await sendFile(world, researcher, { kind: 'figure', name: '图.png' }, png);
  const { params, id } = await approved(world, owner, { figures: [{ name: 'fig1', file }] });
  return { id, params: { ...params, figure: 'fig1' } };
}

async function paper(world: World, owner: Place) {
  const { id } = await approved(world, owner);
  const sections = [{ title: '选择题', questions: [{ question: id }] }];
  const answer = await (await world.as('subjectResearcher', owner)).post('/test-papers', { title: '矩阵试卷', ...about, sections });
  world.check(answer.status === 201, 'a test paper for the matrix', answer.body);
  return { params: { testPaperId: answer.body.id as string }, id: answer.body.id as string };
}

/** Questions come with answers: pupils and guardians meet none. What was approved is handed down, test papers are not. */
export const questionRows: readonly MatrixRow[] = [
  { operation: resources.enterQuestion, owner: 'county', ask: async () => ({ body }), expect: each(writers, always) },
  {
    operation: resources.questions,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await approved(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: resources.question, owner: 'county', ask: (world, owner) => approved(world, owner), expect: each(readers, handedDown) },
  {
    operation: resources.editQuestion,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await entered(world, owner)), body: { difficulty: 'B' } }),
    expect: each(writers, subtree),
  },
  {
    operation: resources.discardQuestion,
    owner: 'county',
    ask: (world, owner) => entered(world, owner),
    fresh: true,
    expect: each(writers, subtree),
  },
  {
    operation: resources.moveQuestions,
    owner: 'county',
    ask: async (world, owner) => ({ body: { move: 'submit', questions: [(await entered(world, owner)).id] } }),
    expect: each(writers, subtree),
  },
  {
    operation: resources.importQuestions,
    owner: 'county',
    // A file that nobody has sent: who may import is told so, whoever may not is refused before.
    ask: async () => ({ body: { ...about, file: '01900000-0000-7000-8000-000000000000' } }),
    expect: each(writers, '404 404 404 404 404'),
  },
  {
    operation: resources.exportQuestions,
    owner: 'county',
    ask: async (world, owner) => ({ body: { questions: [(await approved(world, owner)).id] } }),
    expect: each(readers, handedDown),
  },
  { operation: resources.questionFigure, owner: 'county', ask: withFigure, expect: each(readers, handedDown) },
  {
    operation: resources.assembleTestPaper,
    owner: 'county',
    ask: async (world, owner) => {
      const sections = [{ title: '选择题', questions: [{ question: (await approved(world, owner)).id }] }];
      return { body: { title: '矩阵试卷', ...about, sections } };
    },
    expect: each(writers, always),
  },
  {
    operation: resources.assembleByBlueprint,
    owner: 'county',
    ask: async () => ({ body: { title: '矩阵试卷', ...about, sections: [{ title: '选择题', lines: [{ count: 1 }] }] } }),
    expect: each(writers, always),
  },
  {
    operation: resources.testPapers,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await paper(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, subtreeList),
  },
  { operation: resources.testPaper, owner: 'county', ask: paper, expect: each(readers, subtree) },
  {
    operation: resources.reviseTestPaper,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await paper(world, owner)), body: { title: '矩阵试卷二' } }),
    expect: each(writers, subtree),
  },
  { operation: resources.discardTestPaper, owner: 'county', ask: paper, fresh: true, expect: each(writers, subtree) },
  {
    operation: resources.testPaperFigure,
    owner: 'county',
    ask: async (world: World, owner: Place) => {
      const { id, params } = await withFigure(world, owner);
      const sections = [{ title: '选择题', questions: [{ question: id }] }];
      const answer = await (await world.as('subjectResearcher', owner)).post('/test-papers', { title: '矩阵试卷', ...about, sections });
      world.check(answer.status === 201, 'a test paper with a figure', answer.body);
      return { params: { ...params, testPaperId: answer.body.id as string } };
    },
    expect: each(readers, subtree),
  },
  { operation: resources.testPaperSheet, owner: 'county', ask: paper, expect: each(readers, subtree) },
  { operation: resources.testPaperKey, owner: 'county', ask: paper, expect: each(readers, subtree) },
];
