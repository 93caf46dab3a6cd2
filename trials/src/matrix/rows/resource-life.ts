import { resources } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { authors, content, draft, published, readers, submitted, usage } from './resources.js';
import { each, handedDown, staff, subtree, subtreeList } from './words.js';

const reviewing = ['resourceReviewer', 'subjectResearcher'] as const;
const keepers = ['resourceReviewer', 'schoolAdmin', 'centreHead', 'systemAdmin'] as const;
const administering = ['systemAdmin', 'schoolAdmin', 'centreHead'] as const;
const counting = ['resourceReviewer', 'centreHead', 'systemAdmin', 'schoolAdmin', 'subjectResearcher', 'bureauLeader', 'app'] as const;
const nobody = 'hid hid hid hid hid';
const everyReader = { ...each(readers, handedDown), ...each(['pupil', 'guardian'], 'ok - 404 ok 404') };

const reason = { reason: '请补充典型案例' };
const with_ = (body: object) => async (world: World, owner: Place) => ({ ...(await published(world, owner)), body });

/** It stands in nobody's way: nothing of that stage is reviewed here. */
const naming = async (world: World, owner: Place) => ({
  organisation: owner.id,
  person: (await world.as('resourceReviewer', owner)).person,
  stages: ['special'],
});

async function named(world: World, owner: Place) {
  const admin = await world.as('schoolAdmin', owner);
  const answer = await admin.post('/reviewers', await naming(world, owner));
  world.check(answer.status === 201, 'a reviewer is named', answer.body);
  return { params: { reviewerId: answer.body.id as string }, id: answer.body.id as string };
}

async function reported(world: World, owner: Place) {
  const { id } = await published(world, owner);
  const answer = await (await world.as('pupil', owner)).post(`/resources/${id}/reports`, { grounds: 'broken', words: '打不开' });
  world.check(answer.status === 201, 'a resource is reported', answer.body);
  return { params: { reportId: answer.body.id as string }, id: answer.body.id as string };
}

const claim = (resource: string, owner: Place) => ({ resource, grantedBy: owner.id, points: 9, grounds: '少记了' });

async function appealed(world: World, owner: Place) {
  const { id } = await published(world, owner);
  const admin = await world.as('schoolAdmin', owner);
  const answer = await admin.post('/contribution-appeals', { ...claim(id, owner), role: 'school' });
  world.check(answer.status === 201, 'a credit is appealed against', answer.body);
  return { params: { appealId: answer.body.id as string }, id: answer.body.id as string };
}

/** What is credited to the school itself, which everybody there may see. */
async function credited(world: World, owner: Place) {
  const resource = (await published(world, owner)).id;
  const answer = await (await world.as('schoolAdmin', owner)).get('/contribution-credits', { query: { resource } });
  const credit = answer.body.items.find(({ role }: { role: string }) => role === 'school');
  world.check(credit !== undefined, 'the school is credited', answer.body);
  return { id: credit.id as string, query: { resource } };
}

/** Waiting at the school, in a subject of its own, so that a page holds it. */
async function waiting(world: World, owner: Place) {
  const teacher = await world.as('teacher', owner);
  const made = await teacher.post('/resources', { ...content, subject: 'labour', grades: [3], usage });
  const answer = await teacher.post(`/resources/${made.body.id}/submit`);
  world.check(answer.status === 200, 'it waits for review', answer.body);
  return { id: made.body.id as string, query: { subject: 'labour', limit: 200 } };
}

/** The tiers' business is theirs and of those above; what is published, and what it said before, is for everyone below. */
export const resourceLifeRows: readonly MatrixRow[] = [
  {
    operation: resources.pass,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submitted(world, owner)), body: { checked: [] } }),
    expect: each(reviewing, subtree),
  },
  { operation: resources.dropRevision, owner: 'school', ask: draft, expect: each(authors, subtree) },
  {
    operation: resources.reviewQueue,
    owner: 'school',
    ask: waiting,
    expect: each([...reviewing, 'centreHead', 'schoolAdmin'], subtreeList),
  },
  {
    operation: resources.reviewRule,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id } }),
    expect: each([...authors, 'resourceReviewer', 'centreHead', 'systemAdmin'], handedDown),
  },
  {
    operation: resources.setReviewRule,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { steps: ['审核'], checklist: [], standIn: true } }),
    expect: each(administering, subtree),
  },
  {
    operation: resources.nameReviewer,
    owner: 'school',
    ask: async (world, owner) => ({ body: await naming(world, owner) }),
    expect: each(administering, subtree),
  },
  {
    operation: resources.reviewers,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await named(world, owner)).id, query: { organisation: owner.id, limit: 200 } }),
    expect: each([...keepers, 'subjectResearcher'], subtreeList),
  },
  { operation: resources.releaseReviewer, owner: 'school', ask: named, fresh: true, expect: each(administering, subtree) },
  {
    operation: resources.putForward,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await published(world, owner)), body: { organisation: world.counties[0].id } }),
    expect: each([...authors, 'resourceReviewer', 'centreHead'], subtree),
  },
  { operation: resources.takeDown, owner: 'school', ask: with_({ ...reason, codes: ['copyright'] }), expect: each(keepers, subtree) },
  { operation: resources.restore, owner: 'school', ask: with_(reason), expect: each([...new Set([...keepers, ...authors])], subtree) },
  { operation: resources.confirm, owner: 'school', ask: with_({ checked: [] }), expect: each(reviewing, subtree) },
  { operation: resources.releases, owner: 'school', ask: published, expect: everyReader },
  {
    operation: resources.release,
    owner: 'school',
    ask: async (world, owner) => ({ params: { ...(await published(world, owner)).params, number: '1' } }),
    expect: everyReader,
  },
  { operation: resources.provenance, owner: 'school', ask: published, expect: everyReader },
  { operation: resources.learningObjectMetadata, owner: 'school', ask: published, expect: everyReader },
  {
    operation: resources.reportResource,
    owner: 'school',
    ask: with_({ grounds: 'broken', words: '打不开' }),
    expect: { ...each([...staff, 'vendor'], handedDown), ...each(['pupil', 'guardian'], 'ok - 404 ok 404') },
  },
  {
    operation: resources.resourceReports,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await reported(world, owner)).id, query: { limit: 200 } }),
    expect: {
      ...each([...staff, 'vendor', 'guardian'], nobody),
      pupil: 'seen - hid hid hid',
      ...each(keepers, subtreeList),
    },
  },
  {
    operation: resources.answerReport,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await reported(world, owner)), body: { decision: 'dismiss', answer: '可以打开' } }),
    expect: each(keepers, subtree),
  },
  {
    operation: resources.contributionCredits,
    owner: 'school',
    ask: credited,
    expect: each([...counting, 'teacher', 'homeroomTeacher'], subtreeList),
  },
  {
    operation: resources.contributionTotals,
    owner: 'school',
    ask: async (world, owner) => {
      await published(world, owner);
      return { id: owner.id, query: { limit: 200 } };
    },
    expect: each(counting, subtreeList),
  },
  {
    operation: resources.appealCredit,
    owner: 'school',
    ask: async (world, owner) => ({ body: { ...claim((await published(world, owner)).id, owner), role: 'author' } }),
    expect: each(authors, handedDown),
  },
  {
    operation: resources.creditAppeals,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await appealed(world, owner)).id, query: { limit: 200 } }),
    expect: { ...each([...keepers, 'subjectResearcher'], subtreeList), ...each(['teacher', 'homeroomTeacher'], nobody) },
  },
  {
    operation: resources.decideAppeal,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await appealed(world, owner)), body: { decision: 'dismiss', answer: '已核对' } }),
    expect: each(keepers, subtree),
  },
];
