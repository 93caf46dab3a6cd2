import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { each, handedDown, handedDownList, subtree } from './words.js';

const collectors = ['systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const builders = [...collectors, 'schoolAdmin'] as const;
const readers = ['schoolAdmin', 'rollManager', 'responsiblePerson', 'bureauLeader', ...collectors, 'app'] as const;

const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
const year = today.slice(0, 4);
const content = (owner: Place) => ({ organisation: owner.id, name: '矩阵建设计划', firstDay: `${year}-01-01`, lastDay: `${year}-12-31` });

async function plan(world: World, owner: Place) {
  const answer = await (await world.as('centreHead', owner)).post('/build-plans', content(owner));
  world.check(answer.status === 201, 'a build plan for the matrix', answer.body);
  return { params: { planId: answer.body.id as string }, id: answer.body.id as string };
}

const milestoneOf = (owner: Place) => ({ organisation: owner.id, name: '矩阵里程碑', due: `${year}-12-31` });

/** A milestone of the owner, in a plan of its county. */
async function milestone(world: World, owner: Place) {
  const { id } = await plan(world, world.counties[0]);
  const head = await world.as('centreHead', world.counties[0]);
  const answer = await head.post(`/build-plans/${id}/milestones`, milestoneOf(owner));
  world.check(answer.status === 201, 'a milestone for the matrix', answer.body);
  return { plan: id, params: { milestoneId: answer.body.id as string }, id: answer.body.id as string };
}

/** Plans are handed down; milestones and reports are their organisation's and its authorities'. */
export const milestoneRows: readonly MatrixRow[] = [
  {
    operation: reporting.openBuildPlan,
    owner: 'county',
    ask: async (_world, owner) => ({ body: content(owner) }),
    fresh: true,
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.buildPlans,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await plan(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: reporting.buildPlanBoard, owner: 'county', ask: plan, expect: each(readers, handedDown) },
  {
    operation: reporting.setMilestone,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await plan(world, owner)).params, body: milestoneOf(owner) }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.milestones,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await plan(world, owner)).params }),
    expect: each(readers, handedDown),
  },
  {
    operation: reporting.completeMilestone,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await milestone(world, owner)), body: { doneOn: today } }),
    expect: each(builders, subtree),
  },
  { operation: reporting.reopenMilestone, owner: 'school', ask: milestone, expect: each(collectors, subtree) },
  {
    operation: reporting.fileProgressReport,
    owner: 'school',
    ask: async (world, owner) => ({
      params: { planId: (await milestone(world, owner)).plan },
      body: { organisation: owner.id, kind: 'weekly', day: today, done: '布线', next: '联调' },
    }),
    expect: each(builders, subtree),
  },
  {
    operation: reporting.progressReports,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await plan(world, owner)).params }),
    expect: each(readers, handedDown),
  },
];
