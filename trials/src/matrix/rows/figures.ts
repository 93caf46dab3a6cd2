import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { dataSet, period } from './reporting.js';
import { each, handedDown, subtree } from './words.js';

const collectors = ['systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const readers = ['bureauLeader', ...collectors, 'schoolAdmin', 'responsiblePerson', 'app'] as const;

const snapshotReaders = ['bureauLeader', ...collectors, 'app'] as const;

async function snapshot(world: World, owner: Place) {
  const { id } = await period(world, owner);
  const answer = await (await world.as('countyReviewer', owner)).post(`/periods/${id}/snapshots`, { purpose: '矩阵' });
  world.check(answer.status === 201, 'a snapshot for the matrix', answer.body);
  return { params: { snapshotId: answer.body.id as string } };
}

const formReaders = ['schoolAdmin', 'rollManager', 'responsiblePerson', 'bureauLeader', ...collectors, 'app'] as const;
const targetContent = { name: '有教室', comparison: 'rooms>=1', share: 100, source: null };

async function target(world: World, owner: Place) {
  const { id } = await dataSet(world, owner);
  const answer = await (await world.as('countyReviewer', owner)).post(`/data-sets/${id}/targets`, targetContent);
  world.check(answer.status === 201, 'a target for the matrix', answer.body);
  return { params: { targetId: answer.body.id as string } };
}

/** Figures of a data set from above are read by whoever it was handed down to, of what lies below themselves. */
export const figureRows: readonly MatrixRow[] = [
  {
    operation: reporting.figures,
    owner: 'county',
    ask: async (world, owner) => ({ query: { dataSet: (await period(world, owner)).dataSet } }),
    expect: each(readers, handedDown),
  },
  {
    operation: reporting.figureUnits,
    owner: 'county',
    ask: async (world, owner) => ({ query: { period: (await period(world, owner)).id, indicator: 'rooms' } }),
    expect: each(readers, handedDown),
  },
  { operation: reporting.settlePeriod, owner: 'county', ask: period, expect: each(collectors, subtree) },
  {
    operation: reporting.takeSnapshot,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await period(world, owner)), body: { purpose: '矩阵' } }),
    fresh: true,
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.snapshots,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await period(world, owner)).params }),
    expect: each(snapshotReaders, subtree),
  },
  { operation: reporting.snapshot, owner: 'county', ask: snapshot, expect: each(snapshotReaders, subtree) },
  { operation: reporting.verifySnapshot, owner: 'county', ask: snapshot, expect: each(snapshotReaders, subtree) },
  {
    operation: reporting.targets,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await dataSet(world, owner)).params }),
    expect: each(formReaders, handedDown),
  },
  {
    operation: reporting.setTarget,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await dataSet(world, owner)), body: targetContent }),
    fresh: true,
    expect: each(collectors, subtree),
  },
  { operation: reporting.adoptTargets, owner: 'county', ask: dataSet, expect: each(collectors, subtree) },
  {
    operation: reporting.changeTarget,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await target(world, owner)), body: { share: 60 } }),
    expect: each(collectors, subtree),
  },
  { operation: reporting.removeTarget, owner: 'county', ask: target, fresh: true, expect: each(collectors, subtree) },
  { operation: reporting.evaluateTargets, owner: 'county', ask: period, expect: each(formReaders, handedDown) },
];
