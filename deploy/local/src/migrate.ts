import { deriveSecret } from '@lianxue/contracts';
import { addressOf, bootstrap, migrate, type Migration } from '@lianxue/persistence';
import pg from 'pg';
import { Hindrance, SERVICES } from './installation.js';
import { databasePassword } from './secrets.js';

interface MigrationsOfService {
  readonly migrations: readonly Migration[];
}

export interface Migrating {
  readonly adminUrl: string;
  readonly database: string;
  readonly secret: Buffer;
}

/** The address of the role `lianxue_<service>` in this database. */
export function serviceUrl({ adminUrl, database, secret }: Migrating, service: string): string {
  const url = new URL(adminUrl);
  url.username = `lianxue_${service}`;
  url.password = databasePassword(secret, service);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** Prepares the database and brings all seven schemas up to date; answers how many migrations were applied now. */
export async function migrateAll(migrating: Migrating): Promise<number> {
  const { adminUrl, database, secret } = migrating;
  await refuseForeign(migrating);
  await bootstrap({ adminUrl, database, services: SERVICES.map((name) => ({ name, password: databasePassword(secret, name) })) });
  const applied = await Promise.all(
    SERVICES.map(async (service) => {
      const { migrations } = (await import(`@lianxue/${service}`)) as MigrationsOfService;
      return migrate(serviceUrl(migrating, service), service, migrations);
    }),
  );
  await withDatabase(migrating, (client) => client.query(`comment on schema extensions is '${fingerprint(secret)}'`));
  return applied.flat().length;
}

/** What a database remembers of the installation that it belongs to; says nothing of the secret. */
const fingerprint = (secret: Buffer): string => `lianxue ${deriveSecret(secret, 'fingerprint').toString('hex').slice(0, 16)}`;

/** A database of another installation holds keys that ours cannot open, and its services would lose their passwords. */
async function refuseForeign(migrating: Migrating): Promise<void> {
  const found = await withDatabase(migrating, async (client) => {
    const { rows } = await client.query<{ mark: string | null }>(
      `select obj_description(to_regnamespace('extensions'), 'pg_namespace') as mark`,
    );
    return rows[0]!.mark;
  });
  if (found?.startsWith('lianxue ') && found !== fingerprint(migrating.secret))
    throw new Hindrance(
      `The database ${migrating.database} belongs to another installation: name an empty one, or start with the secret of that installation (LIANXUE_SECRET_FILE).`,
    );
}

/** Undefined when the database does not exist yet. */
async function withDatabase<T>({ adminUrl, database }: Migrating, use: (client: pg.Client) => Promise<T>): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: addressOf(adminUrl, database), connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return await use(client);
  } catch (error) {
    const unknownDatabase = '3D000';
    if ((error as { code?: string }).code === unknownDatabase) return undefined;
    throw error;
  } finally {
    await client.end();
  }
}
