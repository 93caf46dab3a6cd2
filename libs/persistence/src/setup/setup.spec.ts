import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { emptyDatabase, type EmptyDatabase } from '@lianxue/testing';
import { addressOf, bootstrap, dataSource, migrate, schemaDiff } from '../index.js';
import { Poster, posterMigrations, serviceUrl } from '../../spec/proving.spec.js';

let database: EmptyDatabase;
let first: string, second: string;

beforeAll(async () => {
  database = await emptyDatabase();
  first = await serviceUrl(database.url, 'proving');
  second = await serviceUrl(database.url, 'prying');
});
afterAll(() => database.drop());

async function on<R>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows as R[])
    .finally(() => client.end());
}

describe('bootstrap', () => {
  it('gives each service its schema, its limits and the extensions', async () => {
    const [settings] = await on(
      first,
      `select current_schema as schema, current_setting('transaction_timeout') as transaction, current_setting('lock_timeout') as lock, similarity('分数', '分数') as alike`,
    );
    expect(settings).toEqual({ schema: 'proving', transaction: '2s', lock: '1s', alike: 1 });
  });

  it('keeps a service from reading or joining another', async () => {
    await migrate(first, 'proving', posterMigrations);
    await expect(on(second, 'select * from proving.poster')).rejects.toThrow(/permission denied/);
    await expect(on(second, 'set role lianxue_proving')).rejects.toThrow(/permission denied/);
    await expect(on(second, 'create table public.mine (id int)')).rejects.toThrow(/permission denied/);
  });

  it('may run again, and two at the same time', async () => {
    await expect(Promise.all([serviceUrl(database.url, 'proving'), serviceUrl(database.url, 'proving')])).resolves.toHaveLength(2);
  });

  it('creates a missing database, and refuses one that cannot search Chinese', async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_c`;
    await bootstrap({ adminUrl: database.url, database: `${name}_new`, services: [] });
    await on(database.url, `drop database ${name}_new`);
    await on(database.url, `create database ${name} template template0 encoding 'UTF8' locale 'C'`);
    await expect(bootstrap({ adminUrl: database.url, database: name, services: [] })).rejects.toThrow(/cannot search Chinese/);
    await on(database.url, `drop database ${name}`);
    expect(addressOf('postgres://u:p@h:1/a?x=1', 'b')).toBe('postgres://u:p@h:1/b?x=1');
  });
});

describe('migrations', () => {
  it('run once when two start at the same time', async () => {
    const [one, two] = await Promise.all([migrate(second, 'prying', posterMigrations), migrate(second, 'prying', posterMigrations)]);
    expect([...one, ...two].filter((name) => name === '0001-posters')).toHaveLength(1);
    expect(new Set([...one, ...two]).size).toBe(one.length + two.length);
    expect(await migrate(second, 'prying', posterMigrations)).toEqual([]);
  });

  it('may be run by an administrator, and still belong to the service', async () => {
    const url = new URL(await serviceUrl(database.url, 'proving'));
    const admin = new URL(database.url);
    [url.username, url.password] = [admin.username, admin.password];
    await migrate(url.href, 'proving', [...posterMigrations, { name: '0002-more', sql: 'create table more (id int)' }]);
    expect(await on(first, 'select count(*)::int as n from more')).toEqual([{ n: 0 }]);
  });

  it('refuse changed text of what was applied, and leave nothing of what failed', async () => {
    const changed = posterMigrations.map((migration) => ({ ...migration, sql: `${migration.sql} -- 改` }));
    await expect(migrate(first, 'proving', changed)).rejects.toThrow(/applied with other text/);
    await expect(
      migrate(first, 'proving', [...posterMigrations, { name: '0009-bad', sql: 'create table half (id int); select 1/0' }]),
    ).rejects.toThrow(/0009-bad of proving failed: division by zero/);
    expect(await on(first, `select to_regclass('half') as half`)).toEqual([{ half: null }]);
  });

  it('agree with the entities, and say so when they do not', async () => {
    const source = await dataSource(first, 'proving', [Poster]).initialize();
    expect(await schemaDiff(source)).toEqual([]);
    await source.query('alter table poster drop column due');
    expect(await schemaDiff(source)).toEqual(['ALTER TABLE "poster" ADD "due" date']);
    await source.destroy();
  });

  it('leave an audit trail that the service itself cannot rewrite', async () => {
    await expect(on(first, 'delete from audit')).rejects.toThrow(/permission denied/);
    await expect(on(first, `update audit set what = ''`)).rejects.toThrow(/permission denied/);
  });
});
