import { edge } from '@lianxue/contracts';
import type { MatrixRow } from '../matrix.js';
import { always } from './words.js';

/** What a program asks about itself: no row of anybody else is in it. */
export const edgeRows: readonly MatrixRow[] = [
  { operation: edge.sandboxSettings, owner: 'school', ask: async () => ({}), expect: { app: always } },
  { operation: edge.setSandboxClock, owner: 'school', ask: async () => ({ body: { preset: 'now' } }), expect: { app: always } },
  { operation: edge.setSandboxFaults, owner: 'school', ask: async () => ({ body: {} }), expect: { app: always } },
  { operation: edge.refusals, owner: 'school', ask: async () => ({}), expect: { app: always } },
];
