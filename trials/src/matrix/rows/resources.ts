import { resources } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { each, handedDown, handedDownList, staff, subtree } from './words.js';

export const authors = ['teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin'] as const;
export const content = { title: '矩阵资源', type: 'microLesson', stage: 'primary', subject: 'mathematics' };
export const usage = { method: '先看后练', scene: '新授课', example: '三年级一班' };

/** A draft of a teacher of the owner's. */
export async function draft(world: World, owner: Place) {
  const teacher = await world.as('teacher', owner);
  const answer = await teacher.post('/resources', { ...content, grades: [3], usage });
  world.check(answer.status === 201, 'a draft for the matrix', answer.body);
  return { params: { resourceId: answer.body.id as string }, id: answer.body.id as string };
}

export async function submitted(world: World, owner: Place) {
  const made = await draft(world, owner);
  const answer = await (await world.as('teacher', owner)).post(`/resources/${made.id}/submit`);
  world.check(answer.status === 200, 'it is submitted', answer.body);
  return made;
}

export async function published(world: World, owner: Place) {
  const made = await submitted(world, owner);
  const answer = await (await world.as('resourceReviewer', owner)).post(`/resources/${made.id}/publish`, {});
  world.check(answer.status === 200, 'it is published', answer.body);
  return made;
}

export const readers = [...staff, 'app', 'vendor'] as const;
const reason = { reason: '请补充典型案例' };

/** Drafts are their school's and its authorities'; what is published is for everyone below. Its author is another teacher than the caller. */
export const resourcesRows: readonly MatrixRow[] = [
  { operation: resources.register, owner: 'school', ask: async () => ({ body: content }), expect: each(authors, 'ok ok ok ok ok') },
  {
    operation: resources.list,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await published(world, owner)).id, query: { limit: 200 } }),
    expect: { ...each(readers, handedDownList), ...each(['pupil', 'guardian'], 'seen - hid seen hid') },
  },
  {
    operation: resources.resource,
    owner: 'school',
    ask: published,
    expect: { ...each(readers, handedDown), ...each(['pupil', 'guardian'], 'ok - 404 ok 404') },
  },
  {
    operation: resources.edit,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await draft(world, owner)), body: { title: '矩阵资源二' } }),
    expect: each(authors, subtree),
  },
  { operation: resources.discard, owner: 'school', ask: draft, fresh: true, expect: each(authors, subtree) },
  { operation: resources.submit, owner: 'school', ask: draft, expect: each(authors, subtree) },
  {
    operation: resources.return,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submitted(world, owner)), body: reason }),
    expect: each(['resourceReviewer', 'subjectResearcher'], subtree),
  },
  {
    operation: resources.reject,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submitted(world, owner)), body: reason }),
    expect: each(['resourceReviewer', 'subjectResearcher'], subtree),
  },
  {
    operation: resources.publish,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submitted(world, owner)), body: {} }),
    expect: each(['resourceReviewer', 'subjectResearcher'], subtree),
  },
  {
    operation: resources.withdraw,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await published(world, owner)), body: reason }),
    expect: each([...authors, 'resourceReviewer'], subtree),
  },
  { operation: resources.changes, owner: 'school', ask: submitted, expect: each([...authors, 'resourceReviewer', 'centreHead'], subtree) },
  {
    operation: resources.submissions,
    owner: 'school',
    ask: submitted,
    expect: each([...authors, 'resourceReviewer', 'centreHead'], subtree),
  },
];
