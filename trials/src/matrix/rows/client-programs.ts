import { resources } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, handedDown, handedDownList, subtree } from './words.js';

const keepers = ['systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const readers = [...keepers, 'bureauLeader', 'schoolAdmin', 'responsiblePerson', 'app'] as const;

let counter = 0;
const content = () => ({ code: `matrix_${Date.now()}_${++counter}`, name: '矩阵客户端' });

async function program(world: World, owner: Place) {
  const answer = await (await world.as('countyReviewer', owner)).post('/client-programs', content());
  world.check(answer.status === 201, 'a client program for the matrix', answer.body);
  return { params: { programId: answer.body.id as string }, id: answer.body.id as string };
}

const report = (world: World) => ({
  ...{ id: crypto.randomUUID(), kind: 'used', organisation: world.centralSchool.id, schoolClass: crypto.randomUUID() },
  ...{ device: 'matrix', release: '2.0.1', at: new Date().toISOString() },
});

/** Client programs are handed down; an app reports for what it reaches. */
export const clientProgramRows: readonly MatrixRow[] = [
  { operation: resources.clientProgramTemplates, owner: 'county', ask: async () => ({}), expect: each(keepers, always) },
  {
    operation: resources.registerClientProgram,
    owner: 'county',
    ask: async () => ({ body: content() }),
    fresh: true,
    expect: each(keepers, always),
  },
  {
    operation: resources.clientPrograms,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await program(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  {
    operation: resources.renameClientProgram,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await program(world, owner)).params, body: { name: '教学通2.0' } }),
    expect: each(keepers, subtree),
  },
  {
    operation: resources.reportClients,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await program(world, owner)).params, body: { reports: [report(world)] } }),
    expect: { app: handedDown },
  },
  {
    operation: resources.clientFigures,
    owner: 'county',
    ask: async (world, owner) => ({
      params: (await program(world, owner)).params,
      query: { from: '2026-10-01', until: '2026-10-31' },
    }),
    expect: each(readers, handedDown),
  },
];
