import { activities } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { Ask, MatrixRow } from '../matrix.js';
import { always, each, handedDown, handedDownList, subtree, subtreeList } from './words.js';

const organisers = ['centreHead', 'systemAdmin', 'subjectResearcher', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const workers = ['teacher', 'homeroomTeacher', 'schoolAdmin', 'subjectResearcher'] as const;
const reviewers = ['resourceReviewer', ...organisers] as const;
const boardReaders = [...workers, ...reviewers, 'bureauLeader', 'app'] as const;
const readers = [...boardReaders, 'expert'] as const;
const nowhere = '404 404 404 404 404';
const nobodys = '01900000-0000-7000-8000-000000000000';

const at = (days: number) => new Date(Date.now() + days * 24 * 3600_000).toISOString();
const settings = { name: '矩阵征集', resourceType: 'microLesson', openToAll: true, plan: true, opens: at(-1), closes: at(20) };
const content = {
  title: '矩阵作品',
  stage: 'primary',
  subject: 'mathematics',
  grades: [3],
  usage: { method: '先看后练', scene: '新授课', example: '三年级一班' },
};
const taskOf = (owner: Place) => ({ organisation: owner.id, title: '矩阵课题', stage: 'primary', subject: 'mathematics', due: at(10) });

const must = async (world: World, asked: Promise<{ status: number; body: any }>, what: string) => {
  const answer = await asked;
  world.check(answer.status < 300, `${what} for the matrix`, answer.body);
  return answer.body;
};

async function draft(world: World, owner: Place) {
  const county = await world.as('countyReviewer', owner);
  const { id } = await must(world, county.post('/calls', { organisation: owner.id, settings }), 'a call');
  return { params: { callId: id as string }, id: id as string };
}

async function open(world: World, owner: Place) {
  const made = await draft(world, owner);
  await must(world, (await world.as('countyReviewer', owner)).post(`/calls/${made.id}/open`), 'it is opened');
  return made;
}

/** A task of the central school's, given by its county. */
async function task(world: World, owner: Place) {
  const [county] = world.counties;
  const { id: call } = await open(world, county);
  const assigned = (await world.as('countyReviewer', county)).post(`/calls/${call}/tasks`, { tasks: [taskOf(owner)] });
  const { id } = (await must(world, assigned, 'a task')).items[0] as { id: string };
  return { params: { taskId: id }, id };
}

/** A work of a teacher of the central school's, which answers a call of its county. */
async function work(world: World, owner: Place) {
  const { id: call } = await open(world, world.counties[0]);
  const author = await world.as('teacher', owner, 'author');
  const { id } = await must(world, author.post(`/calls/${call}/works`, { organisation: owner.id, content }), 'a work');
  return { params: { workId: id as string }, id: id as string };
}

/** An opinion of the county's, asked of an expert of the sibling school. */
async function opinion(world: World) {
  const made = await work(world, world.centralSchool);
  await hand(world, made.id);
  const asked = (await world.as('countyReviewer', world.counties[0])).post(`/call-works/${made.id}/opinions`, await anExpert(world));
  const { id } = await must(world, asked, 'an opinion');
  return { params: { opinionId: id as string }, id: id as string };
}

const anExpert = async (world: World) => ({ expert: (await world.as('expert', world.sibling)).person });

async function hand(world: World, id: string) {
  const author = await world.as('teacher', world.centralSchool, 'author');
  const ticket = await must(world, author.post('/files', { kind: 'work', name: '微课.pdf' }), 'a ticket');
  const sent = await fetch(ticket.uploadUrl as string, { method: 'PUT', body: '%PDF-1.7\n微课' });
  world.check(sent.status === 201, 'a file for the matrix', await sent.text());
  await must(world, author.post(`/call-works/${id}/files`, { file: ticket.id }), 'its file');
  await must(world, author.post(`/call-works/${id}/submit`), 'it is handed in');
}

async function submitted(world: World, owner: Place) {
  const made = await work(world, owner);
  await hand(world, made.id);
  return made;
}

const withBody = (make: (world: World, owner: Place) => Promise<Ask>, body: unknown) => async (world: World, owner: Place) => ({
  ...(await make(world, owner)),
  body,
});
const listed = (make: (world: World, owner: Place) => Promise<Ask>) => async (world: World, owner: Place) => ({
  id: (await make(world, owner)).id!,
  query: { limit: 200 },
});
const ofFile = (make: (world: World, owner: Place) => Promise<Ask>) => async (world: World, owner: Place) => ({
  params: { ...(await make(world, owner)).params, fileId: nobodys },
});

/** Calls are handed down; tasks and works are their school's and of those above it, opinions the authority's that called. */
export const callRows: readonly MatrixRow[] = [
  { operation: activities.callTemplates, owner: 'county', ask: async () => ({}), expect: each(organisers, always) },
  {
    operation: activities.prepareCall,
    owner: 'county',
    ask: async (_, owner) => ({ body: { organisation: owner.id, settings } }),
    expect: each(organisers, subtree),
  },
  { operation: activities.calls, owner: 'county', ask: listed(open), expect: each(readers, handedDownList) },
  { operation: activities.callForWorks, owner: 'county', ask: open, expect: each(readers, handedDown) },
  { operation: activities.changeCall, owner: 'county', ask: withBody(draft, { settings }), expect: each(organisers, subtree) },
  { operation: activities.openCall, owner: 'county', ask: draft, expect: each(organisers, subtree) },
  { operation: activities.extendCall, owner: 'county', ask: withBody(open, { closes: at(30) }), expect: each(organisers, subtree) },
  { operation: activities.closeCall, owner: 'county', ask: open, expect: each(organisers, subtree) },
  { operation: activities.callBoard, owner: 'county', ask: open, expect: each(boardReaders, handedDown) },
  { operation: activities.urgeCall, owner: 'county', ask: withBody(open, { note: '请尽快' }), expect: each(organisers, subtree) },
  {
    operation: activities.assignTasks,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await open(world, owner)), body: { tasks: [taskOf(world.school)] } }),
    expect: each(organisers, subtree),
  },
  { operation: activities.callTasks, owner: 'school', ask: listed(task), expect: each(boardReaders, subtreeList) },
  { operation: activities.callTask, owner: 'school', ask: task, expect: each(boardReaders, subtree) },
  {
    operation: activities.handTask,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await task(world, owner)), body: { person: (await world.as('teacher', owner)).person } }),
    expect: each(['schoolAdmin', ...organisers], subtree),
  },
  {
    operation: activities.planShooting,
    owner: 'school',
    ask: async (world, owner) => ({
      ...(await task(world, owner)),
      body: { day: at(5).slice(0, 10), place: '录播教室', presenter: (await world.as('teacher', owner)).person },
    }),
    expect: each(workers, subtree),
  },
  {
    operation: activities.completeShooting,
    owner: 'school',
    ask: withBody(task, { day: at(-1).slice(0, 10) }),
    expect: each(workers, subtree),
  },
  { operation: activities.postponeTask, owner: 'school', ask: withBody(task, { due: at(12) }), expect: each(organisers, subtree) },
  { operation: activities.cancelTask, owner: 'school', ask: withBody(task, { reason: '重复' }), expect: each(organisers, subtree) },
  {
    operation: activities.beginWork,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await open(world, world.counties[0])).params, body: { organisation: owner.id, content } }),
    expect: each(workers, subtree),
  },
  {
    // An expert meets the works about which they were asked, and this one about none.
    operation: activities.callWorks,
    owner: 'school',
    ask: listed(work),
    expect: { ...each(boardReaders, subtreeList), expert: 'hid hid hid hid hid' },
  },
  { operation: activities.callWork, owner: 'school', ask: work, expect: { ...each(boardReaders, subtree), expert: nowhere } },
  { operation: activities.changeWork, owner: 'school', ask: withBody(work, { content }), expect: each(workers, subtree) },
  // Of a file that nobody here has sent everyone is told what those out of reach are told of the work.
  { operation: activities.addWorkFile, owner: 'school', ask: withBody(work, { file: nobodys }), expect: each(workers, nowhere) },
  {
    // That it is not theirs to write is told first; the school's administrator may, and finds no such file.
    operation: activities.dropWorkFile,
    owner: 'school',
    ask: ofFile(work),
    expect: { ...each(workers, subtree), schoolAdmin: nowhere },
  },
  { operation: activities.workFile, owner: 'school', ask: ofFile(work), expect: each([...workers, ...reviewers, 'expert'], nowhere) },
  { operation: activities.submitWork, owner: 'school', ask: work, expect: each(workers, subtree) },
  { operation: activities.withdrawWork, owner: 'school', ask: work, expect: each(workers, subtree) },
  {
    operation: activities.returnWork,
    owner: 'school',
    ask: withBody(submitted, { reason: '请补字幕' }),
    expect: each(reviewers, subtree),
  },
  {
    operation: activities.rejectWork,
    owner: 'school',
    ask: withBody(submitted, { reason: '重复' }),
    expect: each(reviewers, subtree),
  },
  { operation: activities.acceptWork, owner: 'school', ask: withBody(submitted, { note: '采用' }), expect: each(reviewers, subtree) },
  {
    // Whoever decides on it is told that it is not recognised yet.
    operation: activities.revokeRecognition,
    owner: 'school',
    ask: withBody(submitted, { reason: '不再制作' }),
    expect: each(reviewers, subtree),
  },
  {
    operation: activities.askOpinion,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submitted(world, owner)), body: await anExpert(world) }),
    expect: each(reviewers, subtree),
  },
  {
    operation: activities.workOpinions,
    owner: 'county',
    ask: listed(opinion),
    expect: { ...each(reviewers, subtreeList), expert: 'hid hid hid hid hid' },
  },
  {
    operation: activities.giveOpinion,
    owner: 'county',
    ask: withBody(opinion, { verdict: 'accept', comment: '可用' }),
    expect: { expert: nowhere },
  },
  { operation: activities.declineOpinion, owner: 'county', ask: withBody(opinion, { reason: '回避' }), expect: { expert: nowhere } },
];
