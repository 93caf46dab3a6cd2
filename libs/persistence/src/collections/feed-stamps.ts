import { ownCallOf, type AnyOperation, type Clock } from '@lianxue/contracts';
import { raw } from '../reading/rows.js';
import { Rounds } from '../rounds.js';
import { sql } from '../sql.js';
import type { Store, Work } from '../store.js';

/** How long a change waits at most before readers of a collection meet it. */
const everyMs = 150;

/** Facts stamped at once, so that it ends well within the 2 s a transaction may take; a thing that several tell of is stamped once. */
const factsAtOnce = 2000;

/** The tables of a service's stamps, for its migrations: `<name>_stamp` and `<name>_stamping`. */
export const stampTables = (name: string): string => `
create table ${name}_stamp (
  entity uuid primary key,
  at timestamptz not null
);
create index on ${name}_stamp (at);
create table ${name}_stamping (
  single boolean primary key default true check (single),
  feed_seq bigint not null,
  at timestamptz not null
);
insert into ${name}_stamping (feed_seq, at) values (0, '1970-01-01Z');
`;

/** Where stamps are kept, and what a fact touches. */
export interface Stamps {
  /** A table `(entity uuid primary key, at timestamptz)`. */
  readonly table: string;
  /** A table of one row `(feed_seq bigint, at timestamptz)`. */
  readonly rounds: string;
  /** A query over `fact (thing, entity, data)` that answers the entities that are modified. */
  readonly touched: string;
}

/**
 * Says of everything in a service's collections when it was last modified. A time taken while a change is being written would
 * order it before changes that were read already; the feed's order holds nothing back and skips nothing, so it is followed
 * here, every time with a later instant than before.
 */
export abstract class FeedStamps extends Rounds {
  protected constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    /** In whose name it is written: an operation of the service. */
    private readonly operation: AnyOperation,
    private readonly stamps: Stamps,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    await this.inBatches(factsAtOnce, () => this.stampNext());
  }

  /** Stamps what has been numbered; answers how many facts that were. Another replica that is at it does it alone. */
  private async stampNext(): Promise<number> {
    const { rounds, touched } = this.stamps;
    // Asked without a lock: several times a second there is nothing to do, and a commit that locks is written down all the same.
    const [feed] = await this.store.read<{ goesOn: boolean }>(
      sql`select max(feed_seq) > (select feed_seq from ${raw(rounds)}) as "goesOn" from outbox`,
    );
    if (!feed?.goesOn) return 0;
    return this.inOwnName(async (work) => {
      const [last] = await work.query<{ feed_seq: string; at: Date }>(`select feed_seq, at from ${rounds} for update skip locked`);
      if (!last) return 0;
      const [next] = await work.query<{ seq: string | null; facts: number }>(
        'select max(feed_seq) as seq, count(*)::int as facts from (select feed_seq from outbox where feed_seq > $1 order by feed_seq limit $2) round',
        [last.feed_seq, factsAtOnce],
      );
      if (!next?.seq) return 0;
      const at = new Date(Math.max(this.clock.now().getTime(), last.at.getTime() + 1));
      const found = await work.query<{ entity: string }>(
        `with fact as (select thing, entity, data from outbox where feed_seq > $1 and feed_seq <= $2), touched (entity) as (${touched})
         select distinct entity from touched order by entity`,
        [last.feed_seq, next.seq],
      );
      if (found.length > 0)
        await this.stamp(
          found.map(({ entity }) => entity),
          at,
          work,
        );
      await work.query(`update ${rounds} set feed_seq = $1, at = $2`, [next.seq, at]);
      return next.facts;
    });
  }

  /** Writes down that these were modified at this instant. */
  protected async stamp(entities: readonly string[], at: Date, work: Work): Promise<void> {
    await work.query(
      `insert into ${this.stamps.table} (entity, at) select entity, $2::timestamptz from unnest($1::uuid[]) entity
       on conflict (entity) do update set at = excluded.at`,
      [entities, at],
    );
  }

  protected inOwnName<T>(rule: (work: Work) => Promise<T>): Promise<T> {
    return this.store.commit(ownCallOf(this.operation), rule);
  }
}
