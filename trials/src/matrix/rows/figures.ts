import { reporting } from '@lianxue/contracts';
import type { MatrixRow } from '../matrix.js';
import { period } from './reporting.js';
import { each, handedDown, subtree } from './words.js';

const collectors = ['systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const readers = ['bureauLeader', ...collectors, 'schoolAdmin', 'responsiblePerson', 'app'] as const;

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
];
