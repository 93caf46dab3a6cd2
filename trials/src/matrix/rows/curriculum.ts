import { resources } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, handedDown, handedDownList, staff, subtree } from './words.js';

const importers = ['subjectResearcher', 'centreHead', 'systemAdmin'] as const;
const readers = [...staff, 'vendor', 'pupil', 'guardian', 'app'] as const;

let made = 0;
const content = (world: World) => ({
  code: `M${++made}-${world.run.replace(/[^A-Za-z0-9]/g, '')}`.slice(0, 60),
  kind: 'knowledge',
  name: '矩阵知识图谱',
  stage: 'senior',
  subject: 'physics',
  nodes: [{ code: 'force', name: '力' }],
});

async function curriculum(world: World, owner: Place) {
  const answer = await (await world.as('centreHead', owner)).post('/curricula', content(world));
  world.check(answer.status === 201, 'a curriculum for the matrix', answer.body);
  return { params: { curriculumId: answer.body.id as string }, id: answer.body.id as string };
}

async function node(world: World, owner: Place) {
  const { params } = await curriculum(world, owner);
  const nodes = await (await world.as('centreHead', owner)).get(`/curricula/${params.curriculumId}/nodes`);
  return { params: { nodeId: nodes.body.items[0].id as string } };
}

/** What an authority imports belongs to it and is read by everyone below. */
export const curriculumRows: readonly MatrixRow[] = [
  {
    operation: resources.importCurriculum,
    owner: 'county',
    ask: async (world) => ({ body: content(world) }),
    fresh: true,
    expect: each(importers, always),
  },
  {
    operation: resources.reviseCurriculum,
    owner: 'county',
    ask: async (world, owner) => {
      const { code: _, kind: __, ...body } = content(world);
      return { ...(await curriculum(world, owner)), body };
    },
    expect: each(importers, subtree),
  },
  {
    operation: resources.curricula,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await curriculum(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: resources.curriculum, owner: 'county', ask: curriculum, expect: each(readers, handedDown) },
  {
    operation: resources.curriculumNodes,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await curriculum(world, owner)).params }),
    expect: each(readers, handedDown),
  },
  { operation: resources.curriculumNode, owner: 'county', ask: node, expect: each(readers, handedDown) },
];
