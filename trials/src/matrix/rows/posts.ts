import { identity } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, staff, subtree, subtreeList } from './words.js';

const administrators = ['systemAdmin', 'schoolAdmin'] as const;
const registrars = [...administrators, 'rollManager'] as const;
const withoutPower = staff.filter((role) => !registrars.some((registrar) => registrar === role));

/** Somebody kept at the owner, with one post there. */
async function holder(world: World, owner: Place, role: string): Promise<{ person: string; post: string }> {
  const admin = await world.as('systemAdmin', world.city);
  const made = await admin.post('/people', { organisation: owner.id, name: '矩试', posts: [{ role, organisation: owner.id }] });
  world.check(made.status === 201, 'a holder of a post for the matrix', made.body);
  return { person: made.body.id as string, post: made.body.posts[0].id as string };
}

const ofPupil = async (world: World, owner: Place) => ({ params: { postId: (await holder(world, owner, 'pupil')).post } });
const ofTeacher = async (world: World, owner: Place) => ({ params: { postId: (await holder(world, owner, 'teacher')).post } });

async function staffRecord(world: World, owner: Place) {
  const { person } = await holder(world, owner, 'teacher');
  const admin = await world.as('systemAdmin', world.city);
  const entered = await admin.post(`/people/${person}/records`, { kind: 'training', title: '信息技术应用能力提升', from: '2026-07-01' });
  world.check(entered.status === 201, 'a line of a staff file for the matrix', entered.body);
  return { person, record: entered.body.id as string };
}

export const postRows: readonly MatrixRow[] = [
  {
    operation: identity.post,
    owner: 'school',
    ask: ofTeacher,
    expect: { ...each([...staff, 'app'], subtree), ...each(['pupil', 'guardian'], '404 404 404 404 404') },
  },
  {
    operation: identity.changePost,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await ofPupil(world, owner)), body: { until: '2030-01-01' } }),
    expect: each(registrars, subtree),
  },
  {
    // A roll manager may give a pupil's post and no teacher's; everybody else may name one for their own.
    operation: identity.nameDeputy,
    owner: 'school',
    ask: async (world, owner) => ({
      ...(await ofTeacher(world, owner)),
      body: { person: (await holder(world, owner, 'expert')).person, until: '2027-01-01' },
    }),
    fresh: true,
    expect: { ...each(administrators, subtree), ...each([...withoutPower, 'rollManager'], '403 403 404 404 404') },
  },
  {
    operation: identity.deputies,
    owner: 'school',
    ask: ofTeacher,
    expect: each(staff, subtree),
  },
  { operation: identity.openWork, owner: 'school', ask: ofTeacher, expect: each(staff, subtree) },
  {
    operation: identity.handOver,
    owner: 'school',
    ask: async (world, owner) => ({
      ...(await ofTeacher(world, owner)),
      body: { person: (await holder(world, owner, 'expert')).person },
    }),
    fresh: true,
    expect: { ...each(administrators, subtree), rollManager: '403 403 404 404 404' },
  },
  {
    operation: identity.myPowers,
    owner: 'school',
    ask: async () => ({}),
    expect: each([...staff, 'app', 'pupil', 'guardian', 'vendor'], always),
  },
  {
    operation: identity.searchPeople,
    owner: 'school',
    ask: async (world, owner) => {
      const { person } = await holder(world, owner, 'expert');
      return { id: person, body: { name: '矩试', limit: 200 } };
    },
    fresh: true,
    expect: each(registrars, subtreeList),
  },
  {
    // Others' files are for those who keep them; a colleague meets none.
    operation: identity.staffRecords,
    owner: 'school',
    ask: async (world, owner) => ({ params: { personId: (await staffRecord(world, owner)).person } }),
    expect: { ...each(staff, '404 404 404 404 404'), ...each(administrators, subtree) },
  },
  {
    operation: identity.enterStaffRecord,
    owner: 'school',
    ask: async (world, owner) => ({
      params: { personId: (await holder(world, owner, 'teacher')).person },
      body: { kind: 'award', title: '优质课一等奖', from: '2026-05-01' },
    }),
    fresh: true,
    expect: { ...each(staff, '404 404 404 404 404'), ...each(administrators, subtree) },
  },
  ...(['confirmStaffRecord', 'returnStaffRecord'] as const).map((name): MatrixRow => ({
    operation: identity[name],
    owner: 'school',
    ask: async (world, owner) => ({
      params: { recordId: (await staffRecord(world, owner)).record },
      ...(name === 'returnStaffRecord' && { body: { reason: '日期有误' } }),
    }),
    fresh: true,
    expect: each(administrators, subtree),
  })),
];
