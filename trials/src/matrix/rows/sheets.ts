import { reporting } from '@lianxue/contracts';
import type { MatrixRow } from '../matrix.js';
import { collectors, period, readers, submission, submitted } from './reporting.js';
import { each, subtree } from './words.js';

const fillers = ['schoolAdmin', 'rollManager', 'app'] as const;
/** A file that nobody here has sent. */
const file = '01939f6e-7c00-7000-8000-00000000000f';

/** Whoever may read a submission has its form in Excel; whoever may fill it in sends it back. */
export const sheetRows: readonly MatrixRow[] = [
  { operation: reporting.submissionSheet, owner: 'school', ask: submission, expect: each(readers, subtree) },
  {
    // Every caller within reach is told of the file what those out of reach are told of the submission: 404.
    operation: reporting.fillInFromSheet,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submission(world, owner)), body: { file } }),
    expect: each(fillers, '404 404 404 404 404'),
  },
  { operation: reporting.nationalSheet, owner: 'school', ask: submission, expect: each(readers, subtree) },
  {
    operation: reporting.enterNationally,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submitted(world, owner)), body: { on: '2026-01-05' } }),
    expect: each(fillers, subtree),
  },
  {
    operation: reporting.countySheet,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await period(world, owner)).params, body: { organisation: owner.id } }),
    expect: each(collectors, subtree),
  },
  {
    // As above: of a file that nobody sent, and of a period out of reach, the answer is one.
    operation: reporting.fillInFromCountySheet,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await period(world, owner)).params, body: { file } }),
    expect: each(['countyReviewer', 'cityReviewer', 'provinceReviewer'], '404 404 404 404 404'),
  },
];
