import { announced } from './announcing.js';
import type { World } from './world.js';

const indicator = (code: string, name: string) => ({ code, name, nameEn: code, type: 'integer', required: true, min: 0 });

/** The city's form travels down; a county asks its own beside it, and keeps it to itself and its schools. */
export async function addedSectionsStep(world: World): Promise<void> {
  const [place] = world.counties;
  const city = await world.as('cityReviewer', world.city);
  const county = await world.as('countyReviewer', place);
  const school = await world.as('schoolAdmin', world.school);
  const dataSet = await city.post('/data-sets', {
    organisation: world.city.id,
    code: `sections_${world.run.toLowerCase().replace(/[^a-z0-9]/g, '')}`.slice(0, 40),
    name: `市级表 ${world.run}`,
    nameEn: `A form of the city ${world.run}`,
    form: { indicators: [{ ...indicator('classrooms', '普通教室数'), locked: true }] },
  });
  world.check(dataSet.status === 201, 'the city defines a form', dataSet.body);
  const path = `/data-sets/${dataSet.body.id}/added-sections`;
  const own = { organisation: place.id, prefix: 'county', name: '本区补充', nameEn: 'Of the county' };
  const touching = await county.post(path, { ...own, indicators: [indicator('classrooms', '教室')] });
  world.check(touching.status === 400 && touching.body.errors?.[0]?.code === 'code.without_prefix', 'it is not touched', touching.body);
  const added = await county.post(path, { ...own, indicators: [indicator('county_pianos', '钢琴')] });
  world.check(added.status === 201, 'the county adds a section of its own', added.body);
  const collides = await city.post(`/data-sets/${dataSet.body.id}/forms`, { indicators: [indicator('county_pianos', '钢琴')] });
  world.check(collides.body.code === 'form.collides', 'a new form that would collide says so', collides.body);

  const period = await announced(world, city, dataSet.body.id as string, `本季 ${world.run}`, [-5, 10]);
  const begun = await school.post(`/periods/${period}/submissions`, { organisation: world.school.id, values: { classrooms: 30 } });
  world.check(begun.status === 201, 'a school begins', begun.body);
  const submission = `/submissions/${begun.body.id}`;
  const without = await school.post(`${submission}/submit`);
  world.check(without.body.faults?.[0]?.field === 'county_pianos', 'the county’s section is asked for too', without.body);
  const filled = await school.post(`${submission}/added-sections/${added.body.id}`, { values: { county_pianos: 2 } });
  world.check(filled.status === 200, 'the school fills it in', filled.body);
  world.check((await school.post(`${submission}/submit`)).status === 200, 'and submits');
  world.check((await county.post(`${submission}/approve`, {})).status === 200, 'the county approves');

  const asked = `/added-sections/${added.body.id}/totals?period=${period}`;
  const totals = await county.get(asked);
  world.check(totals.body.totals?.[0]?.total === '2', 'the county reads what it comes to', totals.body);
  world.check((await city.get(asked)).status === 404, 'the city does not find it');
  const figures = await city.get(`/periods/${period}/roll-up`);
  world.check(figures.status === 200 && !JSON.stringify(figures.body).includes('county_pianos'), 'nor has it in its figures', figures.body);
  world.say('区里在市级表后加一节：学校填，区里看，市里的汇总不变');
}
