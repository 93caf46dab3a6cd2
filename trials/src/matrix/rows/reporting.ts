import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { each, handedDown, handedDownList, subtree, subtreeList } from './words.js';

export const collectors = ['systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const fillers = ['schoolAdmin', 'rollManager', 'app'] as const;
export const readers = ['schoolAdmin', 'rollManager', 'responsiblePerson', 'bureauLeader', ...collectors, 'app'] as const;

const day = 24 * 3600_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();
let counter = 0;
/** A file or an attachment that nobody here has. */
const nobodys = '01939f6e-7c00-7000-8000-00000000000f';

const form = { indicators: [{ code: 'rooms', name: '教室', nameEn: 'Rooms', type: 'integer', required: true, min: 0 }] };
const dataSetContent = (world: World, owner: Place) => ({
  organisation: owner.id,
  code: `matrix_${world.run}_${++counter}`,
  name: '矩阵数据集',
  nameEn: 'A data set of the matrix',
  form,
});
const periodContent = () => ({
  name: '矩阵填报期',
  kind: 'quarter',
  firstDay: at(-5).slice(0, 10),
  lastDay: at(5).slice(0, 10),
  opens: at(-5),
  due: { school: at(5), county: at(10), city: at(15) },
});

export async function dataSet(world: World, owner: Place) {
  const answer = await (await world.as('countyReviewer', owner)).post('/data-sets', dataSetContent(world, owner));
  world.check(answer.status === 201, 'a data set for the matrix', answer.body);
  return { params: { dataSetId: answer.body.id as string }, id: answer.body.id as string, form: answer.body.form as string };
}

export async function period(world: World, owner: Place) {
  const { id } = await dataSet(world, owner);
  const answer = await (await world.as('countyReviewer', owner)).post('/periods', { dataSet: id, ...periodContent() });
  world.check(answer.status === 201, 'a period for the matrix', answer.body);
  return { params: { periodId: answer.body.id as string }, id: answer.body.id as string, dataSet: id };
}

/** A draft of the central school in a period of its county. */
export async function submission(world: World, owner: Place) {
  const { id } = await period(world, world.counties[0]);
  const school = await world.as('schoolAdmin', owner);
  const answer = await school.post(`/periods/${id}/submissions`, { organisation: owner.id, values: { rooms: 3 } });
  world.check(answer.status === 201, 'a submission for the matrix', answer.body);
  return { params: { submissionId: answer.body.id as string }, id: answer.body.id as string };
}

export async function submitted(world: World, owner: Place) {
  const made = await submission(world, owner);
  const answer = await (await world.as('schoolAdmin', owner)).post(`/submissions/${made.id}/submit`);
  world.check(answer.status === 200, 'it is submitted', answer.body);
  return made;
}

/** Data sets, forms and periods are handed down; a submission is its school's and its authorities'. */
export const reportingRows: readonly MatrixRow[] = [
  {
    operation: reporting.dataSets,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await dataSet(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: reporting.dataSet, owner: 'county', ask: dataSet, expect: each(readers, handedDown) },
  {
    operation: reporting.defineDataSet,
    owner: 'county',
    ask: async (world, owner) => ({ body: dataSetContent(world, owner) }),
    fresh: true,
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.issueForm,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await dataSet(world, owner)), body: form }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.forms,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await dataSet(world, owner)).params }),
    expect: each(readers, handedDown),
  },
  {
    operation: reporting.form,
    owner: 'county',
    ask: async (world, owner) => ({ params: { formId: (await dataSet(world, owner)).form } }),
    expect: each(readers, handedDown),
  },
  {
    operation: reporting.announcePeriod,
    owner: 'county',
    ask: async (world, owner) => ({ body: { dataSet: (await dataSet(world, owner)).id, ...periodContent() } }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.periods,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await period(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: reporting.period, owner: 'county', ask: period, expect: each(readers, handedDown) },
  {
    operation: reporting.changePeriod,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await period(world, owner)), body: { name: '矩阵填报期二' } }),
    expect: each(collectors, subtree),
  },
  {
    // For the central school itself: who stands beside or below it cannot begin it.
    operation: reporting.beginSubmission,
    owner: 'school',
    ask: async (world, owner) => ({
      params: (await period(world, world.counties[0])).params,
      body: { organisation: owner.id, values: {} },
    }),
    expect: each(fillers, subtree),
  },
  {
    operation: reporting.submissions,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await submission(world, owner)).id, query: { organisation: owner.id, limit: 200 } }),
    expect: each(readers, subtreeList),
  },
  { operation: reporting.submission, owner: 'school', ask: submission, expect: each(readers, subtree) },
  { operation: reporting.validateSubmission, owner: 'school', ask: submission, expect: each(readers, subtree) },
  {
    operation: reporting.fillInSubmission,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submission(world, owner)), body: { values: { rooms: 4 } } }),
    expect: each(fillers, subtree),
  },
  {
    operation: reporting.fillInFields,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submission(world, owner)), body: { values: { rooms: 5 } } }),
    expect: each(fillers, subtree),
  },
  { operation: reporting.fetchSources, owner: 'school', ask: submission, expect: each(fillers, subtree) },
  {
    operation: reporting.nameSignatories,
    owner: 'school',
    ask: async (world, owner) => ({
      ...(await submission(world, owner)),
      body: { preparedBy: '王老师', reviewedBy: null, responsible: '李校长' },
    }),
    expect: each(fillers, subtree),
  },
  {
    operation: reporting.confirmUnchanged,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await period(world, world.counties[0])).params, body: { organisation: owner.id } }),
    expect: each(fillers, subtree),
  },
  {
    // Of a file that nobody here has sent every caller within reach is told what those out of reach are told of the submission: 404.
    operation: reporting.attachFile,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submission(world, owner)), body: { code: 'list', file: nobodys } }),
    expect: each(fillers, '404 404 404 404 404'),
  },
  {
    operation: reporting.detachFile,
    owner: 'school',
    ask: async (world, owner) => ({ params: { ...(await submission(world, owner)).params, attachmentId: nobodys } }),
    // Whoever keeps the roll of the county above is told first that it is not theirs to fill in.
    expect: { ...each(fillers, '404 404 404 404 404'), rollManager: '404 ok 404 404 404' },
  },
  {
    operation: reporting.attachmentFile,
    owner: 'school',
    ask: async (world, owner) => ({ params: { ...(await submission(world, owner)).params, attachmentId: nobodys } }),
    expect: each(readers, '404 404 404 404 404'),
  },
  { operation: reporting.submitSubmission, owner: 'school', ask: submission, expect: each(fillers, subtree) },
  { operation: reporting.rollUp, owner: 'county', ask: period, expect: each(['bureauLeader', ...collectors, 'app'], handedDown) },
  { operation: reporting.recountRollUp, owner: 'county', ask: period, expect: { systemAdmin: subtree } },
];
