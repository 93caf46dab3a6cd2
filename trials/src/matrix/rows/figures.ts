import { reporting } from '@lianxue/contracts';
import type { MatrixRow } from '../matrix.js';
import { reportingPeriod } from './reporting.js';
import { each, handedDown } from './words.js';

const authorities = ['bureauLeader', 'systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const readers = [...authorities, 'schoolAdmin', 'responsiblePerson', 'app'] as const;

/** Figures of a data set from above are read by whoever it was handed down to, of what lies below themselves. */
export const figureRows: readonly MatrixRow[] = [
  {
    operation: reporting.figures,
    owner: 'county',
    ask: async (world, owner) => ({ query: { dataSet: (await reportingPeriod(world, owner)).dataSet } }),
    expect: each(readers, handedDown),
  },
  {
    operation: reporting.figureUnits,
    owner: 'county',
    ask: async (world, owner) => ({ query: { period: (await reportingPeriod(world, owner)).id, indicator: 'rooms' } }),
    expect: each(readers, handedDown),
  },
];
