import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { collectors, dataSet, period, readers } from './reporting.js';
import { always, each, handedDown, handedDownList, subtree } from './words.js';

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600_000).toISOString();
const moreTime = (world: World) => ({ organisation: world.school.id, until: inDays(8), reason: '矩阵延期' });

/** A school of the county has more time in a period of the county. */
async function exception(world: World, owner: Place) {
  const { id: periodId } = await period(world, owner);
  const answer = await (await world.as('countyReviewer', owner)).post(`/periods/${periodId}/exceptions`, moreTime(world));
  world.check(answer.status === 201, 'an exception for the matrix', answer.body);
  return { periodId, id: answer.body.id as string };
}

async function holidays(world: World, owner: Place) {
  const body = { organisation: owner.id, year: 2026, days: ['2026-10-01'] };
  const answer = await (await world.as('countyReviewer', owner)).post('/holidays', body);
  world.check(answer.status === 200, 'holidays for the matrix', answer.body);
  return { id: answer.body.id as string, query: { year: 2026, limit: 200 } };
}

/** Windows are handed down; more time is given from above. */
export const calendarRows: readonly MatrixRow[] = [
  { operation: reporting.shippedDataSets, owner: 'county', ask: async () => ({}), expect: each(collectors, always) },
  {
    operation: reporting.adoptDataSet,
    owner: 'county',
    ask: async (_, owner) => ({ params: { shipped: 'devices' }, body: { organisation: owner.id } }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.openPeriod,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await dataSet(world, owner)).params, body: { year: 2026, ordinal: 2 } }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.setHolidays,
    owner: 'county',
    ask: async (_, owner) => ({ body: { organisation: owner.id, year: 2026, days: ['2026-10-01'] } }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.holidays,
    owner: 'county',
    ask: holidays,
    expect: each(readers, handedDownList),
  },
  {
    operation: reporting.grantException,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await period(world, owner)).params, body: moreTime(world) }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.exceptions,
    owner: 'county',
    ask: async (world, owner) => {
      const { periodId, id } = await exception(world, owner);
      return { params: { periodId }, id, query: { limit: 200 } };
    },
    expect: each(readers, 'seen seen 404 seen 404'),
  },
  {
    operation: reporting.withdrawException,
    owner: 'county',
    ask: async (world, owner) => ({ params: { exceptionId: (await exception(world, owner)).id } }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.periodWindows,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await period(world, owner)).params }),
    expect: each(readers, handedDown),
  },
];
