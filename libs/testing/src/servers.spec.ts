import { connect } from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { emptyDatabase, plant, region, testDatabase, testNats } from './index.js';

describe('servers of a test run', () => {
  const open: { stop(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const each of open) await each.stop();
  });

  it('gives each test an empty database whose text search sees Han characters', async () => {
    const database = await emptyDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('create extension pg_trgm');
    const { rows } = await client.query<{ trigrams: string[] }>(`select show_trgm('分数') as trigrams`);
    await client.end();
    expect(rows[0]!.trigrams).toHaveLength(3);
    await database.drop();
  });

  it('gives each service a database with its own role, schema and copy of the tree', async () => {
    const database = await testDatabase('resources');
    const place = region();
    await plant(database.serviceUrl, place);
    const client = new pg.Client({ connectionString: database.serviceUrl });
    await client.connect();
    const { rows } = await client.query<{ id: string }>(
      `select o.id from organisation o, organisation county where county.id = $1 and o.path <@ county.path`,
      [place.county],
    );
    await client.end();
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([place.school, place.sibling, place.teachingPoint]));
    expect(rows).toHaveLength(6);
    await database.drop();
  });

  it('gives each test a NATS server that comes back on the same port', async () => {
    const nats = await testNats();
    open.push(nats);
    const port = Number(new URL(nats.urlOf('resources')).port);
    expect(await answers(port)).toBe(true);
    await nats.stop();
    expect(await answers(port)).toBe(false);
    await nats.startAgain();
    expect(await answers(port)).toBe(true);
  });
});

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(socket.destroy() !== undefined));
    socket.once('error', () => resolve(false));
  });
