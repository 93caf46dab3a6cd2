import { bootstrap, migrate, type Migration } from '@lianxue/persistence';
import { SERVICES } from './installation.js';
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
  await bootstrap({ adminUrl, database, services: SERVICES.map((name) => ({ name, password: databasePassword(secret, name) })) });
  const applied = await Promise.all(
    SERVICES.map(async (service) => {
      const { migrations } = (await import(`@lianxue/${service}`)) as MigrationsOfService;
      return migrate(serviceUrl(migrating, service), service, migrations);
    }),
  );
  return applied.flat().length;
}
