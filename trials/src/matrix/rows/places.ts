import { identity } from '@lianxue/contracts';
import type { MatrixRow } from '../matrix.js';
import { always, each, staff, subtree } from './words.js';

/** Organisations through time, and the divisions they stand in. */
export const placesRows: readonly MatrixRow[] = [
  {
    operation: identity.division,
    owner: 'county',
    ask: async () => ({ params: { code: '361029' } }),
    expect: each([...staff, 'app', 'pupil', 'guardian', 'vendor', 'anyone'], always),
  },
  {
    operation: identity.matchOrganisations,
    owner: 'school',
    ask: async (_, owner) => ({ body: { names: [owner.name], below: owner.id } }),
    expect: { ...each([...staff, 'app'], subtree), ...each(['pupil', 'guardian'], '404 404 404 404 404') },
  },
];
