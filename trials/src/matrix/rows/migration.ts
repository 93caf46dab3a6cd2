import { migrators, resources } from '@lianxue/contracts';
import { sendFile } from '../../story/files-of-story.js';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { harvestSource } from './harvesting.js';
import { always, each, subtree, subtreeList } from './words.js';

const nobodys = '01939f6e-7c00-7000-8000-00000000000f';

/** A list that the owner’s administrator brings. */
async function job(world: World, owner: Place) {
  const admin = await world.as('schoolAdmin', owner);
  const list = await sendFile(world, admin, { kind: 'migration', name: '清单.csv' }, Buffer.from('原平台编号,标题\nM1,矩阵\n'));
  const ordered = await admin.post('/resource-migrations', { platform: '矩阵平台', list });
  world.check(ordered.status === 201, 'a job for the matrix', ordered.body);
  return { params: { jobId: ordered.body.id as string }, id: ordered.body.id as string };
}

/** A migration is whoever’s who ordered it, and of those who answer for their organisation. */
export const migrationRows: readonly MatrixRow[] = [
  {
    operation: resources.migrateResources,
    owner: 'school',
    // Nobody else has this file, so that every caller is told the same: 404.
    ask: async () => ({ body: { platform: '矩阵平台', list: nobodys } }),
    expect: each(migrators, '404 404 404 404 404'),
  },
  {
    operation: resources.takeOverHarvested,
    owner: 'county',
    // Nobody there keeps it: whoever meets the source is told so.
    ask: async (world, owner) => ({ params: (await harvestSource(world, owner)).params, body: { keeper: nobodys } }),
    expect: each(migrators, subtree),
  },
  { operation: resources.migrationTemplate, owner: 'school', ask: async () => ({}), expect: each(migrators, always) },
  {
    operation: resources.jobs,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await job(world, owner)), params: {}, query: { limit: 200 } }),
    expect: each(migrators, subtreeList),
  },
  { operation: resources.job, owner: 'school', ask: job, expect: each(migrators, subtree) },
  {
    operation: resources.jobErrors,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await job(world, owner)).params }),
    expect: each(migrators, subtree),
  },
  {
    operation: resources.migrationDuplicates,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await job(world, owner)).params }),
    expect: each(migrators, subtree),
  },
  { operation: resources.cancelJob, owner: 'school', ask: job, expect: each(migrators, subtree) },
  {
    operation: resources.migratedResources,
    owner: 'school',
    ask: async () => ({ query: { idThere: 'M1' } }),
    expect: each(migrators, always),
  },
];
