import { identity, signIns } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, staff, subtree } from './words.js';

const administrators = ['systemAdmin', 'schoolAdmin'] as const;

/** Whoever has a post has sessions and apps of their own; of others there are none. */
const people = [...staff, 'pupil', 'guardian', 'vendor'] as const;
const nobodys = '404 404 404 404 404';

const inOrganisation = async (_: World, owner: Place) => ({ params: { organisationId: owner.id } });

/** A person kept at the owner, without a second factor: whoever may reset it hears that there is none. */
async function person(world: World, owner: Place) {
  const admin = await world.as('systemAdmin', world.city);
  const answer = await admin.post('/people', { organisation: owner.id, name: '矩试' });
  world.check(answer.status === 201, 'a person for the matrix', answer.body);
  return { params: { personId: answer.body.id as string } };
}

export const signingInRows: readonly MatrixRow[] = [
  {
    operation: identity.signInPolicy,
    owner: 'school',
    ask: inOrganisation,
    expect: each([...administrators, 'securityAdmin', 'auditAdmin'], subtree),
  },
  {
    operation: identity.setSignInPolicy,
    owner: 'county',
    ask: async (_, owner) => ({
      params: { organisationId: owner.id },
      body: { passwords: 'nist', administratorsSecondFactor: 'offered', idleMinutesAdministrators: 15, idleMinutesOthers: 30 },
    }),
    expect: each(['systemAdmin', 'securityAdmin'], subtree),
  },
  {
    operation: identity.textMessages,
    owner: 'school',
    ask: inOrganisation,
    expect: each([...administrators, 'securityAdmin'], subtree),
  },
  {
    operation: identity.mySecondFactor,
    owner: 'school',
    ask: async () => ({}),
    expect: each(people, always),
  },
  {
    // There is none to reset, which also answers 404; who may and who may not is told apart by the spec beside the rule.
    operation: identity.resetSecondFactor,
    owner: 'school',
    ask: person,
    expect: each(administrators, nobodys),
  },
  {
    operation: identity.signInLock,
    owner: 'school',
    ask: person,
    expect: each([...administrators, 'rollManager', 'securityAdmin', 'auditAdmin'], subtree),
  },
  { operation: identity.unlockSignIn, owner: 'school', ask: person, expect: each([...administrators, 'rollManager'], subtree) },
  { operation: signIns.mySessions, owner: 'school', ask: async () => ({}), expect: each(people, always) },
  {
    operation: signIns.endMySession,
    owner: 'school',
    ask: async () => ({ params: { sessionId: crypto.randomUUID() } }),
    expect: each(people, nobodys),
  },
  { operation: signIns.endMyOtherSessions, owner: 'school', ask: async () => ({}), expect: each(people, always) },
  {
    operation: signIns.signingKeys,
    owner: 'county',
    ask: async () => ({}),
    expect: each(['systemAdmin', 'securityAdmin', 'auditAdmin'], always),
  },
  {
    // Whoever does not act at the top hears 409.
    operation: signIns.replaceSigningKeys,
    owner: 'county',
    ask: async () => ({ body: { compromised: false } }),
    expect: each(['systemAdmin', 'securityAdmin'], always),
  },
  { operation: signIns.myApps, owner: 'school', ask: async () => ({}), expect: each(people, always) },
  { operation: signIns.withdrawApp, owner: 'school', ask: async () => ({ params: { client: 'nobody' } }), expect: each(people, nobodys) },
];
