import { identity, postRoles } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { pupilOf } from './guardians.js';
import { always, each, subtree, subtreeList } from './words.js';

const nowhere = '404 404 404 404 404';
const family = ['guardian', 'pupil'] as const;
const school = ['schoolAdmin', 'rollManager', 'homeroomTeacher', 'systemAdmin'] as const;
const purposes = [{ purpose: 'recommendation', basis: 'consent', minors: true, notice: '矩阵' }];

/** An app of the owner that asks for consent. */
async function askingApp(world: World, owner: Place): Promise<{ id: string; clientId: string }> {
  const admin = await world.as('systemAdmin', world.city);
  const made = await admin.post('/apps', {
    organisation: owner.id,
    name: `征求同意 ${world.run}`,
    grants: ['client_credentials'],
    scopes: ['identity.read'],
  });
  world.check(made.status === 201, 'an app for the matrix', made.body);
  const declared = await admin.post(`/apps/${made.body.id}/purposes`, { purposes });
  world.check(declared.status === 200, 'its purposes', declared.body);
  return made.body as { id: string; clientId: string };
}

/** A withdrawn consent at the owner, by the one guardian the world has there, and the deletion it asks for. */
async function withdrawn(world: World, owner: Place): Promise<{ consent: string; request: string }> {
  const { clientId } = await askingApp(world, world.city);
  const admin = await world.as('systemAdmin', world.city);
  await admin.post(`/organisations/${owner.id}/selections`, { client: clientId, scopes: ['identity.read'] });
  const guardian = await world.as('guardian', owner, 'consenting');
  const me = await guardian.get('/me');
  const [ward] = me.body.posts[0].about as string[];
  const decision = { client: clientId, decision: 'give', purposes: ['recommendation'], textVersion: 1 };
  const given = await guardian.post(`/me/wards/${ward}/consents`, decision);
  world.check(given.status === 201, 'a consent for the matrix', given.body);
  const ended = await guardian.post(`/consents/${given.body.id}/withdraw`);
  world.check(ended.status === 200, 'its withdrawal', ended.body);
  const requests = await guardian.get('/deletion-requests', { query: { client: clientId } });
  world.check(requests.body.items?.length === 1, 'a deletion request for the matrix', requests.body);
  return { consent: given.body.id as string, request: requests.body.items[0].id as string };
}

const inSchool = async (_: World, owner: Place) => ({ params: { organisationId: owner.id } });

export const consentRows: readonly MatrixRow[] = [
  {
    operation: identity.declarePurposes,
    owner: 'county',
    ask: async (world, owner) => ({ params: { appId: (await askingApp(world, owner)).id }, body: { purposes } }),
    expect: { systemAdmin: subtree, vendor: nowhere },
  },
  {
    operation: identity.appPurposes,
    owner: 'county',
    ask: async (world, owner) => ({ params: { appId: (await askingApp(world, owner)).id } }),
    expect: each([...postRoles, 'app'], always),
  },
  {
    operation: identity.wardConsents,
    owner: 'school',
    ask: async (world, owner) => ({ params: { personId: await pupilOf(world, owner) } }),
    expect: each(family, nowhere),
  },
  {
    operation: identity.decideConsent,
    owner: 'school',
    ask: async (world, owner) => ({
      params: { personId: await pupilOf(world, owner) },
      body: { client: 'nobody', decision: 'refuse', textVersion: 1 },
    }),
    expect: each(family, nowhere),
  },
  {
    operation: identity.withdrawConsent,
    owner: 'school',
    ask: async (world, owner) => ({ params: { consentId: (await withdrawn(world, owner)).consent } }),
    expect: each(family, nowhere),
  },
  { operation: identity.consentCounts, owner: 'school', ask: inSchool, expect: each(school, subtree) },
  {
    operation: identity.consentsMissing,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await inSchool(world, owner)), query: { client: 'nobody' } }),
    expect: each(school, subtree),
  },
  { operation: identity.consentedPupils, owner: 'school', ask: inSchool, expect: { app: subtree } },
  { operation: identity.myDeletionRequests, owner: 'school', ask: async () => ({}), expect: { app: always } },
  {
    operation: identity.answerDeletionRequest,
    owner: 'school',
    ask: async (world, owner) => ({
      params: { requestId: (await withdrawn(world, owner)).request },
      body: { deletedOn: '2026-11-21', what: '矩阵', reference: '1' },
    }),
    expect: { app: nowhere },
  },
  {
    operation: identity.deletionRequests,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await withdrawn(world, owner)).request, query: { limit: 200 } }),
    expect: {
      ...each(['schoolAdmin', 'rollManager', 'systemAdmin', 'securityAdmin', 'auditAdmin'], subtreeList),
      ...each(family, 'hid hid hid hid hid'),
    },
  },
];
