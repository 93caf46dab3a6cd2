import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { collectors, readers } from './reporting.js';
import { each } from './words.js';

const fillers = ['schoolAdmin', 'rollManager', 'app'] as const;
const day = 24 * 3600_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();
const nobodys = '01939f6e-7c00-7000-8000-00000000000f';
const indicator = (code: string) => ({ code, name: '指标', nameEn: 'Indicator', type: 'integer' });
let counter = 0;

/** A data set of the city. */
async function ofCity(world: World) {
  const city = await world.as('cityReviewer', world.city);
  const answer = await city.post('/data-sets', {
    organisation: world.city.id,
    code: `sections_${world.run}_${++counter}`,
    name: '市级数据集',
    nameEn: 'A data set of the city',
    form: { indicators: [indicator('rooms')] },
  });
  world.check(answer.status === 201, 'a data set of the city for the matrix', answer.body);
  return answer.body.id as string;
}

const section = (prefix: string, owner: Place) => ({
  organisation: owner.id,
  prefix,
  name: '本级补充',
  nameEn: 'Of the county',
  indicators: [indicator(`${prefix}_pianos`)],
});

/** A section that the county has added to a form of the city, and a period in which it is asked. */
async function added(world: World, owner: Place) {
  const dataSet = await ofCity(world);
  const answer = await (await world.as('countyReviewer', owner)).post(`/data-sets/${dataSet}/added-sections`, section('own', owner));
  world.check(answer.status === 201, 'a section for the matrix', answer.body);
  const period = await (
    await world.as('cityReviewer', world.city)
  ).post('/periods', {
    dataSet,
    name: '矩阵填报期',
    kind: 'quarter',
    firstDay: at(-5).slice(0, 10),
    lastDay: at(5).slice(0, 10),
    opens: at(-5),
    due: { school: at(5), county: at(10), city: at(15) },
  });
  world.check(period.status === 201, 'a period for the matrix', period.body);
  return { dataSet, id: answer.body.id as string, period: period.body.id as string };
}

/** Those who added it, and those below: a level above finds nothing. */
const ownAndBelow = 'ok 404 404 ok 404';

async function submitted(world: World, owner: Place) {
  const { id, period } = await added(world, world.counties[0]);
  const answer = await (
    await world.as('schoolAdmin', owner)
  ).post(`/periods/${period}/submissions`, { organisation: owner.id, values: {} });
  world.check(answer.status === 201, 'a submission for the matrix', answer.body);
  return { params: { submissionId: answer.body.id as string, sectionId: id } };
}

/** What a level below adds is its own: read by it and by those below it. */
export const addedSectionRows: readonly MatrixRow[] = [
  {
    // Each by its own prefix; below the county nobody adds for it, and above it the city adds for it what it may.
    operation: reporting.addSection,
    owner: 'county',
    ask: async (world, owner) => ({ params: { dataSetId: await ofCity(world) }, body: section(`p${++counter}`, owner) }),
    fresh: true,
    expect: each(collectors, 'ok ok 404 404 404'),
  },
  {
    // Of the city's data set, which travels down to all of them.
    operation: reporting.addedSections,
    owner: 'county',
    ask: async (world, owner) => ({ params: { dataSetId: (await added(world, owner)).dataSet } }),
    expect: each(readers, 'ok ok ok ok ok'),
  },
  {
    operation: reporting.withdrawSection,
    owner: 'county',
    ask: async (world, owner) => ({ params: { sectionId: (await added(world, owner)).id } }),
    expect: each(collectors, 'ok ok 404 404 404'),
  },
  {
    operation: reporting.sectionAnswers,
    owner: 'school',
    ask: submitted,
    expect: each(readers, 'ok ok 404 404 404'),
  },
  {
    operation: reporting.fillInSection,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await submitted(world, owner)), body: { values: {} } }),
    expect: each(fillers, 'ok ok 404 404 404'),
  },
  {
    operation: reporting.sectionLines,
    owner: 'county',
    ask: async (world, owner) => ({ params: { sectionId: (await added(world, owner)).id }, query: { period: nobodys } }),
    expect: each(readers, ownAndBelow),
  },
  {
    operation: reporting.sectionTotals,
    owner: 'county',
    ask: async (world, owner) => ({ params: { sectionId: (await added(world, owner)).id }, query: { period: nobodys } }),
    expect: each(collectors, ownAndBelow),
  },
];
