import { reporting } from '@lianxue/contracts';
import type { MatrixRow } from '../matrix.js';
import { collectors, period, readers } from './reporting.js';
import { always, each, subtree } from './words.js';

const overseers = ['bureauLeader', ...collectors] as const;

/** How far a period has come is for authorities: each below itself. */
export const completionRows: readonly MatrixRow[] = [
  { operation: reporting.completion, owner: 'county', ask: period, expect: each(overseers, subtree) },
  {
    operation: reporting.units,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await period(world, owner)).params }),
    expect: each(overseers, subtree),
  },
  {
    operation: reporting.overdueUnits,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await period(world, owner)).params }),
    expect: each(overseers, subtree),
  },
  {
    operation: reporting.urge,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await period(world, owner)).params, body: { note: '请尽快填报' } }),
    expect: each(collectors, subtree),
  },
  { operation: reporting.urgings, owner: 'county', ask: async () => ({}), expect: each(readers, always) },
];
