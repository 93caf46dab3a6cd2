import { activities } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, handedDown, handedDownList, staff, subtree, subtreeList } from './words.js';

const organisers = ['centreHead', 'systemAdmin', 'subjectResearcher', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const school = ['teacher', 'homeroomTeacher', 'schoolAdmin'] as const;
const readers = [...school, ...organisers, 'bureauLeader', 'expert', 'app', 'pupil', 'guardian'] as const;
const objectors = [...school, ...organisers, 'responsiblePerson', 'pupil', 'guardian'] as const;
const everyone = [...staff, 'app', 'pupil', 'guardian', 'vendor', 'anyone'] as const;

const day = 24 * 3600_000;
const span = (from: number, to: number) => ({
  opens: new Date(Date.now() + from * day).toISOString(),
  closes: new Date(Date.now() + to * day).toISOString(),
});

const settings = {
  name: '矩阵活动',
  groups: [{ code: 'primary', name: '小学组' }],
  categories: [{ code: 'painting', name: '电脑绘画' }],
  tiers: ['school', 'county'],
  rubric: [{ code: 'idea', name: '创意', max: 100 }],
  evaluationsPerEntry: 1,
  awards: [{ code: 'first', name: '一等奖' }],
  windows: { entry: span(-1, 5), recommendation: span(-1, 5), evaluation: span(-1, 5) },
};
const content = (owner: Place) => ({ organisation: owner.id, settings });

const must = async (world: World, asked: Promise<{ status: number; body: any }>, what: string) => {
  const answer = await asked;
  world.check(answer.status < 300, `${what} for the matrix`, answer.body);
  return answer.body as { id: string };
};

async function draft(world: World, owner: Place) {
  const { id } = await must(world, (await world.as('countyReviewer', owner)).post('/activities', content(owner)), 'an activity');
  return { params: { activityId: id }, id };
}

async function open(world: World, owner: Place) {
  const made = await draft(world, owner);
  await must(world, (await world.as('countyReviewer', owner)).post(`/activities/${made.id}/open`), 'it is opened');
  return made;
}

async function entryContent(world: World, owner: Place) {
  return { organisation: owner.id, title: '我的家乡', group: 'primary', category: 'painting', pupil: (await world.pupil(owner)).id };
}

/** An entry of the central school in an activity of its county. */
async function entry(world: World, owner: Place) {
  const { id: activity } = await open(world, world.counties[0]);
  const teacher = await world.as('teacher', owner);
  const { id } = await must(world, teacher.post(`/activities/${activity}/entries`, await entryContent(world, owner)), 'an entry');
  return { params: { entryId: id }, id, activity };
}

async function recommended(world: World, owner: Place) {
  const made = await entry(world, owner);
  await must(world, (await world.as('schoolAdmin', owner)).post(`/entries/${made.id}/recommend`), 'it is recommended');
  return made;
}

/** An evaluation of the county's, named for an expert of the sibling school. */
async function evaluation(world: World) {
  const made = await recommended(world, world.centralSchool);
  const expert = await world.as('expert', world.sibling);
  const county = await world.as('countyReviewer', world.counties[0]);
  const { id } = await must(world, county.post(`/entries/${made.id}/evaluations`, { expert: expert.person }), 'an evaluation');
  return { params: { evaluationId: id }, id, entry: made };
}

async function notice(world: World) {
  const made = await evaluation(world);
  const expert = await world.as('expert', world.sibling);
  await must(world, expert.post(`/evaluations/${made.id}/score`, score), 'its score');
  const county = await world.as('countyReviewer', world.counties[0]);
  const results = { awards: [{ entry: made.entry.id, award: 'first' }] };
  const { id } = await must(world, county.post(`/activities/${made.entry.activity}/public-notices`, results), 'a public notice');
  return { params: { noticeId: id }, id, entry: made.entry.id };
}

const score = { scores: { idea: 90 }, comment: '有新意' };
const objectionContent = (entry: string) => ({ entry, grounds: '作品与往年雷同' });

/** Filed by the responsible person of a school of the other county. */
async function objection(world: World) {
  const made = await notice(world);
  const objector = await world.as('responsiblePerson', world.farSchool, 'objector');
  const { id } = await must(world, objector.post(`/public-notices/${made.id}/objections`, objectionContent(made.entry)), 'an objection');
  return { params: { objectionId: id }, id };
}

export const activitiesRows: readonly MatrixRow[] = [
  { operation: activities.activityTemplates, owner: 'county', ask: async () => ({}), expect: each(organisers, always) },
  {
    operation: activities.prepareActivity,
    owner: 'county',
    ask: async (_, owner) => ({ body: content(owner) }),
    expect: each(organisers, subtree),
  },
  {
    operation: activities.activities,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await open(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: activities.activity, owner: 'county', ask: open, expect: each(readers, handedDown) },
  {
    operation: activities.changeActivity,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await draft(world, owner)), body: { settings } }),
    expect: each(organisers, subtree),
  },
  { operation: activities.openActivity, owner: 'county', ask: draft, expect: each(organisers, subtree) },
  { operation: activities.closeActivity, owner: 'county', ask: open, expect: each(organisers, subtree) },
  {
    operation: activities.enterWork,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await open(world, world.counties[0])).params, body: await entryContent(world, owner) }),
    expect: each(school, subtree),
  },
  {
    // A pupil and a guardian of the school see their own works, and this one is another pupil's.
    operation: activities.entries,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await entry(world, owner)).id, query: { limit: 200 } }),
    expect: {
      ...each([...school, ...organisers, 'bureauLeader', 'app'], subtreeList),
      ...each(['pupil', 'guardian'], 'hid hid hid hid hid'),
    },
  },
  {
    operation: activities.entry,
    owner: 'school',
    ask: entry,
    expect: { ...each([...school, ...organisers, 'bureauLeader', 'app'], subtree), ...each(['pupil', 'guardian'], '404 404 404 404 404') },
  },
  {
    operation: activities.changeEntry,
    owner: 'school',
    ask: async (world, owner) => {
      const { organisation: _, ...body } = await entryContent(world, owner);
      return { ...(await entry(world, owner)), body };
    },
    expect: each(school, subtree),
  },
  { operation: activities.withdrawEntry, owner: 'school', ask: entry, expect: each(school, subtree) },
  { operation: activities.recommendEntry, owner: 'school', ask: entry, expect: each(['schoolAdmin', ...organisers], subtree) },
  {
    operation: activities.assignExpert,
    owner: 'school',
    ask: async (world, owner) => ({
      ...(await recommended(world, owner)),
      body: { expert: (await world.as('expert', world.sibling)).person },
    }),
    // A school's researcher meets the school's entry, but not the county's activity.
    expect: { ...each(organisers, subtree), subjectResearcher: '404 ok 404 404 404' },
  },
  {
    // It belongs to the organiser, the county; an expert meets those named for them alone, and this one is another's.
    operation: activities.evaluations,
    owner: 'county',
    ask: async (world) => ({ id: (await evaluation(world)).id, query: { limit: 200 } }),
    expect: { ...each(organisers, subtreeList), expert: 'hid hid hid hid hid' },
  },
  {
    operation: activities.evaluation,
    owner: 'county',
    ask: evaluation,
    expect: { ...each(organisers, subtree), expert: '404 404 404 404 404' },
  },
  {
    operation: activities.scoreEntry,
    owner: 'county',
    ask: async (world) => ({ ...(await evaluation(world)), body: score }),
    expect: { expert: '404 404 404 404 404' },
  },
  {
    operation: activities.declineEvaluation,
    owner: 'county',
    ask: async (world) => ({ ...(await evaluation(world)), body: { reason: '回避' } }),
    expect: { expert: '404 404 404 404 404' },
  },
  {
    operation: activities.announceResults,
    owner: 'county',
    ask: async (world, owner) => ({
      params: (await open(world, owner)).params,
      body: { awards: [{ entry: '01900000-0000-7000-8000-000000000000', award: 'first' }] },
    }),
    expect: each(organisers, subtree),
  },
  {
    operation: activities.publicNotices,
    owner: 'county',
    ask: async (world) => ({ id: (await notice(world)).id, query: { limit: 200 } }),
    expect: each(everyone, 'seen seen seen seen seen'),
  },
  { operation: activities.publicNotice, owner: 'county', ask: notice, expect: each(everyone, always) },
  {
    operation: activities.fileObjection,
    owner: 'county',
    ask: async (world) => {
      const made = await notice(world);
      return { ...made, body: objectionContent(made.entry) };
    },
    expect: each(objectors, always),
  },
  {
    operation: activities.objections,
    owner: 'county',
    ask: async (world) => ({ id: (await objection(world)).id, query: { limit: 200 } }),
    expect: each(objectors, subtreeList),
  },
  { operation: activities.objection, owner: 'county', ask: objection, expect: each(objectors, subtree) },
  {
    operation: activities.decideObjection,
    owner: 'county',
    ask: async (world) => ({ ...(await objection(world)), body: { decision: 'dismiss', answer: '查无实据' } }),
    expect: each(organisers, subtree),
  },
  { operation: activities.finaliseNotice, owner: 'county', ask: notice, expect: each(organisers, subtree) },
];
