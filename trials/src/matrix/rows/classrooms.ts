import { classrooms } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, subtree } from './words.js';

const hosts = ['teacher', 'homeroomTeacher', 'schoolAdmin'] as const;
const planners = ['schoolAdmin', 'centreHead'] as const;
const readers = [
  ...hosts,
  'centreHead',
  'subjectResearcher',
  'bureauLeader',
  'countyReviewer',
  'cityReviewer',
  'provinceReviewer',
  'app',
] as const;

const day = 24 * 3600_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
let weeks = 0;

/** A class in a week of its own, so that its receiver is never asked to be in two at once. */
const content = (world: World) => {
  const monday = Date.now() + ((8 - new Date().getUTCDay()) % 7) * day + 7 * day * weeks++;
  return {
    subject: 'music',
    stage: 'primary',
    grades: [3],
    term: '矩阵学期',
    from: dayOf(monday),
    to: dayOf(monday + 4 * day),
    receivers: [world.teachingPoints[0].id],
    slots: [{ weekday: 1, start: '09:00', end: '09:40' }],
  };
};

async function deliveredClass(world: World, owner: Place) {
  const answer = await (await world.as('schoolAdmin', owner)).post('/delivered-classes', content(world));
  world.check(answer.status === 201, 'a delivered class for the matrix', answer.body);
  return { params: { deliveredClassId: answer.body.id as string }, id: answer.body.id as string };
}

async function session(world: World, owner: Place) {
  const { id } = await deliveredClass(world, owner);
  const answer = await (await world.as('schoolAdmin', owner)).get('/class-sessions', { query: { deliveredClass: id } });
  world.check(answer.body.items?.[0], 'a session for the matrix', answer.body);
  return { params: { sessionId: answer.body.items[0].id as string }, id: answer.body.items[0].id as string };
}

const withReason = async (world: World, owner: Place) => ({ ...(await session(world, owner)), body: { reason: '停电' } });

/** The host's plan; its teaching point, though it lies below, meets it because it is named as receiver. */
const assigned = 'ok ok 404 ok 404';
const assignedList = 'seen seen hid seen hid';

export const classroomsRows: readonly MatrixRow[] = [
  {
    operation: classrooms.board,
    owner: 'county',
    ask: async () => ({}),
    expect: each(['bureauLeader', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'], always),
  },
  {
    operation: classrooms.plan,
    owner: 'school',
    ask: async (world, owner) => ({ body: { ...content(world), host: owner.id } }),
    fresh: true,
    expect: each(planners, subtree),
  },
  {
    operation: classrooms.deliveredClasses,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await deliveredClass(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, assignedList),
  },
  { operation: classrooms.deliveredClass, owner: 'school', ask: deliveredClass, expect: each(readers, assigned) },
  { operation: classrooms.figures, owner: 'school', ask: deliveredClass, expect: each(readers, assigned) },
  {
    operation: classrooms.sessions,
    owner: 'school',
    ask: async (world, owner) => {
      const { id } = await deliveredClass(world, owner);
      const answer = await (await world.as('schoolAdmin', owner)).get('/class-sessions', { query: { deliveredClass: id } });
      return { id: answer.body.items[0].id as string, query: { deliveredClass: id } };
    },
    expect: each(readers, assignedList),
  },
  { operation: classrooms.session, owner: 'school', ask: session, expect: each(readers, assigned) },
  {
    operation: classrooms.start,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await session(world, owner)), body: {} }),
    expect: each(hosts, subtree),
  },
  {
    operation: classrooms.end,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await session(world, owner)), body: {} }),
    expect: each(hosts, subtree),
  },
  { operation: classrooms.cancel, owner: 'school', ask: withReason, expect: each(planners, subtree) },
  { operation: classrooms.miss, owner: 'school', ask: withReason, expect: each(planners, subtree) },
  {
    operation: classrooms.makeUp,
    owner: 'school',
    ask: async (world, owner) => ({
      ...(await session(world, owner)),
      body: {
        startsAt: new Date(Date.now() + 400 * day).toISOString(),
        endsAt: new Date(Date.now() + 400 * day + 2_400_000).toISOString(),
      },
    }),
    expect: each(planners, subtree),
  },
  {
    operation: classrooms.attend,
    owner: 'school',
    ask: async (world, owner) => ({
      ...(await session(world, owner)),
      body: { receiver: world.teachingPoints[0].id, evidence: { kind: 'statement', reference: '到课' } },
    }),
    expect: each([...hosts, 'app'], assigned),
  },
  {
    operation: classrooms.attendance,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await session(world, owner)).params }),
    expect: each(readers, assigned),
  },
];
