import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, handedDown, handedDownList, staff, subtree, subtreeList } from './words.js';

const reviewers = ['countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const collectors = ['systemAdmin', 'centreHead', ...reviewers] as const;
const readers = ['schoolAdmin', 'rollManager', 'responsiblePerson', 'bureauLeader', ...collectors, 'app'] as const;
const selfRaters = ['schoolAdmin', 'responsiblePerson', ...collectors, 'app'] as const;
const raters = ['centreHead', ...reviewers] as const;

const day = 24 * 3600_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();
let counter = 0;

const content = {
  name: '矩阵指标体系',
  nameEn: 'A rubric of the matrix',
  dimensions: [
    {
      code: 'A1',
      name: '环境',
      nameEn: 'Environment',
      criteria: [{ code: 'B1', name: '网络', nameEn: 'Network', points: 100, asks: '千兆' }],
    },
  ],
  grades: [{ code: 'good', name: '良好', nameEn: 'Good', from: 80 }],
};
const rubricContent = (world: World, owner: Place) => ({ organisation: owner.id, code: `matrix_${world.run}_${++counter}`, content });

const must = async (world: World, asked: Promise<{ status: number; body: any }>, what: string) => {
  const answer = await asked;
  world.check(answer.status < 300, `${what} for the matrix`, answer.body);
  return answer.body as { id: string };
};

async function rubric(world: World, owner: Place) {
  const { id } = await must(world, (await world.as('countyReviewer', owner)).post('/rubrics', rubricContent(world, owner)), 'a rubric');
  return { params: { rubricId: id }, id };
}

const assessmentContent = async (world: World, owner: Place) => ({
  organisation: owner.id,
  rubric: (await rubric(world, owner)).id,
  name: '矩阵考核',
  year: 2026,
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  opens: at(-1),
  due: { self: at(5), first: at(10), final: at(15) },
});

async function assessment(world: World, owner: Place) {
  const county = await world.as('countyReviewer', owner);
  const { id } = await must(world, county.post('/assessments', await assessmentContent(world, owner)), 'an assessment');
  return { params: { assessmentId: id }, id };
}

const scores = { B1: { points: 90, documents: [] } };

/** The central school's rating in an assessment of its county. */
async function rating(world: World, owner: Place) {
  const { id: of } = await assessment(world, world.counties[0]);
  const school = await world.as('schoolAdmin', owner);
  const { id } = await must(world, school.post(`/assessments/${of}/ratings`, { organisation: owner.id }), 'a rating');
  await must(world, school.put(`/ratings/${id}/self`, { scores }, { headers: { 'if-match': '*' } }), 'its self-rating');
  return { params: { ratingId: id }, id, assessment: of };
}

async function handedIn(world: World, owner: Place) {
  const made = await rating(world, owner);
  await must(world, (await world.as('schoolAdmin', owner)).post(`/ratings/${made.id}/submit`), 'it is handed in');
  return made;
}

async function published(world: World, owner: Place) {
  const made = await handedIn(world, owner);
  const county = await world.as('countyReviewer', world.counties[0]);
  for (const step of ['first', 'final'])
    await must(world, county.post(`/ratings/${made.id}/${step}`, { scores: {} }), `its ${step} rating`);
  await must(world, county.post(`/assessments/${made.assessment}/publish`), 'it is published');
  return made;
}

async function objection(world: World, owner: Place) {
  const { id: of } = await published(world, owner);
  const school = await world.as('schoolAdmin', owner);
  const { id } = await must(world, school.post(`/ratings/${of}/objections`, { criterion: 'B1', grounds: '请复核' }), 'an objection');
  return { params: { objectionId: id }, id };
}

/** Deductions come by themselves from other services; the story meets one. Here nobody meets what does not exist. */
const noDeduction = { params: { deductionId: '01890000-0000-7000-8000-000000000000' } };
const nowhere = '404 404 404 404 404';

/** Rubrics and assessments are handed down; a rating is its unit's and its authorities'. */
export const assessmentRows: readonly MatrixRow[] = [
  {
    operation: reporting.rubricTemplates,
    owner: 'county',
    ask: async () => ({}),
    expect: each([...staff, 'pupil', 'guardian', 'vendor', 'app', 'anyone'], always),
  },
  {
    operation: reporting.issueRubric,
    owner: 'county',
    ask: async (world, owner) => ({ body: rubricContent(world, owner) }),
    fresh: true,
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.issueRubricEdition,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await rubric(world, owner)), body: { content } }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.rubrics,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await rubric(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: reporting.rubric, owner: 'county', ask: rubric, expect: each(readers, handedDown) },
  {
    operation: reporting.announceAssessment,
    owner: 'county',
    ask: async (world, owner) => ({ body: await assessmentContent(world, owner) }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.assessments,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await assessment(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: reporting.assessment, owner: 'county', ask: assessment, expect: each(readers, handedDown) },
  {
    operation: reporting.changeAssessment,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await assessment(world, owner)), body: { name: '矩阵考核二' } }),
    expect: each(collectors, subtree),
  },
  { operation: reporting.publishAssessment, owner: 'county', ask: assessment, expect: each(collectors, subtree) },
  { operation: reporting.assessmentProgress, owner: 'county', ask: assessment, expect: each(readers, handedDown) },
  {
    operation: reporting.assessmentResults,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await assessment(world, owner)).params }),
    expect: each(readers, handedDown),
  },
  {
    operation: reporting.beginRating,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await assessment(world, world.counties[0])).params, body: { organisation: owner.id } }),
    expect: each(selfRaters, subtree),
  },
  {
    operation: reporting.ratings,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await rating(world, owner)).id, query: { organisation: owner.id, limit: 200 } }),
    expect: each(readers, subtreeList),
  },
  { operation: reporting.rating, owner: 'school', ask: rating, expect: each(readers, subtree) },
  {
    operation: reporting.selfRate,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await rating(world, owner)), body: { scores } }),
    expect: each(selfRaters, subtree),
  },
  { operation: reporting.submitRating, owner: 'school', ask: rating, expect: each(selfRaters, subtree) },
  {
    operation: reporting.returnRating,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await handedIn(world, owner)), body: { reasons: [{ criterion: 'B1', reason: '请补充' }] } }),
    expect: each(raters, subtree),
  },
  {
    operation: reporting.rateFirst,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await handedIn(world, owner)), body: { scores: {} } }),
    expect: each(raters, subtree),
  },
  {
    operation: reporting.rateFinal,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await handedIn(world, owner)), body: { scores: {} } }),
    expect: each(raters, subtree),
  },
  {
    operation: reporting.objectToRating,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await published(world, owner)), body: { criterion: 'B1', grounds: '请复核' } }),
    expect: each(selfRaters, subtree),
  },
  {
    operation: reporting.ratingObjections,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await objection(world, owner)).id, query: { organisation: owner.id, limit: 200 } }),
    expect: each(readers, subtreeList),
  },
  {
    operation: reporting.decideRatingObjection,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await objection(world, owner)), body: { decision: 'dismiss', answer: '维持' } }),
    expect: each(raters, subtree),
  },
  { operation: reporting.deductions, owner: 'school', ask: async () => ({}), expect: each(readers, always) },
  {
    operation: reporting.contestDeduction,
    owner: 'school',
    ask: async () => ({ ...noDeduction, body: { grounds: '已报告' } }),
    expect: each(selfRaters, nowhere),
  },
  {
    operation: reporting.decideDeduction,
    owner: 'school',
    ask: async () => ({ ...noDeduction, body: { decision: 'lift', reason: '属实' } }),
    expect: each(raters, nowhere),
  },
];
