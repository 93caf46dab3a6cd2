import { createHash } from 'node:crypto';
import pg from 'pg';
import { advisoryKey } from '../database/advisory.js';
import { ownMigrations } from './own-tables.js';

/** One step of a schema, written by hand in SQL; once applied its text never changes. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** What a schema must have seen: persistence's own tables first, then the service's. */
function allMigrations(migrations: readonly Migration[]): readonly Migration[] {
  return [...ownMigrations, ...migrations];
}

/** The fingerprint by which changed text of an applied migration is noticed. */
const checksum = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex');

/**
 * Brings the schema of one service up to date and answers the names that were applied now. Two at the same time: the
 * second waits, then finds nothing to do. Only here timeouts are off, since a migration may take minutes.
 */
export async function migrate(url: string, service: string, migrations: readonly Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: `lianxue-migrate-${service}`, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // A lost connection fails the statement that is running; this keeps it from ending the process as well.
  await client.connect();
  try {
    await client.query(
      `set transaction_timeout = 0; set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`,
    );
    await actAsOwner(client, service);
    await client.query('select pg_advisory_lock($1)', [advisoryKey('migrate', service)]);
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const applied: string[] = [];
    for (const migration of allMigrations(migrations)) if (await applyOnce(client, service, migration)) applied.push(migration.name);
    return applied;
  } finally {
    await client.end();
  }
}

/** Tables belong to the service's role, also when an administrator's address runs the migrations. */
async function actAsOwner(client: pg.Client, service: string): Promise<void> {
  const role = pg.escapeIdentifier(`lianxue_${service}`);
  const { rows } = await client.query<{ same: boolean }>('select current_user = $1 as same', [`lianxue_${service}`]);
  if (rows[0]!.same) return;
  await client.query(`set role ${role}; set search_path = ${pg.escapeIdentifier(service)}, extensions`);
}

async function applyOnce(client: pg.Client, service: string, migration: Migration): Promise<boolean> {
  const { rows } = await client.query<{ checksum: string }>('select checksum from migration where name = $1', [migration.name]);
  if (rows[0]?.checksum === checksum(migration)) return false;
  if (rows[0])
    throw new Error(`Migration ${migration.name} of ${service} was applied with other text; write a new migration instead of changing it.`);
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [migration.name, checksum(migration)]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback').catch(() => {}); // The first error says what went wrong; a lost connection rolls back by itself.
    throw new Error(`Migration ${migration.name} of ${service} failed: ${(error as Error).message}`, { cause: error });
  }
}

/** Names of what is still missing in the schema of this connection; changed text counts as missing. */
export async function pendingMigrations(client: Pick<pg.Client, 'query'>, migrations: readonly Migration[]): Promise<string[]> {
  const { rows: found } = await client.query<{ found: string | null }>(`select to_regclass('migration')::text as found`);
  const applied = new Map<string, string>();
  if (found[0]?.found) {
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration');
    for (const row of rows) applied.set(row.name, row.checksum);
  }
  return allMigrations(migrations)
    .filter((migration) => applied.get(migration.name) !== checksum(migration))
    .map(({ name }) => name);
}
