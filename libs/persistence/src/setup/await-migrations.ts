import pg from 'pg';
import { Logger } from '@nestjs/common';
import { pendingMigrations, type Migration } from './migrate.js';

const everyMs = 500;

/** Returns once the database answers and has seen all migrations. Until then it waits, and says so once for each reason. */
export async function awaitMigrations(url: string, service: string, migrations: readonly Migration[]): Promise<void> {
  const logger = new Logger('Persistence');
  let said = '';
  for (;;) {
    const reason = await whyNotYet(url, service, migrations);
    if (reason === undefined) return;
    if (reason !== said) logger.log(`${service} waits: ${reason}`);
    said = reason;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

async function whyNotYet(url: string, service: string, migrations: readonly Migration[]): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: `lianxue-${service}-start`, connectionTimeoutMillis: 2000 });
  client.on('error', () => {}); // The connection is only for this question; losing it fails the question.
  try {
    await client.connect();
    const pending = await pendingMigrations(client, migrations);
    return pending.length > 0 ? `the database has not been migrated yet (${pending.length} to come, next ${pending[0]})` : undefined;
  } catch (error) {
    return `the database does not answer (${(error as Error).message})`;
  } finally {
    await client.end().catch(() => {}); // Never opened, or gone already.
  }
}
