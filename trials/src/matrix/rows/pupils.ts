import { identity } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { each, subtree, subtreeList } from './words.js';

const keepers = ['systemAdmin', 'schoolAdmin', 'rollManager'] as const;
const mergers = ['systemAdmin', 'rollManager'] as const;

async function made(world: World, path: string, body: unknown) {
  const admin = await world.as('systemAdmin', world.city);
  const answer = await admin.post(path, body);
  world.check(answer.status < 300, `${path} for the matrix`, answer.body);
  return answer.body.id as string;
}

const person = (world: World, owner: Place, more: object = {}) => made(world, '/people', { organisation: owner.id, name: '矩试', ...more });
const pupil = (world: World, owner: Place, more: object = {}) =>
  person(world, owner, { posts: [{ role: 'pupil', organisation: owner.id }], ...more });
const ownClass = (world: World, owner: Place) =>
  made(world, `/organisations/${owner.id}/classes`, { kind: 'homeroom', title: '矩阵班', gradeOrdinal: 3 });

const ofPupil = async (world: World, owner: Place) => ({ params: { organisationId: owner.id, personId: await pupil(world, owner) } });
const intoClass = async (world: World, owner: Place) => ({
  ...(await ofPupil(world, owner)),
  body: { class: await ownClass(world, owner) },
});

let counter = 0;
const digits = (count: number) => String(Math.floor(Math.random() * 10 ** count)).padStart(count, '0');

/** The pupil is at a school that nobody asked about acts at; the owner is the school that asks for them. */
async function asking(world: World, owner: Place) {
  const pupilNumber = `L${digits(6)}20150101${digits(4)}`;
  await pupil(world, world.citySchool, { pupilNumber });
  return { body: { organisation: owner.id, name: '矩试', pupilNumber, reason: '迁居' } };
}

async function transfer(world: World, owner: Place) {
  const id = await made(world, '/transfers', (await asking(world, owner)).body);
  return { params: { transferId: id }, id };
}

async function lookAlikes(world: World, owner: Place) {
  const same = { name: `矩重${world.run}${++counter}`, birthDate: '2015-01-01' };
  const [one, other] = [await person(world, owner, same), await person(world, owner, same)];
  const admin = await world.as('systemAdmin', world.city);
  const listed = await admin.get('/people/duplicates', { query: { limit: 200 } });
  const pair = (listed.body.items as { id: string; one: { person: string } }[]).find((item) => item.one.person === one);
  world.check(pair, 'a pair of look-alikes for the matrix', { one, other, listed: listed.body });
  return { params: { duplicateId: pair.id }, id: pair.id, query: { limit: 200 } };
}

async function twoPeople(world: World, owner: Place) {
  return { params: { personId: await person(world, owner) }, body: { into: await person(world, owner) } };
}

export const pupilsRows: readonly MatrixRow[] = [
  {
    operation: identity.enterPupil,
    owner: 'school',
    ask: async (world, owner) => ({ params: { organisationId: owner.id }, body: { person: await person(world, owner) } }),
    fresh: true,
    expect: each(keepers, subtree),
  },
  { operation: identity.changePupilClass, owner: 'school', ask: intoClass, expect: each(keepers, subtree) },
  {
    operation: identity.suspendPupil,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await ofPupil(world, owner)), body: {} }),
    expect: each(keepers, subtree),
  },
  { operation: identity.resumePupil, owner: 'school', ask: intoClass, expect: each(keepers, subtree) },
  {
    operation: identity.leaveSchool,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await ofPupil(world, owner)), body: { as: 'withdrawal' } }),
    fresh: true,
    expect: each(keepers, subtree),
  },
  {
    operation: identity.movementsOfPupil,
    owner: 'school',
    ask: async (world, owner) => ({ params: { personId: await pupil(world, owner) } }),
    expect: { ...each([...keepers, 'homeroomTeacher'], subtree), ...each(['pupil', 'guardian'], '404 404 404 404 404') },
  },
  {
    operation: identity.movementsOfSchool,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id } }),
    expect: each(keepers, subtree),
  },
  ...(['previewPromotion', 'promoteGrade'] as const).map((name): MatrixRow => ({
    operation: identity[name],
    owner: 'school',
    // A grade of which the school has no class.
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { schoolYear: 2025, grade: 11 } }),
    expect: each(keepers, subtree),
  })),
  { operation: identity.requestTransfer, owner: 'school', ask: asking, expect: each(keepers, subtree) },
  { operation: identity.transfer, owner: 'school', ask: transfer, expect: each(keepers, subtree) },
  {
    operation: identity.transfers,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await transfer(world, owner)).id, query: { limit: 200 } }),
    expect: each(keepers, subtreeList),
  },
  // The other school’s step, or one whose turn has not come, is 409: met, and not theirs.
  ...(['releaseTransfer', 'acceptTransfer', 'cancelTransfer'] as const).map((name): MatrixRow => ({
    operation: identity[name],
    owner: 'school',
    ask: async (world, owner) => ({ ...(await transfer(world, owner)), ...(name === 'acceptTransfer' && { body: {} }) }),
    expect: each(keepers, subtree),
  })),
  {
    operation: identity.refuseTransfer,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await transfer(world, owner)), body: { reason: '材料不全' } }),
    expect: each(keepers, subtree),
  },
  {
    operation: identity.duplicates,
    owner: 'school',
    ask: async (world, owner) => {
      const { id, query } = await lookAlikes(world, owner);
      return { id, query };
    },
    expect: each([...mergers, 'schoolAdmin'], subtreeList),
  },
  {
    operation: identity.dismissDuplicate,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await lookAlikes(world, owner)).params }),
    expect: each(mergers, subtree),
  },
  { operation: identity.mergePerson, owner: 'school', ask: twoPeople, fresh: true, expect: each(mergers, subtree) },
  {
    operation: identity.unmergePerson,
    owner: 'school',
    ask: async (world, owner) => {
      const { params, body } = await twoPeople(world, owner);
      await made(world, `/people/${params.personId}/merge`, body);
      return { params };
    },
    fresh: true,
    expect: each(mergers, subtree),
  },
];
