import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { each, subtree } from './words.js';

const readers = [
  'bureauLeader',
  'systemAdmin',
  'centreHead',
  'countyReviewer',
  'cityReviewer',
  'provinceReviewer',
  'schoolAdmin',
  'responsiblePerson',
  'app',
] as const;

const ask = async (_world: World, owner: Place) => ({ query: { year: 2026, organisation: owner.id } });

/** A year below an organisation is summed up for whoever manages it. */
export const yearSummaryRows: readonly MatrixRow[] = [
  { operation: reporting.yearSummary, owner: 'county', ask, expect: each(readers, subtree) },
  { operation: reporting.yearSummaryPaper, owner: 'county', ask, expect: each(readers, subtree) },
];
