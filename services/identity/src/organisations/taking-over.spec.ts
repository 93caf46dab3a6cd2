import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate } from '@lianxue/persistence';
import { testDatabase } from '@lianxue/testing';
import pg from 'pg';
import { migrations } from '../migrations/index.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let client: pg.Client;
const [open, closed] = ['01936b00-0000-7000-8000-000000000001', '01936b00-0000-7000-8000-000000000002'];

beforeAll(async () => {
  database = await testDatabase('identity', migrations.slice(0, 1));
  client = new pg.Client({ connectionString: database.serviceUrl });
  await client.connect();
  for (const [id, name, state] of [
    [open, '老 学校', 'open'],
    [closed, '关掉的学校', 'closed'],
  ]) {
    await client.query(
      `insert into organisation_record (id, version, organisation, created_at, updated_at, kind, name, former_names, state)
       values ($1, 2, $1, '2025-08-31T16:00:00Z', now(), 'school', $2, '{更早的名字}', $3)`,
      [id, name, state],
    );
    await client.query(
      `insert into organisation (id, version, kind, name, path) values ($1::uuid, 2, 'school', $2, replace($1::uuid::text, '-', '')::ltree)`,
      [id, name],
    );
  }
  await migrate(database.serviceUrl, 'identity', migrations);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('gives organisations that were there a history, names to be found by, and tells every copy who had closed', async () => {
  const rows = async (text: string) => (await client.query(text)).rows as unknown[];
  expect(await rows(`select organisation, version, valid_from::text, state from organisation_history order by organisation`)).toEqual([
    { organisation: open, version: 2, valid_from: '2025-09-01', state: 'open' },
    { organisation: closed, version: 3, valid_from: '2025-09-01', state: 'closed' },
  ]);
  expect(await rows(`select why, folded from organisation_name where organisation = '${open}' order by why desc`)).toEqual([
    { why: 'name', folded: '老学校' },
    { why: 'formerName', folded: '更早的名字' },
  ]);
  expect(await rows(`select id, version, closed from organisation order by id`)).toEqual([
    { id: open, version: 2, closed: false },
    { id: closed, version: 3, closed: true },
  ]);
  expect(await rows(`select entity, version, data->>'state' as state from outbox`)).toEqual([
    { entity: closed, version: 3, state: 'closed' },
  ]);
});
