import { identity } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, staff, subtree, subtreeList } from './words.js';

const readers = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const;
const administrators = ['systemAdmin', 'schoolAdmin'] as const;
const people = [...staff, 'pupil', 'guardian', 'vendor'] as const;
const nobodys = '404 404 404 404 404';

const body = () => ({
  issuer: `https://sso-${crypto.randomUUID()}.example.cn`,
  clientId: 'lianxue',
  clientSecret: 'a secret for the matrix',
  name: { zh: '矩阵平台', en: 'Matrix platform' },
});

async function made(world: World, path: string, content: unknown) {
  const admin = await world.as('systemAdmin', world.city);
  const answer = await admin.post(path, content);
  world.check(answer.status === 201, `${path} for the matrix`, answer.body);
  return answer.body.id as string;
}

const provider = async (world: World, { id }: Place) =>
  made(world, `/organisations/${id}/identity-providers`, { ...body(), enabled: false });
const inParams = async (world: World, owner: Place) => ({ params: { providerId: await provider(world, owner) } });
const ofPerson = async (world: World, { id }: Place) => ({
  params: { personId: await made(world, '/people', { organisation: id, name: '矩试' }), linkId: crypto.randomUUID() },
});

export const identityProviderRows: readonly MatrixRow[] = [
  {
    operation: identity.registerIdentityProvider,
    owner: 'county',
    fresh: true,
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { ...body(), enabled: false } }),
    expect: each(['systemAdmin'], subtree),
  },
  {
    operation: identity.identityProviders,
    owner: 'county',
    ask: async (world, owner) => ({ id: await provider(world, owner) }),
    expect: each(readers, subtreeList),
  },
  { operation: identity.identityProvider, owner: 'county', ask: inParams, expect: each(readers, subtree) },
  {
    operation: identity.changeIdentityProvider,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await inParams(world, owner)), body: { linksOnTheSpot: false } }),
    expect: each(['systemAdmin'], subtree),
  },
  { operation: identity.mySignInLinks, owner: 'school', ask: async () => ({}), expect: each(people, always) },
  {
    operation: identity.removeMySignInLink,
    owner: 'school',
    ask: async () => ({ params: { linkId: crypto.randomUUID() } }),
    expect: each(people, nobodys),
  },
  {
    operation: identity.signInLinks,
    owner: 'school',
    ask: ofPerson,
    expect: each([...administrators, 'securityAdmin', 'auditAdmin'], subtree),
  },
  {
    // There is none to remove, which also answers 404; who may and who may not is told apart by the spec beside the rule.
    operation: identity.removeSignInLink,
    owner: 'school',
    ask: ofPerson,
    expect: each(administrators, nobodys),
  },
];
