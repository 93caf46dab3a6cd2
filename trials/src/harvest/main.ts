import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { PersistenceModule, sql, Store } from '@lianxue/persistence';
import { entities, migrations } from '@lianxue/resources';
import { NestFactory } from '@nestjs/core';
import { environmentOf } from '../bench/opponents.js';
import { keepFigures } from '../figures.js';
import { openWorld } from '../story/open-world.js';
import { TrialPlatform, withoutLimits } from '../trial-platform.js';
import { Harvester, type Walked } from './harvester.js';
import { harvestAddress } from './harvesting-app.js';
import { Catalogue } from './writers.js';

/** By default a fiftieth, which proves that everything works; `--full` is the figure that is promised. */
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } } });
const works = values.full ? 100_000 : 2_000;
const writers = 16;
/** Harvests after the first, while the writers go on. */
const deltas = 3;

const failures: string[] = [];
const check = (holds: boolean, what: string) => {
  console.log(`${holds ? '✓' : '✗'} ${what}`);
  if (!holds) failures.push(what);
};

const platform = await TrialPlatform.start('harvest', withoutLimits);
const { LIANXUE_DATABASE_URL: url, LIANXUE_SERVICE_SECRET: secret } = environmentOf(platform, 'resources');
const persistence = PersistenceModule.forService('resources', {
  entities,
  migrations,
  url: url!,
  secret: Buffer.from(secret!, 'base64url'),
});
const writing = await NestFactory.createApplicationContext(persistence, { logger: ['error'] });
try {
  const world = await openWorld({ home: platform.home, say: () => undefined });
  const store = writing.get(Store);
  const catalogue = new Catalogue(store, [world.school.id, world.counties[0].id, world.city.id]);
  const seeded = await catalogue.fill(works);
  await stamped(store);
  console.log(`${works} works in the catalogue; ${writers} writers begin`);

  const over = new AbortController();
  const shares = Array.from({ length: writers }, (_, writer) => seeded.filter((_id, at) => at % writers === writer));
  const began = Date.now();
  const written = Promise.all(shares.map((own) => catalogue.write(own, over.signal)));
  const harvester = new Harvester(await harvestAddress(world));
  const whole = await harvester.walk();
  const missing = seeded.filter((id) => !harvester.kept.has(`urn:uuid:${id}`)).length;
  check(missing === 0, `the first harvest met all ${works} works, ${whole.records} records in ${whole.seconds.toFixed(1)} s`);
  const walks: Walked[] = [whole];
  for (let delta = 0; delta < deltas; delta++) walks.push(await harvester.walk());
  over.abort();
  await written;
  const changesPerSecond = Math.round(catalogue.changes / ((Date.now() - began) / 1000));
  await stamped(store);
  walks.push(await harvester.walk());

  const repeated = walks.reduce((sum, walk) => sum + walk.repeated, 0);
  check(repeated === 0, `no record came twice in one of ${walks.length} harvests, while ${catalogue.changes} changes were made`);
  const truth = await store.scan<{ id: string; title: string | null }>(
    sql`select id, case when status = 'published' then title end as title from resource where organisation = any(${[world.school.id, world.counties[0].id, world.city.id]}::uuid[])`,
  );
  const lost = truth.filter(({ id }) => !harvester.kept.has(`urn:uuid:${id}`)).length;
  const stale = truth.filter(
    ({ id, title }) => harvester.kept.has(`urn:uuid:${id}`) && harvester.kept.get(`urn:uuid:${id}`) !== title,
  ).length;
  check(lost === 0, `none of ${truth.length} records is lost`);
  check(stale === 0, 'each is as it is in the catalogue, withdrawn ones as tombstones');
  const tombstones = truth.filter(({ title }) => title === null).length;
  if (values.keep)
    keepFigures('harvest', {
      ...{ works, writers, changes: catalogue.changes, changesPerSecond, records: truth.length, tombstones },
      ...{ missingInFirst: missing, lost, repeated, stale, recordsPerSecond: Math.round(whole.records / whole.seconds), walks },
    });
} finally {
  await writing.close();
  await platform.stop();
}
process.exitCode = failures.length === 0 ? 0 : 1;

/** Until harvesters are told of everything committed so far. */
async function stamped(store: Store): Promise<void> {
  const behind = sql`select 1 from outbox where feed_seq is null or feed_seq > (select feed_seq from harvest_stamping) limit 1`;
  while ((await store.scan(behind)).length > 0) await sleep(200);
}
