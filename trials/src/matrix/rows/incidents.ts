import { incidents } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, handedDown, handedDownList, staff, subtree, subtreeList } from './words.js';

const reporters = ['securityContact', 'responsiblePerson', 'schoolAdmin', 'dutyOfficer', 'dutyLeader', 'securityAdmin'] as const;
const superiors = ['securityContact', 'dutyOfficer', 'dutyLeader', 'securityAdmin', 'bureauLeader'] as const;
const readers = [...reporters, 'bureauLeader', 'systemAdmin', 'auditAdmin', 'centreHead', 'app'] as const;
const declarers = ['securityAdmin', 'systemAdmin', 'bureauLeader'] as const;

const day = 24 * 3600_000;
const content = () => ({
  title: '矩阵事件',
  category: 'NA02',
  level: 'III',
  discoveredAt: new Date(Date.now() - 3600_000).toISOString(),
  summary: '权限矩阵所用',
});

async function incident(world: World, owner: Place) {
  const answer = await (await world.as('securityContact', owner)).post('/incidents', content());
  world.check(answer.status === 201, 'an incident for the matrix', answer.body);
  return answer.body as { id: string; clocks: { rule: string }[] };
}

const reported = async (world: World, owner: Place) => {
  const { id } = await incident(world, owner);
  return { params: { incidentId: id }, id };
};

/** A guard period that runs now. */
async function guardPeriod(world: World, owner: Place) {
  const answer = await (await world.as('securityAdmin', owner)).post('/guard-periods', period());
  world.check(answer.status === 201, 'a guard period for the matrix', answer.body);
  return { params: { guardPeriodId: answer.body.id as string }, id: answer.body.id as string };
}
const dayOf = (at: number) => new Date(at + 8 * 3600_000).toISOString().slice(0, 10);
const period = () => ({ name: '矩阵重保', from: dayOf(Date.now() - 2 * day), to: dayOf(Date.now() + 2 * day) });
const finalReport = {
  cause: '弱口令',
  measures: '改密',
  damage: '无',
  responsibility: '已约谈',
  rectification: '已整改',
  lessons: '定期检查',
};

const withBody =
  (row: (world: World, owner: Place) => Promise<{ params: Record<string, string> }>, body: () => unknown) =>
  async (world: World, owner: Place) => ({
    ...(await row(world, owner)),
    body: body(),
  });

/** An incident is its unit's and its authorities'; a guard period is declared by an authority and holds for everyone below. */
export const incidentsRows: readonly MatrixRow[] = [
  {
    operation: incidents.categories,
    owner: 'school',
    ask: async () => ({}),
    expect: { anyone: always, ...each([...staff, 'app', 'pupil', 'guardian'], always) },
  },
  {
    operation: incidents.clockRules,
    owner: 'school',
    ask: async () => ({}),
    expect: { anyone: always, ...each([...staff, 'app', 'pupil', 'guardian'], always) },
  },
  { operation: incidents.board, owner: 'county', ask: async () => ({}), expect: each([...superiors, 'systemAdmin', 'centreHead'], always) },
  { operation: incidents.report, owner: 'school', ask: async () => ({ body: content() }), expect: each(reporters, always) },
  {
    operation: incidents.list,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await incident(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, subtreeList),
  },
  { operation: incidents.incident, owner: 'school', ask: reported, expect: each(readers, subtree) },
  {
    operation: incidents.supplement,
    owner: 'school',
    ask: withBody(reported, () => ({ item: 'progress', text: '已断网' })),
    expect: each(reporters, subtree),
  },
  { operation: incidents.supplements, owner: 'school', ask: reported, expect: each(readers, subtree) },
  {
    operation: incidents.noteReport,
    owner: 'school',
    ask: async (world, owner) => {
      const { id, clocks } = await incident(world, owner);
      return { params: { incidentId: id, clock: clocks[0]!.rule }, body: { reportedAt: new Date().toISOString(), channel: 'phone' } };
    },
    expect: each(reporters, subtree),
  },
  {
    operation: incidents.regrade,
    owner: 'school',
    ask: withBody(reported, () => ({ level: 'III', reason: '影响扩大' })),
    expect: each([...reporters, 'bureauLeader'], subtree),
  },
  { operation: incidents.acknowledge, owner: 'school', ask: reported, expect: each(superiors, subtree) },
  { operation: incidents.handle, owner: 'school', ask: reported, expect: each(reporters, subtree) },
  { operation: incidents.contain, owner: 'school', ask: reported, expect: each(reporters, subtree) },
  { operation: incidents.close, owner: 'school', ask: withBody(reported, () => finalReport), expect: each(reporters, subtree) },
  { operation: incidents.dismiss, owner: 'school', ask: withBody(reported, () => ({ reason: '误报' })), expect: each(superiors, subtree) },
  { operation: incidents.declareGuardPeriod, owner: 'county', ask: async () => ({ body: period() }), expect: each(declarers, always) },
  {
    operation: incidents.amendGuardPeriod,
    owner: 'county',
    ask: withBody(guardPeriod, () => ({ name: '矩阵重保二' })),
    expect: each(declarers, subtree),
  },
  {
    operation: incidents.guardPeriods,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await guardPeriod(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, handedDownList),
  },
  { operation: incidents.guardPeriod, owner: 'county', ask: guardPeriod, expect: each(readers, handedDown) },
  {
    operation: incidents.fileDailyReport,
    owner: 'county',
    ask: withBody(guardPeriod, () => ({ day: dayOf(Date.now()), kind: 'zero' })),
    expect: each(reporters, handedDown),
  },
  {
    operation: incidents.dailyReports,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await guardPeriod(world, owner)).params }),
    expect: each(readers, handedDown),
  },
  {
    operation: incidents.missing,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await guardPeriod(world, owner)), query: { day: dayOf(Date.now()) } }),
    expect: each(readers, handedDown),
  },
];
