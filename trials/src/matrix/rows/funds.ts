import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, handedDown, handedDownList, subtree } from './words.js';

const collectors = ['systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const bookkeepers = [...collectors, 'schoolAdmin'] as const;
const readers = ['schoolAdmin', 'rollManager', 'responsiblePerson', 'bureauLeader', ...collectors, 'app'] as const;

let counter = 0;
const content = (world: World, owner: Place) => ({
  organisation: owner.id,
  code: `matrix_${world.run}_${++counter}`,
  name: '矩阵专项资金',
  kind: 'special',
  year: 2026,
});
const line = (kind: string, owner: Place) => ({
  kind,
  organisation: owner.id,
  fen: 100,
  day: '2026-03-01',
  evidence: '凭证1',
  purpose: '设备',
});

async function fund(world: World, owner: Place) {
  const county = await world.as('countyReviewer', owner);
  const answer = await county.post('/funds', content(world, owner));
  world.check(answer.status === 201, 'a fund for the matrix', answer.body);
  return { params: { fundId: answer.body.id as string }, id: answer.body.id as string };
}

async function entry(world: World, owner: Place) {
  const { id } = await fund(world, owner);
  const answer = await (await world.as('countyReviewer', owner)).post(`/funds/${id}/entries`, line('budget', owner));
  world.check(answer.status === 201, 'a line for the matrix', answer.body);
  return { params: { entryId: answer.body.id as string }, id: answer.body.id as string };
}

/** Funds are handed down; a line is its organisation's and its authorities'. */
export const fundRows: readonly MatrixRow[] = [
  {
    operation: reporting.openFund,
    owner: 'county',
    ask: async (world, owner) => ({ body: content(world, owner) }),
    fresh: true,
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.funds,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await fund(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: reporting.fund, owner: 'county', ask: fund, expect: each(readers, handedDown) },
  {
    // A budget: who meets the fund from below may not enter one, and is told so by the rule.
    operation: reporting.enterIntoFund,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await fund(world, owner)).params, body: line('budget', owner) }),
    expect: each(bookkeepers, handedDown),
  },
  {
    operation: reporting.fundEntries,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await fund(world, owner)).params }),
    expect: each(readers, handedDown),
  },
  {
    operation: reporting.reverseFundEntry,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await entry(world, owner)), body: { day: '2026-03-02', evidence: '冲销1', purpose: '记错' } }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.statePublicFunds,
    owner: 'county',
    ask: async (_world, owner) => ({ body: { organisation: owner.id, year: 2026, fen: 1000 } }),
    expect: each(bookkeepers, subtree),
  },
  {
    operation: reporting.fundTotals,
    owner: 'county',
    ask: async () => ({ query: { year: 2026 } }),
    expect: each(readers, always),
  },
];
