import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { eachOf } from '../each-of.js';
import { dataSetOf, ok, quarterEnding } from '../quarter/province.js';
import { seed, type Unfinished } from '../quarter/seed.js';
import type { Api, Place, World } from '../story/world.js';
import type { Credentials } from './schools.js';

/** How many counties, and in each how many schools come in the hour, in quiet before it, and after it. */
interface Size {
  readonly counties: number;
  readonly schools: number;
  readonly idle: number;
  readonly late: number;
}

/** A quarter in its last hour: every school has its draft, last quarter's is approved. */
interface Stage {
  readonly period: string;
  readonly counties: readonly Place[];
  /** A program for each county. */
  readonly programs: ReadonlyMap<string, Credentials>;
  readonly idle: readonly Unfinished[];
  readonly storm: readonly Unfinished[];
  readonly late: readonly Unfinished[];
  /** Sets the end of the schools' time. */
  closeSchoolsAt(end: Date): Promise<void>;
  /** Adds the roll-up up anew. */
  recount(): Promise<void>;
}

/** Counties that identity knows, each with a program; schools and drafts are seeded below them. */
export async function setUp(world: World, database: pg.Client, { counties: many, schools, idle, late }: Size): Promise<Stage> {
  const city = await world.as('cityReviewer', world.city);
  const administrator = await world.as('systemAdmin', world.city);
  const counties = await eachOf(Array.from({ length: many }), 4, async (_, n): Promise<Place> => {
    const name = `风暴区${n + 1} ${world.run}`;
    return ok(administrator.post('/organisations', { parent: world.city.id, kind: 'bureau', name }));
  });
  const programs = new Map(await eachOf(counties, 4, async (county) => [county.id, await program(administrator, world, county)] as const));
  await untilKnown(counties, database);

  const { id: dataSet } = await ok(city.post('/data-sets', dataSetOf(world, 'storm')));
  await warnsOfLeaps(city, world, dataSet);
  const { id: before } = await ok(city.post('/periods', quarterEnding(dataSet, 10 - 91)));
  const { id: period } = await ok(city.post('/periods', quarterEnding(dataSet, 10)));
  const perCounty = schools + idle + late;
  const drafts = await seed(
    database,
    { counties: many, schools: many * perCounty, quarters: 2 },
    {
      city: world.city.id,
      counties: counties.map(({ id }) => id),
      periods: [before, period],
      unfinished: { status: 'draft', schools: perCounty },
    },
  );
  const part = (from: number, to: number) => shuffled(drafts.filter(({ nth }) => nth > from && nth <= to));
  return {
    period,
    counties,
    programs,
    idle: part(0, idle),
    late: part(idle, idle + late),
    storm: part(idle + late, perCounty),
    async closeSchoolsAt(end) {
      const { headers } = await city.get(`/periods/${period}`);
      const day = 24 * 3600_000;
      const after = (days: number) => new Date(end.getTime() + days * day).toISOString();
      const windows = { opens: after(-60), due: { school: after(0), county: after(5), city: after(10) } };
      await ok(city.patch(`/periods/${period}`, { windows }, { headers: { 'if-match': headers.get('etag')! } }));
    },
    async recount() {
      await ok(administrator.post(`/periods/${period}/roll-up/recount`));
    },
  };
}

async function program(administrator: Api, world: World, { id, name }: Place): Promise<Credentials> {
  const scopes = ['reporting.read', 'reporting.write'];
  const app = { organisation: world.city.id, name: name.slice(0, 50), grants: ['client_credentials'], scopes };
  const { clientId, clientSecret } = await ok(administrator.post('/apps', app));
  await ok(administrator.post(`/organisations/${id}/selections`, { client: clientId, scopes }));
  return { clientId, clientSecret };
}

/** Every number is compared with last quarter's. */
async function warnsOfLeaps(city: Api, world: World, dataSet: string): Promise<void> {
  const words = { words: '{indicator}与上季相比变动超过 20%', wordsEn: '{indicator} differs from last quarter by more than 20 %' };
  const rule = { organisation: world.city.id, code: 'change_over_20', severity: 'warning', condition: { kind: 'change' }, ...words };
  const { id } = await ok(city.post(`/data-sets/${dataSet}/validation-rules`, rule));
  await ok(city.post(`/validation-rules/${id}/switch-on`));
}

/** Until reporting has heard of the new counties. */
async function untilKnown(counties: readonly Place[], database: pg.Client): Promise<void> {
  const ids = counties.map(({ id }) => id);
  for (let tried = 0; tried < 300; tried++) {
    const { rowCount } = await database.query('select 1 from organisation where id = any($1::uuid[])', [ids]);
    if (rowCount === ids.length) return;
    await sleep(100);
  }
  throw new Error('reporting has not heard of the new counties');
}

/** Schools do not come county by county. */
function shuffled(those: readonly Unfinished[]): Unfinished[] {
  return those
    .map((school) => ({ school, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ school }) => school);
}
