import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { advisoryKey } from './database/advisory.js';
import type { Database } from './database/database.js';
import { connectTimeoutMs } from './database/data-source.js';

/** How long a replica waits before it asks again whether the place is free: what a killed one costs. */
const restMs = 1000;

/** Lets one replica at a time do what must not be done twice: whoever holds the advisory lock, for as long as its connection lives. */
export class Leadership {
  private readonly logger = new Logger('Leadership');

  constructor(private readonly database: Database) {}

  /**
   * Runs `work` whenever this process holds the place, until `stopping`. The signal that `work` gets ends with the place:
   * when the connection is lost another replica may take over at once.
   */
  async hold(place: string, stopping: AbortSignal, work: (over: AbortSignal) => Promise<void>): Promise<void> {
    while (!stopping.aborted) {
      try {
        await this.lead(place, stopping, work);
      } catch (error) {
        this.logger.warn(`${place} will be tried again: ${(error as Error).message}`);
      }
      await sleep(restMs, undefined, { signal: stopping }).catch(() => undefined);
    }
  }

  private async lead(place: string, stopping: AbortSignal, work: (over: AbortSignal) => Promise<void>): Promise<void> {
    const { url, service } = this.database;
    const client = new pg.Client({
      connectionString: url,
      application_name: `lianxue-${service}-${place}`,
      connectionTimeoutMillis: connectTimeoutMs,
      keepAlive: true,
    });
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    await client.connect();
    try {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [advisoryKey(place, service)]);
      if (rows[0]!.got) await work(AbortSignal.any([stopping, lost.signal]));
    } finally {
      await client.end();
    }
  }
}
