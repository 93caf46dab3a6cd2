import { reporting } from '@lianxue/contracts';
import type { MatrixRow } from '../matrix.js';
import { period, readers, submitted } from './reporting.js';
import { always, each, subtree } from './words.js';

const reviewers = ['countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const reasons = [{ field: 'rooms', reason: '请核对' }];

/** Whoever reviews decides on what lies below; asked for many, each that is out of reach is refused by itself. */
export const reviewRows: readonly MatrixRow[] = [
  {
    operation: reporting.returnSubmission,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submitted(world, owner)), body: { reasons: [{ field: 'rooms', reason: '请核对' }] } }),
    expect: each(reviewers, subtree),
  },
  {
    operation: reporting.approveSubmission,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submitted(world, owner)), body: {} }),
    expect: each(reviewers, subtree),
  },
  { operation: reporting.reviewTrail, owner: 'school', ask: submitted, expect: each(readers, subtree) },
  {
    operation: reporting.approveSubmissions,
    owner: 'school',
    ask: async (world, owner) => ({ body: { submissions: [(await submitted(world, owner)).id] } }),
    expect: each(reviewers, always),
  },
  {
    operation: reporting.approveUnremarkable,
    owner: 'county',
    ask: async (world, owner) => ({ body: { period: (await period(world, owner)).id } }),
    expect: each(reviewers, always),
  },
  {
    operation: reporting.returnSubmissions,
    owner: 'school',
    ask: async (world, owner) => ({ body: { items: [{ submission: (await submitted(world, owner)).id, reasons }] } }),
    expect: each(reviewers, always),
  },
  {
    operation: reporting.openCorrection,
    owner: 'school',
    ask: async (world, owner) => ({
      ...(await submitted(world, owner)),
      body: { reason: '填报有误', until: new Date(Date.now() + 24 * 3600_000).toISOString() },
    }),
    expect: each(reviewers, subtree),
  },
  {
    operation: reporting.withdrawCorrection,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submitted(world, owner)), body: { reason: '核实无误' } }),
    expect: each(reviewers, subtree),
  },
  {
    operation: reporting.recordSealedCopy,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submitted(world, owner)), body: { receivedOn: '2026-01-01' } }),
    expect: each(reviewers, subtree),
  },
];
