import { identity, reporting } from '@lianxue/contracts';
import { eventually } from '../../story/until.js';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { collectors, dataSet, period, readers, submitted } from './reporting.js';
import { always, each, handedDown, handedDownList, subtree, subtreeList } from './words.js';

const warned = ['schoolAdmin', 'responsiblePerson', 'bureauLeader', ...collectors] as const;

const content = (owner: Place, of: string) => ({
  organisation: owner.id,
  name: '矩阵阈值',
  watches: { kind: 'indicator', dataSet: of, indicator: 'rooms' },
  comparison: '<=',
  value: 5,
  level: 'notice',
  kinds: ['school', 'centralSchool'],
});

async function threshold(world: World, owner: Place, of?: string) {
  const watched = of ?? (await dataSet(world, owner)).id;
  const answer = await (await world.as('countyReviewer', owner)).post('/thresholds', content(owner, watched));
  world.check(answer.status === 201, 'a threshold for the matrix', answer.body);
  return { params: { thresholdId: answer.body.id as string }, id: answer.body.id as string };
}

async function tried(world: World, owner: Place) {
  const { id, dataSet: of } = await period(world, owner);
  return { ...(await threshold(world, owner, of)), body: { periods: [id] } };
}

async function switchedOn(world: World, owner: Place) {
  const made = await threshold(world, owner);
  const answer = await (await world.as('countyReviewer', owner)).post(`/thresholds/${made.id}/switch-on`);
  world.check(answer.status === 200, 'it is switched on', answer.body);
  return made;
}

/** A warning of the central school, which gave too few rooms. */
async function warning(world: World, owner: Place) {
  const county = await world.as('countyReviewer', world.counties[0]);
  const { id: submission } = await submitted(world, owner);
  const approved = await county.post(`/submissions/${submission}/approve`, {});
  world.check(approved.status === 200, 'its submission is approved', approved.body);
  const { body: of } = await county.get(`/periods/${approved.body.period}`);
  const { id } = await threshold(world, world.counties[0], of.dataSet);
  await county.post(`/thresholds/${id}/switch-on`);
  const list = () => county.get('/early-warnings', { query: { threshold: id } });
  const { body } = await eventually(list, ({ body: { items } }) => items.length > 0);
  world.check(body.items.length === 1, 'a warning for the matrix', body);
  return { params: { warningId: body.items[0].id as string }, id: body.items[0].id as string };
}

/** A threshold is known to all below; a warning is its organisation's and its authorities'. */
export const thresholdRows: readonly MatrixRow[] = [
  {
    operation: reporting.thresholds,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await threshold(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: reporting.threshold, owner: 'county', ask: threshold, expect: each(readers, handedDown) },
  {
    operation: reporting.declareThreshold,
    owner: 'county',
    ask: async (world, owner) => ({ body: content(owner, (await dataSet(world, owner)).id) }),
    fresh: true,
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.changeThreshold,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await threshold(world, owner)), body: { value: 6 } }),
    expect: each(collectors, subtree),
  },
  { operation: reporting.tryThreshold, owner: 'county', ask: tried, expect: each(collectors, subtree) },
  { operation: reporting.switchOnThreshold, owner: 'county', ask: threshold, fresh: true, expect: each(collectors, subtree) },
  { operation: reporting.switchOffThreshold, owner: 'county', ask: switchedOn, fresh: true, expect: each(collectors, subtree) },
  {
    operation: reporting.earlyWarnings,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await warning(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, subtreeList),
  },
  { operation: reporting.earlyWarning, owner: 'school', ask: warning, expect: each(readers, subtree) },
  { operation: reporting.receiveEarlyWarning, owner: 'school', ask: warning, expect: each(warned, subtree) },
  {
    operation: reporting.closeEarlyWarning,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await warning(world, owner)), body: { done: '已增配' } }),
    expect: each(warned, subtree),
  },
  {
    operation: identity.applicationBoard,
    owner: 'county',
    ask: async () => ({}),
    expect: each(['bureauLeader', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'], always),
  },
];
