import { identity, postRoles } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, subtree } from './words.js';

const binders = ['schoolAdmin', 'rollManager', 'homeroomTeacher'] as const;
const nowhere = '404 404 404 404 404';

let counter = 0;

/** A pupil of the owner. */
export async function pupilOf(world: World, owner: Place): Promise<string> {
  const admin = await world.as('systemAdmin', world.city);
  const made = await admin.post('/people', { organisation: owner.id, name: '矩阵童', posts: [{ role: 'pupil', organisation: owner.id }] });
  world.check(made.status === 201, 'a pupil for the matrix', made.body);
  return made.body.id as string;
}

async function invitation(world: World, owner: Place) {
  const admin = await world.as('schoolAdmin', owner, 'inviting');
  const made = await admin.post(`/people/${await pupilOf(world, owner)}/guardian-invitations`);
  world.check(made.status === 201, 'an invitation for the matrix', made.body);
  return { params: { invitationId: made.body.id as string }, code: made.body.code as string };
}

async function claimed(world: World, owner: Place) {
  const { params, code } = await invitation(world, owner);
  const teacher = await world.as('teacher', owner, 'claiming');
  const claim = await teacher.post('/guardian-invitations/redeem', { code, relation: '52' });
  world.check(claim.status === 200, 'a claim for the matrix', claim.body);
  return { params };
}

const ofPupil = async (world: World, owner: Place) => ({ params: { personId: await pupilOf(world, owner) } });

/** Nobody here is the guardian of the matrix' pupils. */
export const guardianRows: readonly MatrixRow[] = [
  { operation: identity.inviteGuardian, owner: 'school', ask: ofPupil, expect: { ...each(binders, subtree), guardian: nowhere } },
  {
    operation: identity.guardianInvitations,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id } }),
    expect: each(binders, subtree),
  },
  {
    operation: identity.redeemInvitation,
    owner: 'school',
    ask: async (world, owner) => ({ body: { code: (await invitation(world, owner)).code, relation: '52' } }),
    expect: each(postRoles, always),
  },
  {
    operation: identity.registerGuardian,
    owner: 'school',
    ask: async (world, owner) => ({
      body: {
        code: (await invitation(world, owner)).code,
        relation: '51',
        name: '矩阵父',
        username: `g${world.run}${++counter}`,
        password: 'a long word for 7',
      },
    }),
    expect: each([...postRoles, 'app', 'anyone'], always),
  },
  { operation: identity.confirmGuardian, owner: 'school', ask: claimed, expect: each(binders, subtree) },
  {
    operation: identity.refuseGuardian,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await claimed(world, owner)), body: { reason: '矩阵' } }),
    expect: each(binders, subtree),
  },
  { operation: identity.revokeInvitation, owner: 'school', ask: claimed, expect: { ...each(binders, subtree), guardian: nowhere } },
  {
    operation: identity.guardiansOf,
    owner: 'school',
    ask: ofPupil,
    expect: { ...each([...binders, 'teacher'], subtree), ...each(['guardian', 'pupil'], nowhere) },
  },
  {
    operation: identity.unbindGuardian,
    owner: 'school',
    ask: async (world: World, owner: Place) => {
      const pupil = await pupilOf(world, owner);
      const admin = await world.as('systemAdmin', world.city);
      const made = await admin.post('/people', {
        organisation: owner.id,
        name: '矩阵母',
        posts: [{ role: 'guardian', organisation: owner.id, wards: [pupil] }],
      });
      world.check(made.status === 201, 'a guardian for the matrix', made.body);
      return { params: { personId: pupil, postId: made.body.posts[0].id as string }, body: { reason: '矩阵' } };
    },
    fresh: true,
    expect: each(['schoolAdmin', 'rollManager'], subtree),
  },
];
