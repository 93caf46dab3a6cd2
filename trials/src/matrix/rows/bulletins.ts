import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { Ask, MatrixRow } from '../matrix.js';
import { collectors, dataSet, readers, submission } from './reporting.js';
import { always, each, handedDown, subtree } from './words.js';

const checkers = ['centreHead', 'bureauLeader', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const addressed = ['schoolAdmin', 'responsiblePerson', 'bureauLeader', ...collectors] as const;
const table = { columns: [{ heading: '学校', numeric: false }], rows: [['矩阵学校']], source: '矩阵' };

const draftOf = (world: World, owner: Place) => ({ organisation: owner.id, template: 'activity', addressees: [world.school.id], table });

async function draft(world: World, owner: Place) {
  const answer = await (await world.as('countyReviewer', owner)).post('/bulletins', draftOf(world, owner));
  world.check(answer.status === 201, 'a bulletin for the matrix', answer.body);
  return { params: { bulletinId: answer.body.id as string }, id: answer.body.id as string };
}

/** Addressed to a school below the county. */
async function issued(world: World, owner: Place) {
  const made = await draft(world, owner);
  const leader = await world.as('bureauLeader', owner);
  for (const move of ['check', 'sign']) {
    const answer = await leader.post(`/bulletins/${made.id}/${move}`);
    world.check(answer.status === 200, `it is made to ${move}`, answer.body);
  }
  const answer = await (await world.as('countyReviewer', owner)).post(`/bulletins/${made.id}/issue`, { prefix: '矩阵' });
  world.check(answer.status === 200, 'it is issued', answer.body);
  return made;
}

async function objection(world: World, owner: Place) {
  const { id: bulletin } = await issued(world, owner);
  const school = await world.as('schoolAdmin', world.school);
  const answer = await school.post(`/bulletins/${bulletin}/objections`, { grounds: '请核对' });
  world.check(answer.status === 201, 'it is objected to', answer.body);
  return { params: { objectionId: answer.body.id as string }, id: answer.body.id as string };
}

const withBody = (make: (world: World, owner: Place) => Promise<Ask>, body: unknown) => async (world: World, owner: Place) => ({
  ...(await make(world, owner)),
  body,
});

/** The authority's own and what is addressed to the caller. */
const addressedList = 'seen seen hid seen hid';

/** Bulletins are their authority's and, once issued, their addressees'. A filled-in form goes as far as the submission itself. */
export const bulletinRows: readonly MatrixRow[] = [
  { operation: reporting.submissionPaper, owner: 'school', ask: submission, expect: each(readers, subtree) },
  {
    operation: reporting.formPaper,
    owner: 'county',
    ask: async (world, owner) => ({ params: { formId: (await dataSet(world, owner)).form } }),
    expect: each(readers, handedDown),
  },
  { operation: reporting.bulletinTemplates, owner: 'county', ask: async () => ({}), expect: each(readers, always) },
  {
    operation: reporting.draftBulletin,
    owner: 'county',
    ask: async (world, owner) => ({ body: draftOf(world, owner) }),
    fresh: true,
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.bulletins,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await issued(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, addressedList),
  },
  { operation: reporting.bulletin, owner: 'county', ask: issued, expect: each(readers, handedDown) },
  { operation: reporting.bulletinPaper, owner: 'county', ask: issued, expect: each(readers, handedDown) },
  { operation: reporting.reviseBulletin, owner: 'county', ask: withBody(draft, { title: '矩阵通报' }), expect: each(collectors, subtree) },
  { operation: reporting.checkBulletin, owner: 'county', ask: draft, expect: each(checkers, subtree) },
  { operation: reporting.sendBackBulletin, owner: 'county', ask: withBody(draft, { reason: '请核对' }), expect: each(checkers, subtree) },
  { operation: reporting.signBulletin, owner: 'county', ask: draft, expect: { bureauLeader: subtree } },
  { operation: reporting.issueBulletin, owner: 'county', ask: withBody(draft, { prefix: '矩阵' }), expect: each(collectors, subtree) },
  { operation: reporting.correctBulletin, owner: 'county', ask: withBody(issued, { reason: '更正' }), expect: each(collectors, subtree) },
  { operation: reporting.withdrawBulletin, owner: 'county', ask: withBody(draft, { reason: '撤回' }), expect: { bureauLeader: subtree } },
  { operation: reporting.receiveBulletin, owner: 'county', ask: issued, expect: each(addressed, handedDown) },
  {
    operation: reporting.objectToBulletin,
    owner: 'county',
    ask: withBody(issued, { grounds: '请核对' }),
    expect: each(addressed, handedDown),
  },
  {
    operation: reporting.bulletinObjections,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await objection(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, addressedList),
  },
  {
    operation: reporting.answerBulletinObjection,
    owner: 'county',
    ask: withBody(objection, { decision: 'dismiss', answer: '数据无误' }),
    expect: each(checkers, subtree),
  },
];
