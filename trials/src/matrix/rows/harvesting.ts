import { resources } from '@lianxue/contracts';
import { harvestAddress } from '../../harvest/harvesting-app.js';
import { eventually } from '../../story/until.js';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { each, handedDown, handedDownList, staff, subtree, subtreeList } from './words.js';

const keepers = ['systemAdmin', 'centreHead'] as const;
const readers = [...staff, 'app', 'vendor'] as const;

/** The platform itself, as if it were another. */
async function itself(world: World) {
  const { username, password, origin, pathname } = new URL(await harvestAddress(world));
  return {
    name: '矩阵平台',
    address: `${origin}${pathname}`,
    account: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

export async function harvestSource(world: World, owner: Place) {
  const answer = await (await world.as('systemAdmin', owner)).post('/harvest-sources', await itself(world));
  world.check(answer.status === 201, 'a source for the matrix', answer.body);
  const id = answer.body.id as string;
  return { id, params: { sourceId: id } };
}

/** A record of a work of the city’s that the owner has harvested. */
async function record(world: World, owner: Place) {
  const author = await world.as('schoolAdmin', world.school);
  const usage = { method: '先看后练', scene: '新授课', example: '三年级一班' };
  const work = { title: '矩阵采集', type: 'microLesson', stage: 'primary', subject: 'mathematics', grades: [3], usage };
  const { body } = await author.post('/resources', work);
  await author.post(`/resources/${body.id}/submit`);
  const published = await (await world.as('resourceReviewer', world.counties[0])).post(`/resources/${body.id}/publish`, {});
  world.check(published.status === 200, 'a work to harvest', published.body);
  const keeper = await world.as('systemAdmin', owner);
  const { id } = await harvestSource(world, owner);
  const ask = () => keeper.get('/harvested-records', { query: { source: id, limit: 1 } });
  const found = await eventually(ask, (answer) => answer.body.items?.length > 0);
  const recordId = found.body.items[0].id as string;
  return { id: recordId, params: { recordId }, source: id };
}

/** A source is its organisation’s; what it brings is for everyone below. */
export const harvestingRows: readonly MatrixRow[] = [
  {
    operation: resources.registerHarvestSource,
    owner: 'county',
    ask: async (world) => ({ body: await itself(world) }),
    expect: each(keepers, 'ok ok ok ok ok'),
  },
  {
    operation: resources.harvestSources,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await harvestSource(world, owner)).id, query: { limit: 200 } }),
    expect: each(keepers, subtreeList),
  },
  { operation: resources.harvestSource, owner: 'county', ask: harvestSource, expect: each(keepers, subtree) },
  {
    operation: resources.changeHarvestSource,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await harvestSource(world, owner)).params, body: { everyHours: 48 } }),
    expect: each(keepers, subtree),
  },
  {
    operation: resources.harvestNow,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await harvestSource(world, owner)).params, body: { complete: false } }),
    expect: each(keepers, subtree),
  },
  {
    operation: resources.harvestedRecords,
    owner: 'county',
    ask: async (world, owner) => {
      const { id, source: of } = await record(world, owner);
      return { id, query: { source: of, limit: 200 } };
    },
    expect: { ...each(readers, handedDownList), ...each(['pupil', 'guardian'], '- - - seen hid') },
  },
  {
    operation: resources.harvestedRecord,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await record(world, owner)).params }),
    expect: { ...each(readers, handedDown), ...each(['pupil', 'guardian'], '- - - ok 404') },
  },
];
