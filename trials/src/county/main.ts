import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { csvLine } from '@lianxue/files';
import pg from 'pg';
import { environmentOf } from '../bench/opponents.js';
import { keepFigures } from '../figures.js';
import { quantile } from '../quantile.js';
import { jobEnded, sendFile } from '../story/files-of-story.js';
import { openWorld } from '../story/open-world.js';
import type { World } from '../story/world.js';
import { TrialPlatform, withoutLimits } from '../trial-platform.js';

/** A county passes to another authority with all its schools: one commit, and how long until every service's copy of the tree has it. */
const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
const schools = 200;
const rounds = 10;
/** Everywhere within. */
const gateMs = 5000;

const services = ['gateway', 'identity', 'resources', 'classrooms', 'reporting', 'incidents', 'activities'] as const;

const platform = await TrialPlatform.start('county', withoutLimits);
const copies = new Map<string, pg.Client>();
let slowest: number;
try {
  const world: World = await openWorld({ home: platform.home, say: () => undefined });
  for (const service of services) {
    const copy = new pg.Client({ connectionString: environmentOf(platform, service)['LIANXUE_DATABASE_URL']! });
    await copy.connect();
    copies.set(service, copy);
  }
  const city = await world.as('systemAdmin', world.city);
  const bureau = async (name: string) => {
    const made = await city.post('/organisations', { parent: world.city.id, kind: 'bureau', name: `${name} ${world.run}` });
    world.check(made.status === 201, name, made.body);
    return made.body.id as string;
  };
  const [from, to, county] = [await bureau('甲管委会'), await bureau('乙管委会'), await bureau('移交的县')];
  const rows = Array.from({ length: schools }, (_, nth) => csvLine([`移交第${nth + 1}小学 ${world.run}`, '学校']));
  const file = await sendFile(
    world,
    city,
    { kind: 'organisations', name: '名册.csv' },
    Buffer.from(csvLine(['名称', '类别']) + rows.join('')),
  );
  const job = await jobEnded(world, city, (await city.post(`/organisations/${county}/organisation-imports`, { file })).body);
  world.check(job.result?.organisations.added === schools, 'the schools are there', job);

  const waits: Record<string, number[]> = Object.fromEntries(services.map((service) => [service, []]));
  for (let round = 0; round < rounds; round++) {
    const parent = round % 2 === 0 ? from : to;
    const moved = await city.post(`/organisations/${county}/move`, { parent });
    const at = performance.now();
    world.check(moved.status === 200, 'the county moves', moved.body);
    await Promise.all(services.map(async (service) => waits[service]!.push(await arrived(copies.get(service)!, county, parent, at))));
    // Nothing of the round before is under way any more.
    await sleep(300);
  }
  const figures = services.map((service) => ({ service, medianMs: quantile(waits[service]!, 0.5), worstMs: Math.max(...waits[service]!) }));
  for (const { service, medianMs, worstMs } of figures)
    console.log(`${service.padEnd(12)} ${medianMs.toFixed(0).padStart(6)} ms median, ${worstMs.toFixed(0).padStart(6)} ms worst`);
  slowest = Math.max(...figures.map(({ worstMs }) => worstMs));
  console.log(`${schools} schools everywhere within ${slowest.toFixed(0)} ms: ${slowest <= gateMs ? 'held' : 'missed'}`);
  if (values.keep) keepFigures('county', { schools, rounds, gateMs, slowestMs: slowest, figures });
} finally {
  for (const copy of copies.values()) await copy.end();
  await platform.stop();
}
process.exit(slowest <= gateMs ? 0 : 1);

/** Milliseconds until this copy has the county and all its schools below the new parent. */
async function arrived(copy: pg.Client, county: string, parent: string, since: number): Promise<number> {
  for (;;) {
    const { rows } = await copy.query<{ there: number }>(
      `select count(*)::int as there from organisation o join organisation p on p.id = $2 and o.path <@ p.path
       where o.path <@ (select path from organisation where id = $1)`,
      [county, parent],
    );
    if (rows[0]!.there === schools + 1) return performance.now() - since;
    if (performance.now() - since > 4 * gateMs) throw new Error('the move did not arrive');
    await sleep(10);
  }
}
