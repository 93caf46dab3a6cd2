import { identity } from '@lianxue/contracts';
import { randomUUID } from 'node:crypto';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, staff, subtree, subtreeList } from './words.js';

const readers = ['systemAdmin', 'securityAdmin', 'auditAdmin', 'bureauLeader', 'centreHead'] as const;

/** An opening for a new bureau below the owner: whoever acts at the owner stands above it. */
async function opening(world: World, owner: Place) {
  const admin = await world.as('systemAdmin', world.city);
  const bureau = await admin.post('/organisations', { parent: owner.id, kind: 'bureau', name: `矩阵新区 ${randomUUID()}` });
  world.check(bureau.status === 201, 'a bureau for the matrix', bureau.body);
  return { organisation: bureau.body.id as string, name: '矩阵云', slug: `m-${randomUUID()}` };
}

async function opened(world: World, owner: Place) {
  const admin = await world.as('systemAdmin', world.city);
  const answer = await admin.post('/sub-platforms', await opening(world, owner));
  world.check(answer.status === 201, 'a sub-platform for the matrix', answer.body);
  const { id, slug } = answer.body as { id: string; slug: string };
  return { id, slug, params: { subPlatformId: id } };
}

/** Virtual sub-platforms. */
export const subPlatformRows: readonly MatrixRow[] = [
  {
    operation: identity.openSubPlatform,
    owner: 'county',
    ask: async (world, owner) => ({ body: await opening(world, owner) }),
    fresh: true,
    expect: { systemAdmin: subtree },
  },
  {
    operation: identity.subPlatforms,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await opened(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, subtreeList),
  },
  { operation: identity.subPlatform, owner: 'county', ask: opened, expect: each(readers, subtree) },
  {
    operation: identity.subPlatformAt,
    owner: 'county',
    ask: async (world, owner) => ({ params: { address: (await opened(world, owner)).slug } }),
    expect: each([...staff, 'app', 'pupil', 'guardian', 'vendor', 'anyone'], always),
  },
  {
    operation: identity.changeSubPlatform,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await opened(world, owner)).params, body: { nameEn: 'Matrix' } }),
    expect: { systemAdmin: subtree },
  },
  {
    operation: identity.setSubPlatformLogo,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await opened(world, owner)).params, body: { image: null } }),
    expect: { systemAdmin: subtree },
  },
  {
    operation: identity.closeSubPlatform,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await opened(world, owner)).params }),
    expect: { systemAdmin: subtree },
  },
  {
    operation: identity.reopenSubPlatform,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await opened(world, owner)).params }),
    expect: { systemAdmin: subtree },
  },
];
