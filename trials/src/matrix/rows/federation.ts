import { federation } from '@lianxue/contracts';
import type { MatrixRow } from '../matrix.js';

/** The feed answers every selected app, each with what it may see (the story's step 7 tells who sees what). */
export const federationRows: readonly MatrixRow[] = [
  { operation: federation.changes, owner: 'county', ask: async () => ({}), expect: { app: 'ok ok ok ok ok' } },
  { operation: federation.snapshot, owner: 'county', ask: async () => ({}), expect: { app: 'ok ok ok ok ok' } },
];
