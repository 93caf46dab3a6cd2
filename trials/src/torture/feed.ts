import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { startNats, startPostgres, type NatsServer } from '@lianxue/local';
import { addressOf, bootstrap, migrate, newId, Relay, Store } from '@lianxue/persistence';
import { connectAs } from './connecting.js';
import { followStream, readPages, readStream } from './consumers.js';
import { keepFigures } from '../figures.js';
import { Leaf, leafFacts, migrations, service, writing } from './ledger.js';
import { startReplica, type Addresses } from './replica.js';
import { Tally } from './tally.js';
import type { Acknowledged, WriterOrders } from './writer.js';

const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });

/** The full figure; by default a hundredth of it, which proves that everything still works. */
const wanted = values.full ? 100_000 : 1_000;
const writerProcesses = 4;
const writersEach = 4;
const hotLeaves = 12;
/** Long enough for a slow machine, short enough that a hanging run ends by itself. */
const writeWithinMs = values.full ? 25 * 60_000 : 3 * 60_000;
const settleWithinMs = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'lianxue-torture-'));
chmodSync(folder, 0o755);
const ending: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
/** What must not happen and does not end the run by itself. */
const failures: string[] = [];
const say = (line: string): void => console.log(line);

async function main(): Promise<boolean> {
  const began = Date.now();
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    password: randomBytes(18).toString('base64url'),
    durable: values.full,
  });
  ending.push(() => postgres.stop());
  const nats = await openNats();
  const addresses = await prepare(postgres.url, nats.server.urlOf(service));

  const replica = await startReplica(addresses);
  ending.push(() => replica.close());
  const { store, relay, source } = { store: replica.get(Store), relay: replica.get(Relay), source: replica.get(DataSource) };
  const hot = await Promise.all(
    Array.from({ length: hotLeaves }, () =>
      store.commit(writing(), (work) =>
        work.insert(Object.assign(new Leaf(), { organisation: newId(), line: '第一行' }), leafFacts.opened),
      ),
    ),
  );

  const over = new AbortController();
  const tallies = ['follower 1', 'follower 2', 'stream reader', 'page reader 1', 'page reader 2'].map((name) => new Tally(name));
  const changesAfter = (feedSeq: number, limit: number) => relay.changesAfter(feedSeq, limit);
  const connection = await connectAs(nats.server.urlOf(service));
  ending.push(() => connection.close());
  const consuming = Promise.all([
    followStream(connection, 'follower-1', changesAfter, tallies[0]!, over.signal),
    followStream(connection, 'follower-2', changesAfter, tallies[1]!, over.signal),
    readStream(connection, 'reader', tallies[2]!, over.signal),
    readPages(changesAfter, tallies[3]!, over.signal),
    readPages(changesAfter, tallies[4]!, over.signal),
  ]);

  consuming.catch((error: unknown) => failures.push(`a consumer ended: ${String(error)}`));
  const acknowledged: Acknowledged[] = [];
  const orders = { ...addresses, writers: writersEach, hot: hot.map(({ id }) => id) };
  const writers = Array.from({ length: writerProcesses }, () => startWriter(orders, acknowledged));
  say(
    `${writerProcesses * writersEach} writers, ${tallies.length} consumers, ${hotLeaves} hot rows; until ${wanted} changes are acknowledged`,
  );
  await until('a third written', () => acknowledged.length > wanted / 3, writeWithinMs);
  await nats.wipe();
  say(`JetStream wiped after ${acknowledged.length} changes`);
  await until('two thirds written', () => acknowledged.length > (wanted * 2) / 3, writeWithinMs);
  writers[0]!.kill('SIGKILL');
  writers[0] = startWriter(orders, acknowledged);
  say(`a writing replica killed with -9 after ${acknowledged.length} changes`);
  await until('all written', () => acknowledged.length >= wanted, writeWithinMs);
  for (const writer of writers) writer.kill('SIGKILL');
  const writingSeconds = (Date.now() - began) / 1000;

  const ids = await settled(source, tallies);
  over.abort();
  await consuming;
  return judge({ source, relay, ids, acknowledged, tallies, writingSeconds });
}

/** NATS, and how to take its streams away: as a lost disk would. */
async function openNats() {
  const password = randomBytes(18).toString('base64url');
  const users = [{ name: service, password, unrestricted: true as const }];
  const home = join(folder, 'nats');
  const programs = join(import.meta.dirname, '..', '..', '..', '.lianxue', 'programs');
  const held: { server: NatsServer; wipe: () => Promise<void> } = {
    server: await startNats({ folder: home, programs, users }),
    wipe: async () => {
      const { port } = held.server;
      await held.server.stop();
      rmSync(join(home, 'streams'), { recursive: true });
      held.server = await startNats({ folder: home, programs, users, port });
    },
  };
  ending.push(() => held.server.stop());
  return held;
}

async function prepare(adminUrl: string, nats: string): Promise<Addresses> {
  const password = randomBytes(18).toString('base64url');
  await bootstrap({ adminUrl, database: 'torture', services: [{ name: service, password }] });
  const database = new URL(addressOf(adminUrl, 'torture'));
  database.username = `lianxue_${service}`;
  database.password = password;
  await migrate(database.href, service, migrations);
  return { database: database.href, nats, secret: randomBytes(32).toString('base64url') };
}

function startWriter(orders: WriterOrders, acknowledged: Acknowledged[]): ChildProcess {
  const writer = fork(join(import.meta.dirname, 'writer.js'));
  ending.push(() => writer.kill('SIGKILL'));
  writer.on('message', (changes: readonly Acknowledged[]) => acknowledged.push(...changes));
  writer.on('exit', (code) => code && failures.push(`a writer ended by itself with ${code}`));
  writer.send(orders);
  return writer;
}

/** The ids of all facts, once everything has been numbered and every consumer has had time to see it. */
async function settled(source: DataSource, tallies: readonly Tally[]): Promise<string[]> {
  await sleep(3_000); // The connections of killed writers roll back what they had begun.
  const facts = await source.query<{ id: string }[]>('select id from outbox');
  const ids = facts.map(({ id }) => id);
  await until('all seen', () => tallies.every((tally) => tally.distinct >= ids.length), settleWithinMs).catch(() => undefined);
  return ids;
}

interface Outcome {
  readonly source: DataSource;
  readonly relay: Relay;
  readonly ids: readonly string[];
  readonly acknowledged: readonly Acknowledged[];
  readonly tallies: readonly Tally[];
  readonly writingSeconds: number;
}

async function judge({ source, relay, ids, acknowledged, tallies, writingSeconds }: Outcome): Promise<boolean> {
  const stored = await source.query<{ change: string }[]>(`select entity || '/' || version as change from outbox`);
  const kept = new Set(stored.map(({ change }) => change));
  const lost = acknowledged.filter(([entity, version]) => !kept.has(`${entity}/${version}`)).length;
  const [dense] = await source.query<{ last: number }[]>('select coalesce(max(feed_seq), 0)::int as last from outbox');
  const gaps = dense!.last - ids.length;
  const audit = await relay.verifyAudit();
  const consumers = tallies.map((tally) => ({
    name: tally.name,
    deliveries: tally.deliveries,
    distinct: tally.distinct,
    missed: tally.missed(ids),
    repeated: tally.repeated,
    outOfOrder: tally.outOfOrder,
  }));
  console.table(consumers);
  const sum = (figure: 'missed' | 'repeated' | 'outOfOrder') => consumers.reduce((total, consumer) => total + consumer[figure], 0);
  const figures = {
    changes: ids.length,
    acknowledged: acknowledged.length,
    acknowledgedButLost: lost,
    gapsInNumbers: gaps,
    missed: sum('missed'),
    repeated: sum('repeated'),
    outOfOrder: sum('outOfOrder'),
    auditEntries: audit.entries,
    auditBrokenAt: audit.brokenAt ?? null,
    changesPerSecond: Math.round(acknowledged.length / writingSeconds),
  };
  console.table(figures);
  if (values.full) keepFigures('torture-feed', { writers: writerProcesses * writersEach, ...figures, consumers });
  const wrong =
    lost +
    Math.abs(gaps) +
    figures.missed +
    figures.repeated +
    figures.outOfOrder +
    (audit.brokenAt ?? 0) +
    Math.abs(audit.entries - ids.length);
  say(wrong === 0 ? `0 missed, 0 repeated, 0 out of order, of ${ids.length}` : 'the feed broke its promise');
  return wrong === 0;
}

async function until(what: string, met: () => boolean, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  while (!met()) {
    if (failures.length > 0) throw new Error(failures.join('; '));
    if (Date.now() > end) throw new Error(`Not in time: ${what}`);
    await sleep(50);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => failures.push('told to end'));

let kept = false;
try {
  kept = await main();
} catch (error) {
  console.error(error);
} finally {
  for (const end of ending.reverse()) await Promise.resolve(end()).catch((error: unknown) => console.error(error));
}
process.exit(kept ? 0 : 1);
