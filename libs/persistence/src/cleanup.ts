import { advisoryKey } from './database/advisory.js';
import type { Database } from './database/database.js';
import { Rounds } from './rounds.js';

/**
 * How long each table keeps its rows: an inbox longer than JetStream may redeliver, an answer as long as promised to clients, what a
 * merging of people changed longer than it may be undone.
 */
const keeping = [
  { table: 'inbox', since: 'received_at', days: 30 },
  { table: 'idempotency', since: 'created_at', days: 7 },
  { table: 'followed_merger', since: 'followed_at', days: 60 },
] as const;

const everyMs = 3600_000;

/** Rows removed at once, so that a transaction stays short. */
const batch = 1000;

/** Removes what has been kept long enough: once an hour, in one replica at a time. */
export class Cleanup extends Rounds {
  constructor(private readonly database: Database) {
    super(everyMs);
  }

  /** Answers how many rows went. */
  async round(): Promise<number> {
    let removed = 0;
    for (const { table, since, days } of keeping) {
      removed += await this.inBatches(batch, () =>
        this.removeBatch(
          `delete from ${table} where ctid = any(array(select ctid from ${table} where ${since} < now() - interval '${days} days' limit ${batch}))`,
        ),
      );
    }
    return removed;
  }

  private removeBatch(text: string): Promise<number> {
    const lock = advisoryKey('cleanup', this.database.service);
    return this.database.transact(async (transaction, [got]) => {
      if (!(got!.rows[0] as { got: boolean }).got) return 0;
      const [result] = await transaction.simple(text);
      return result!.rowCount ?? 0;
    }, `select pg_try_advisory_xact_lock('${lock}'::bigint) as got`);
  }
}
