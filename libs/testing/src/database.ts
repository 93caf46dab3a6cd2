import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { postgresOfRun } from './servers.js';

export interface EmptyDatabase {
  /** With the address's own (super) user. */
  readonly url: string;
  drop(): Promise<void>;
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

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
