import pg from 'pg';
import { advisoryKey } from '../database/advisory.js';

/** A service as the database knows it: role `lianxue_<name>`, schema `<name>`. */
export interface ServiceAccess {
  readonly name: string;
  readonly password: string;
}

export interface BootstrapOptions {
  /** An address whose role may create roles, schemas and extensions; its own database is where a missing one is created from. */
  readonly adminUrl: string;
  readonly database: string;
  readonly services: readonly ServiceAccess[];
}

/** What pg_trgm, ltree and exclusion constraints need; one schema, so that no service owns them. */
const extensions = ['ltree', 'pg_trgm', 'btree_gist'] as const;

/**
 * Limits of every service role in this database. A statement is cancelled before its transaction is ended with the
 * connection, and 2 s for a transaction bound how long one writer can hold back every feed of the server.
 */
const limits = {
  transaction_timeout: '2s',
  statement_timeout: '1800ms',
  lock_timeout: '1s',
  idle_in_transaction_session_timeout: '2s',
} as const;

/** Roles belong to the whole server: another database's bootstrap may change the same one at the same moment. */
const changedMeanwhile = 'XX000';
const duplicateRole = '42710';
const uniqueViolation = '23505';
const admissionTries = 20;

/** Prepares a database for the services: extensions, and for each a role and a schema that no other role can read. Runs any number of times. */
export async function bootstrap({ adminUrl, database, services }: BootstrapOptions): Promise<void> {
  const server = await connect(adminUrl);
  try {
    await refuseOldServer(server);
    await createDatabase(server, database);
    const there = await connect(addressOf(adminUrl, database));
    try {
      await there.query('select pg_advisory_lock($1)', [advisoryKey('bootstrap', database)]);
      await createExtensions(there, database);
      for (const service of services) await admitPatiently(there, database, service);
    } finally {
      await there.end();
    }
  } finally {
    await server.end();
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'lianxue-bootstrap', connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // A lost connection fails the running statement; it must not end the process as well.
  await client.connect();
  return client;
}

/** The same address with another database. */
export function addressOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.href;
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  );
  if (rows[0]!.number < 170_000)
    throw new Error(`PostgreSQL ${rows[0]!.version} is too old: transaction_timeout, on which the feed relies, exists since 17.`);
}

async function createDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount) return;
  await client.query(`create database ${pg.escapeIdentifier(database)} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
}

async function createExtensions(client: pg.Client, database: string): Promise<void> {
  await client.query('create schema if not exists extensions');
  for (const extension of extensions) await client.query(`create extension if not exists ${extension} schema extensions`);
  await client.query('grant usage on schema extensions to public; revoke create on schema public from public');
  const { rows } = await client.query<{ home: string }>(
    `select n.nspname as home from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`,
  );
  const home = pg.escapeIdentifier(rows[0]!.home);
  const { rows: trigrams } = await client.query<{ seen: number }>(`select cardinality(${home}.show_trgm('分数')) as seen`);
  if (trigrams[0]!.seen > 0) return;
  throw new Error(`Database ${database} cannot search Chinese text: its LC_CTYPE is C. Create it with encoding UTF8 and locale C.UTF-8.`);
}

async function admitPatiently(client: pg.Client, database: string, service: ServiceAccess): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await admit(client, database, service);
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (attempt === admissionTries || (code !== changedMeanwhile && code !== duplicateRole && code !== uniqueViolation)) throw error;
    }
  }
}

async function admit(client: pg.Client, database: string, { name, password }: ServiceAccess): Promise<void> {
  const roleName = `lianxue_${name}`;
  const role = pg.escapeIdentifier(roleName);
  const schema = pg.escapeIdentifier(name);
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [roleName]);
  await client.query(`${rowCount ? 'alter' : 'create'} role ${role} login password ${pg.escapeLiteral(password)}`);
  // Who is no superuser needs to be able to become the role in order to give it a schema.
  const { rows } = await client.query<{ superuser: boolean }>('select rolsuper as superuser from pg_roles where rolname = current_user');
  if (!rows[0]!.superuser) await client.query(`grant ${role} to current_user with inherit false, set true`);
  await client.query(`create schema if not exists ${schema} authorization ${role}`);
  await client.query(`revoke all on schema ${schema} from public; grant connect on database ${pg.escapeIdentifier(database)} to ${role}`);
  const settings = { search_path: `${schema}, extensions`, ...limits };
  for (const [setting, value] of Object.entries(settings)) {
    const written = setting === 'search_path' ? value : pg.escapeLiteral(value);
    await client.query(`alter role ${role} in database ${pg.escapeIdentifier(database)} set ${setting} = ${written}`);
  }
}
