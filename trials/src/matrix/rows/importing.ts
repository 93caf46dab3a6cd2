import { identity } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, subtree, subtreeList } from './words.js';

const importers = ['systemAdmin', 'schoolAdmin', 'rollManager', 'app'] as const;

/** A roster that the city's administrator imports into the owner. */
async function job(world: World, owner: Place) {
  const admin = await world.as('systemAdmin', world.city);
  const ticket = await admin.post('/files', { kind: 'roster', name: '名单.csv' });
  world.check(ticket.status === 200, 'a ticket for the matrix', ticket.body);
  const sent = await fetch(ticket.body.uploadUrl as string, { method: 'PUT', body: '姓名,身份证件号\n' });
  world.check(sent.status === 201, 'a file for the matrix', await sent.text());
  const ordered = await admin.post(`/organisations/${owner.id}/roster-imports`, { file: ticket.body.id });
  world.check(ordered.status === 201, 'a job for the matrix', ordered.body);
  return { params: { jobId: ordered.body.id as string }, id: ordered.body.id as string };
}

async function emptyClass(world: World, owner: Place): Promise<string> {
  const admin = await world.as('systemAdmin', world.city);
  const made = await admin.post(`/organisations/${owner.id}/classes`, { kind: 'homeroom', title: '空班' });
  world.check(made.status === 201, 'a class for the matrix', made.body);
  return made.body.id as string;
}

/** Whoever may import at an organisation follows its jobs. */
export const importingRows: readonly MatrixRow[] = [
  {
    operation: identity.importRosterFile,
    owner: 'school',
    // Nobody else has this file, so that every caller within reach is told the same: 404.
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { file: '01939f6e-7c00-7000-8000-00000000000f' } }),
    expect: each(importers, '404 404 404 404 404'),
  },
  {
    operation: identity.exportRoster,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { format: 'excel', reason: '矩阵' } }),
    expect: each(['systemAdmin', 'schoolAdmin', 'rollManager'], subtree),
  },
  {
    operation: identity.importOrganisations,
    owner: 'county',
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { file: '01939f6e-7c00-7000-8000-00000000000f' } }),
    expect: { systemAdmin: '404 404 404 404 404' },
  },
  { operation: identity.organisationTemplate, owner: 'county', ask: async () => ({}), expect: { systemAdmin: always } },
  {
    operation: identity.openAccounts,
    owner: 'school',
    // A class of nobody: what it would open, other rows count on.
    ask: async (world, owner) => ({
      params: { organisationId: owner.id },
      body: { roles: ['pupil'], class: await emptyClass(world, owner), prefix: 'matrix', format: 'xlsx' },
    }),
    expect: each(['systemAdmin', 'schoolAdmin', 'rollManager'], subtree),
  },
  { operation: identity.rosterTemplate, owner: 'school', ask: async () => ({}), expect: each(importers, always) },
  {
    operation: identity.jobs,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await job(world, owner)), params: {}, query: { limit: 200 } }),
    expect: each(importers, subtreeList),
  },
  { operation: identity.job, owner: 'school', ask: job, expect: each(importers, subtree) },
  {
    operation: identity.jobErrors,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await job(world, owner)).params }),
    expect: each(importers, subtree),
  },
  { operation: identity.confirmJob, owner: 'school', ask: job, expect: each(importers, subtree) },
  { operation: identity.cancelJob, owner: 'school', ask: job, expect: each(importers, subtree) },
];
