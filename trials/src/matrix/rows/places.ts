import { identity } from '@lianxue/contracts';
import type { MatrixRow } from '../matrix.js';
import { always, each, staff } from './words.js';

/** Organisations through time, and the divisions they stand in. */
export const placesRows: readonly MatrixRow[] = [
  {
    operation: identity.division,
    owner: 'county',
    ask: async () => ({ params: { code: '361029' } }),
    expect: each([...staff, 'app', 'pupil', 'guardian', 'vendor', 'anyone'], always),
  },
];
