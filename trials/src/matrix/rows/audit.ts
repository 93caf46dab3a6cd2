import { activities, classrooms, identity, incidents, reporting, resources } from '@lianxue/contracts';
import type { MatrixRow } from '../matrix.js';
import { always, each, subtreeList } from './words.js';

const contracts = [identity, resources, classrooms, reporting, incidents, activities] as const;

/** Auditors read what was done at and below their organisation; those who keep the machine do not read about themselves. */
export const auditRows: readonly MatrixRow[] = [
  {
    operation: identity.auditTrail,
    owner: 'county',
    ask: async (world, owner) => {
      const bureau = await world.as('systemAdmin', owner);
      const made = await bureau.post('/organisations', { parent: owner.id, kind: 'bureau', name: `审计分局 ${world.run}` });
      return { query: { entity: made.body.id as string }, id: owner.id };
    },
    expect: each(['auditAdmin'], subtreeList),
  },
  ...contracts
    .filter((contract) => contract !== identity)
    .map(({ auditTrail }): MatrixRow => ({
      operation: auditTrail,
      owner: 'county',
      ask: async () => ({}),
      expect: each(['auditAdmin'], always),
    })),
  ...contracts.map(({ auditChain }): MatrixRow => ({
    operation: auditChain,
    owner: 'county',
    ask: async () => ({}),
    expect: each(['auditAdmin'], always),
  })),
];
