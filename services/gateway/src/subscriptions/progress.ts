import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';

/** How far a subscription has got. */
export interface Progress {
  /** Everything up to here is delivered, dead, or none of its business. */
  readonly position: number;
  /** Where the feed ends. */
  readonly last: number;
  /** No attempt before this. */
  readonly dueAt: Date;
  /** Failures in a row, and since when. */
  readonly failures: number;
  readonly failingSince: Date | null;
}

interface Row {
  subscription: string;
  position: string;
  last: string;
  due_at: Date;
  failures: number;
  failing_since: Date | null;
}

/** Reads how far subscriptions have got. */
@Injectable()
export class ProgressReading {
  constructor(private readonly store: Store) {}

  async of(subscriptions: readonly string[]): Promise<ReadonlyMap<string, Progress>> {
    const rows = await this.store.read<Row>(sql`
      select p.subscription, p.position, f.position as last, p.due_at, p.failures, p.failing_since
        from subscription_progress p cross join feed_state f
       where p.subscription = any(${subscriptions})`);
    return new Map(
      rows.map((row) => [
        row.subscription,
        {
          position: Number(row.position),
          last: Number(row.last),
          dueAt: row.due_at,
          failures: row.failures,
          failingSince: row.failing_since,
        },
      ]),
    );
  }
}
