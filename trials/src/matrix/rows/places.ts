import { identity } from '@lianxue/contracts';
import type { World } from '../../story/world.js';
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
  {
    operation: identity.cancelPlannedMove,
    owner: 'county',
    ask: async (world: World, owner) => {
      const admin = await world.as('systemAdmin', world.city);
      const planned = await admin.post(`/organisations/${owner.id}/move`, { parent: world.city.id, from: '2099-09-01' });
      world.check(planned.status === 200, 'a planned move for the matrix', planned.body);
      return { params: { organisationId: owner.id } };
    },
    fresh: true,
    expect: { systemAdmin: subtree },
  },
  {
    operation: identity.mergeOrganisation,
    owner: 'county',
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { into: owner.id } }),
    expect: { systemAdmin: subtree },
  },
  {
    // Into itself: whoever may merge it hears that it cannot be.
    operation: identity.mergeLargeOrganisation,
    owner: 'county',
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { into: owner.id } }),
    expect: { systemAdmin: subtree },
  },
];
