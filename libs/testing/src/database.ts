import { randomBytes } from 'node:crypto';
import { deriveSecret } from '@lianxue/contracts';
import { bootstrap, migrate, type Migration } from '@lianxue/persistence';
import pg from 'pg';
import { postgresOfRun } from './servers.js';

export interface EmptyDatabase {
  /** With the address's own (super) user. */
  readonly url: string;
  drop(): Promise<void>;
}

export interface TestDatabase extends EmptyDatabase {
  /** The address of the service's own role, with its schema migrated. */
  readonly serviceUrl: string;
  /** Lets another service in too, and answers its address. */
  admit(service: string, migrations?: readonly Migration[]): Promise<string>;
}

/** A fresh, empty database on the run's server. Roles are the whole server's: parallel tests share them. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const server = await postgresOfRun();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `drop database if exists ${name} with (force)`) };
}

/**
 * A fresh database in which this service can work: its role, its schema, its migrations after persistence's own. Drop it in `afterAll`.
 * @example const database = await testDatabase('resources', migrations);
 */
export async function testDatabase(service: string, migrations: readonly Migration[] = []): Promise<TestDatabase> {
  const database = await emptyDatabase();
  const { url } = database;
  const server = await postgresOfRun();
  // Roles are shared by all tests of a server, so their passwords must be the same in all.
  const passwordOf = (name: string) => deriveSecret(Buffer.from(new URL(server).password), `test:${name}`).toString('base64url');
  const admit = async (name: string, steps: readonly Migration[] = []) => {
    const password = passwordOf(name);
    await bootstrap({ adminUrl: server, database: new URL(url).pathname.slice(1), services: [{ name, password }] });
    const address = new URL(url);
    address.username = `lianxue_${name}`;
    address.password = password;
    await migrate(address.href, name, steps);
    return address.href;
  };
  return { url, drop: () => database.drop(), admit, serviceUrl: await admit(service, migrations) };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
