import { resources } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import { eventually } from '../../story/until.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, handedDown, handedDownList, staff, subtree, subtreeList } from './words.js';

const testers = ['systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const readers = [...testers, 'bureauLeader', 'schoolAdmin', 'responsiblePerson', 'app'] as const;
const everyone = [...staff, 'vendor', 'pupil', 'guardian', 'app', 'anyone'] as const;

async function made(world: World, by: string, place: Place, path: string, body: object, status = 201) {
  const answer = await (await world.as(by, place)).post(path, body);
  world.check(answer.status === status, `for the matrix: ${path}`, answer.body);
  return answer.body as { id: string; versions: { id: string }[] };
}

const vendors = new WeakMap<World, Promise<string>>();

/** A vendor of this run; made once. */
function vendor(world: World): Promise<string> {
  const known = vendors.get(world) ?? aVendor(world);
  vendors.set(world, known);
  return known;
}

async function aVendor(world: World): Promise<string> {
  const content = { parent: world.city.id, kind: 'vendor', name: `评测企业 ${world.run}` };
  const { id } = await made(world, 'systemAdmin', world.city, '/organisations', content);
  const centre = await world.as('centreHead', world.city);
  // Its registration travels to where products are kept.
  await eventually(
    () => centre.post('/products', { name: '先到的样机', kind: 'hardware', vendor: id }),
    ({ status }) => status === 201,
  );
  return id;
}

const productContent = async (world: World) => ({ name: '矩阵一体机', kind: 'hardware', vendor: await vendor(world) });
const versionContent = { label: '2026 款', released: '2026-03-01' };

async function product(world: World, owner: Place) {
  const { id } = await made(world, 'countyReviewer', owner, '/products', await productContent(world));
  return { params: { productId: id }, id };
}

async function testContent(world: World, owner: Place) {
  const { id } = await product(world, owner);
  const { versions } = await made(world, 'countyReviewer', owner, `/products/${id}/versions`, versionContent, 200);
  return {
    ...{ name: '矩阵评测', method: '同一教室，连续使用两周', least: 1 },
    criteria: [{ code: 'display', name: '显示', max: 50 }],
    versions: [{ product: id, version: versions[0]!.id }],
  };
}

async function test(world: World, owner: Place) {
  const content = await testContent(world, owner);
  const { id } = await made(world, 'countyReviewer', owner, '/product-tests', content);
  return { params: { testId: id }, id, ...content.versions[0]! };
}

const expertOf = async (world: World, owner: Place) => (await world.as('expert', owner)).person!;

/** A test that waits for the expert of the owner. */
async function scoring(world: World, owner: Place) {
  const of = await test(world, owner);
  const { id } = await made(world, 'countyReviewer', owner, `/product-tests/${of.id}/scorings`, { expert: await expertOf(world, owner) });
  return { params: { scoringId: id }, id, test: of.id, scores: [{ version: of.version, points: { display: 40 } }] };
}

async function published(world: World, owner: Place) {
  const { id, test: of, scores } = await scoring(world, owner);
  await made(world, 'expert', owner, `/product-scorings/${id}/score`, { noInterest: true, scores }, 200);
  const answer = await (await world.as('countyReviewer', owner)).post(`/product-tests/${of}/publish`);
  world.check(answer.status === 200, 'it is published', answer.body);
  return { id: of };
}

/** Products are handed down; a test is its authority’s, a scoring its expert’s; what is published is everybody’s. */
export const productTestRows: readonly MatrixRow[] = [
  {
    operation: resources.registerProduct,
    owner: 'county',
    ask: async (world) => ({ body: await productContent(world) }),
    expect: each(testers, always),
  },
  {
    operation: resources.products,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await product(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: resources.product, owner: 'county', ask: product, expect: each(readers, handedDown) },
  {
    operation: resources.addProductVersion,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await product(world, owner)), body: versionContent }),
    expect: each(testers, subtree),
  },
  {
    // Who does not meet the product is told by the rule that its version is not registered.
    operation: resources.planProductTest,
    owner: 'county',
    ask: async (world, owner) => ({ body: await testContent(world, owner) }),
    expect: each(testers, always),
  },
  {
    operation: resources.productTests,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await test(world, owner)).id, query: { limit: 200 } }),
    expect: each([...readers, 'expert'], subtreeList),
  },
  {
    operation: resources.productTest,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await test(world, owner)).params }),
    expect: each([...readers, 'expert'], subtree),
  },
  {
    operation: resources.assignProductExpert,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await test(world, owner)).params, body: { expert: await expertOf(world, owner) } }),
    expect: each(testers, subtree),
  },
  {
    operation: resources.productScorings,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await scoring(world, owner)).id, query: { limit: 200 } }),
    expect: { ...each(testers, subtreeList), expert: 'seen hid hid hid hid' },
  },
  {
    operation: resources.scoreProducts,
    owner: 'county',
    ask: async (world, owner) => {
      const { params, scores } = await scoring(world, owner);
      return { params, body: { noInterest: true, scores } };
    },
    expect: { expert: 'ok 404 404 404 404' },
  },
  {
    operation: resources.declineProductScoring,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await scoring(world, owner)).params, body: { vendors: [], reason: '时间不便' } }),
    expect: { expert: 'ok 404 404 404 404' },
  },
  {
    operation: resources.publishProductTest,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await test(world, owner)).params }),
    expect: each(testers, subtree),
  },
  {
    operation: resources.productComparisons,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await published(world, owner)).id, query: { limit: 200 } }),
    expect: each(everyone, 'seen seen seen seen seen'),
  },
  {
    operation: resources.replyToProductTest,
    owner: 'county',
    ask: async (world, owner) => {
      const of = await test(world, owner);
      return { params: of.params, body: { product: of.product, words: '新固件已改进' } };
    },
    expect: {},
  },
];
