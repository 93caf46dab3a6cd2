import type { Call, FactKind, Page, RefusalKind, Statements } from '@lianxue/contracts';
import type { z } from 'zod';
import type { Aggregate, AggregateClass, ReachColumns } from './aggregate.js';
import type { WayOfLooking } from './reading/reach.js';
import { sql, type Sql } from './sql.js';

/** The order of a list: columns of `t` that together are unique, ending in `id`. */
export type Order = readonly { readonly column: string; readonly descending?: boolean }[];

/** The order of a list of no entity: columns of its select with their types, together unique, all ascending or all descending. */
export interface ListOrder {
  readonly columns: readonly (readonly [name: string, type: string])[];
  readonly descending?: boolean;
}

/** What a page is asked for. */
export interface PageRequest {
  readonly where?: Sql;
  /** A `select` of the ids it can be, found on an index of its own: the page is taken from these, however much is in reach. */
  readonly among?: Sql | undefined;
  /** Default: by `id`, newest first (ids are UUIDv7). */
  readonly order?: Order;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The kinds of fact an entity may cause: those whose data is its view. */
export type FactOf<E extends Aggregate> = FactKind<z.ZodType<ReturnType<E['fact']>>>;

/** Whether PostgreSQL plans a statement once for all that may be asked by it, or each time for what is asked. */
export type Planned = 'once' | 'anew';

/** Reads and commits of one service. Every read of a caller's rows is one statement with reach in it. */
export abstract class Store {
  /** The row of this id within the caller's reach; refuses with `missing`. */
  abstract one<E extends Aggregate>(type: AggregateClass<E>, id: string, call: Call, missing?: RefusalKind): Promise<E>;

  /** The first row in reach that fits, if any. */
  abstract first<E extends Aggregate>(type: AggregateClass<E>, where: Sql, call: Call): Promise<E | undefined>;

  /** A page of what is in reach, each row through `view`. Ends early at 800 KB. */
  abstract page<E extends Aggregate, V>(type: AggregateClass<E>, call: Call, request: PageRequest, view: (row: E) => V): Promise<Page<V>>;

  /** The same where the rows of a page are shown by what is read for all of them at once. */
  abstract pageTogether<E extends Aggregate, V>(
    type: AggregateClass<E>,
    call: Call,
    request: PageRequest,
    views: (rows: readonly E[]) => readonly V[] | Promise<readonly V[]>,
  ): Promise<Page<V>>;

  /**
   * A page of a list of no entity, by ascending `id` unless said: `rows` is a `select` that holds its own reach and names the
   * columns of the order.
   */
  abstract pageOf<R extends object>(
    rows: Sql,
    call: Call,
    request: Pick<PageRequest, 'limit' | 'cursor'> & { readonly order?: ListOrder },
  ): Promise<Page<R>>;

  /** A read of fixed text, prepared once under its name. No reach is added: the text holds its own. */
  abstract read<R>(statement: Sql): Promise<R[]>;

  /** Like `read`, for what may take longer: a count, a part of a large collection. Planned anew where the best way depends on what is asked. */
  abstract scan<R>(statement: Sql, planned?: Planned): Promise<R[]>;

  /** `reach` as a piece of SQL over alias `t`, for reads of one's own. */
  abstract reachOf(table: AggregateClass | { readonly reach?: ReachColumns }, call: Call, way?: WayOfLooking): Promise<Sql>;

  /** Whether the caller reaches this organisation. */
  async reaches(organisation: string, call: Call): Promise<boolean> {
    const reach = await this.reachOf({ reach: { organisation: 'id' } }, call);
    return (await this.read(sql`select 1 from organisation t where t.id = ${organisation}::uuid and ${reach}`)).length > 0;
  }

  /**
   * Runs a rule and commits its changes, facts, audit entries and idempotency record in one transaction.
   * A repeated Idempotency-Key answers what the first one answered, without running the rule.
   */
  abstract commit<T>(call: Call, rule: (work: Work) => Promise<T>): Promise<T>;
}

/** What a rule may do inside its commit. */
export interface Work extends Statements {
  /** The row the operation addresses: in reach, locked, its version held to If-Match. */
  target<E extends Aggregate>(type: AggregateClass<E>, id: string, missing?: RefusalKind): Promise<E>;
  /** Another row in reach, locked. */
  one<E extends Aggregate>(type: AggregateClass<E>, id: string, missing?: RefusalKind): Promise<E>;
  /** Rows that fit, locked, in id order, whatever the reach: the rule has already established the right. At most `limit` (default 1000). */
  all<E extends Aggregate>(type: AggregateClass<E>, where: Sql, limit?: number): Promise<E[]>;
  /** Refuses with `missing` unless the caller may act for this organisation (itself or below the acting one, and the app selected there). Asks identity when the copy of the tree does not know it. */
  within(organisation: string, missing?: RefusalKind): Promise<void>;
  /** Inserts; `id` is made when absent. A caller-made id that exists refuses with `id.taken`, unless `same` says the existing row is the same content, which is then answered. */
  insert<E extends Aggregate>(row: E, happened: FactOf<E>, same?: (existing: E) => boolean): Promise<E>;
  /** Inserts many new rows by one statement, for imports; an id that exists is an accident. */
  insertAll<E extends Aggregate>(rows: readonly E[], happened: FactOf<E>): Promise<void>;
  /** Writes the changed row; its version must still be the one read. */
  update<E extends Aggregate>(row: E, happened: FactOf<E>): Promise<E>;
  /** Writes many changed rows of one kind by one statement; each version must still be the one read. */
  updateAll<E extends Aggregate>(rows: readonly E[], happened: FactOf<E>): Promise<void>;
  /** Deletes the row and leaves a tombstone fact (only the id). */
  remove<E extends Aggregate>(row: E, happened: FactOf<E>): Promise<void>;
  /** Notes in the audit trail what is no change of a row: a personal read, a refusal worth keeping. */
  note(what: string, entity: string, details?: Record<string, unknown>): void;
  /** Names a row for a post, person or organisation (`reach: 'assigned'`). */
  assign(row: Aggregate, to: { person?: string; organisation?: string }): Promise<void>;
  /** Takes such a naming back. */
  unassign(row: Aggregate, from: { person?: string; organisation?: string }): Promise<void>;
}
