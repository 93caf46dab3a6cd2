import {
  NotFound,
  OutcomeUnknown,
  Refusal,
  TimedOut,
  refuse,
  type Call,
  type Clock,
  type Page,
  type RefusalKind,
} from '@lianxue/contracts';
import type { Aggregate, AggregateClass, ReachColumns } from './aggregate.js';
import { readAnswer, writeAnswer } from './commit/answer.js';
import { Entries } from './commit/entries.js';
import { Repetition } from './commit/idempotency.js';
import { PostgresWork } from './commit/postgres-work.js';
import { CommitUnknown, type Database } from './database/database.js';
import { statement } from './database/statement.js';
import { asRefusal, isContention, tookTooLong } from './database/troubles.js';
import { Breadth } from './reading/breadth.js';
import type { Cursors } from './reading/cursor.js';
import { pageOfList, PageReading } from './reading/page.js';
import { organisationsInReach, reachOf, type WayOfLooking } from './reading/reach.js';
import { raw, RowsOf, type Rows } from './reading/rows.js';
import type { Sealer } from './secrets/sealer.js';
import { allOf, render, sql, type Sql } from './sql.js';
import { Store, type ListOrder, type PageRequest, type Planned, type Work } from './store.js';
import { Unacquainted, type Acquaintance } from './tree/acquaintance.js';
import { UnknownParent } from './tree/tree-copy.js';

/** How often a rule is run in all: after a deadlock, and after getting to know what the copy of the tree lacked. */
const attempts = 4;

/** The order of a list of no entity. */
const ascending: ListOrder = { columns: [['id', 'uuid']] };

/** What the store is made of. */
export interface StoreParts {
  readonly database: Database;
  readonly acquaintance: Acquaintance;
  readonly cursors: Cursors;
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** Told after each commit that there may be facts to relay. */
  readonly committed: () => void;
}

export class PostgresStore extends Store {
  private readonly rows: RowsOf;
  private readonly breadth: Breadth;
  /** Commits begun for a call; several in one call keep idempotency records of their own. */
  private readonly begun = new WeakMap<Call, number>();

  constructor(private readonly parts: StoreParts) {
    super();
    this.rows = new RowsOf(parts.database.source);
    this.breadth = new Breadth(parts.database);
  }

  override async one<E extends Aggregate>(type: AggregateClass<E>, id: string, call: Call, missing: RefusalKind = NotFound): Promise<E> {
    const row = await this.find(type, sql`t.id = ${id}`, call);
    if (!row) throw refuse(missing);
    return row;
  }

  override first<E extends Aggregate>(type: AggregateClass<E>, where: Sql, call: Call): Promise<E | undefined> {
    return this.find(type, sql`(${where})`, call);
  }

  override async page<E extends Aggregate, V>(
    type: AggregateClass<E>,
    call: Call,
    request: PageRequest,
    view: (row: E) => V,
  ): Promise<Page<V>> {
    return this.pageTogether(type, call, request, (rows) => rows.map(view));
  }

  override async pageTogether<E extends Aggregate, V>(
    type: AggregateClass<E>,
    call: Call,
    request: PageRequest,
    views: (rows: readonly E[]) => readonly V[] | Promise<readonly V[]>,
  ): Promise<Page<V>> {
    const reading = new PageReading(this.rows.of(type), this.parts.cursors, call, request);
    const found = await this.acquainted(call, () => this.list(type, call, reading, request.among));
    return reading.pageOf(found, await views(reading.rowsOf(found)));
  }

  override async pageOf<R extends object>(
    rows: Sql,
    call: Call,
    { limit, cursor, order = ascending }: Pick<PageRequest, 'limit' | 'cursor'> & { readonly order?: ListOrder },
  ): Promise<Page<R>> {
    const { cursors } = this.parts;
    const signed = order.columns.map(([column]) => ({ column, descending: Boolean(order.descending) }));
    const after = cursor === undefined ? undefined : cursors.read(cursor, call, signed);
    const found = await this.scan<R>(pageOfList(rows, order, limit, after));
    const items = found.slice(0, limit);
    if (found.length <= limit) return { items };
    const last = items.at(-1) as Record<string, unknown>;
    return {
      items,
      next: cursors.write(
        order.columns.map(([column]) => String(last[column])),
        call,
        signed,
      ),
    };
  }

  override read<R>(piece: Sql): Promise<R[]> {
    return this.parts.database.read<R>(statement(piece));
  }

  override scan<R>(piece: Sql, planned: Planned = 'once'): Promise<R[]> {
    return this.parts.database.list<R>(planned === 'once' ? statement(piece) : render(piece));
  }

  override async reachOf(table: AggregateClass | { readonly reach?: ReachColumns }, call: Call, way?: WayOfLooking): Promise<Sql> {
    await this.parts.acquaintance.meet(call);
    return this.reach(table, call, way);
  }

  override async commit<T>(call: Call, rule: (work: Work) => Promise<T>): Promise<T> {
    if (call.deadline <= Date.now()) throw refuse(TimedOut);
    const nth = (this.begun.get(call) ?? 0) + 1;
    this.begun.set(call, nth);
    const repetition = Repetition.of(call, nth);
    for (let attempt = 1; ; attempt++) {
      const entries = new Entries(call, this.parts.clock.now());
      try {
        const answer = await this.attempt(call, rule, entries, repetition);
        this.parts.committed();
        return answer;
      } catch (error) {
        if (error instanceof Refusal && entries.hasNotes) await this.parts.database.list(entries.notesOnly(error.kind.code));
        if (attempt === attempts || !(await this.worthRepeating(error, call)))
          throw error instanceof CommitUnknown ? refuse(OutcomeUnknown) : asRefusal(error);
      }
    }
  }

  private attempt<T>(call: Call, rule: (work: Work) => Promise<T>, entries: Entries, repetition: Repetition | undefined): Promise<T> {
    const { database, acquaintance, sealer } = this.parts;
    return database.transact(
      async (transaction, opened) => {
        const earlier = repetition?.earlierAnswer(opened);
        if (earlier !== undefined) return readAnswer<T>(sealer.open(earlier), database.source);
        const answer = await rule(new PostgresWork(transaction, this.rows, acquaintance, entries, call));
        const sealed = repetition && sealer.seal(writeAnswer(answer, database.source));
        await entries.write(transaction, repetition?.record, sealed);
        return answer;
      },
      repetition?.opening(database.service),
      () => {
        if (call.deadline <= Date.now()) throw refuse(TimedOut);
      },
    );
  }

  /** Whether the same rule may succeed now: after meeting what was unknown, or after contention while somebody still waits. */
  private async worthRepeating(error: unknown, call: Call): Promise<boolean> {
    const { acquaintance } = this.parts;
    if (error instanceof Unacquainted) await acquaintance.meetAll(error.organisations, error.clients);
    else if (error instanceof UnknownParent) return acquaintance.meetAll([error.organisation], []);
    else if (!isContention(error)) return false;
    return call.deadline > Date.now();
  }

  private async find<E extends Aggregate>(type: AggregateClass<E>, where: Sql, call: Call): Promise<E | undefined> {
    const rows: Rows<E> = this.rows.of(type);
    const [found] = await this.acquainted(call, () =>
      this.parts.database.read<Record<string, unknown>>(
        statement(sql`select ${rows.columns} from ${raw(rows.table)} t where ${allOf(where, this.reach(type, call))} limit 1`),
      ),
    );
    return found && rows.hydrate(found);
  }

  /** Reads once; when that finds nothing and the copy of the tree may lack what the token names, gets to know it and reads again. */
  private async acquainted<R>(call: Call, read: () => Promise<R[]>): Promise<R[]> {
    const found = await read();
    const { acquaintance } = this.parts;
    if (found.length > 0 || acquaintance.knows(call) || !(await acquaintance.meet(call))) return found;
    return read();
  }

  /** A broad list is walked in its order; should that not find a page in time, it is gathered from the organisations after all. */
  private async list<E extends Aggregate>(
    type: AggregateClass<E>,
    call: Call,
    reading: PageReading<E>,
    among: Sql | undefined,
  ): Promise<Record<string, unknown>[]> {
    const { database, clock } = this.parts;
    if (among) return database.list(statement(reading.among(among, this.reach(type, call, 'rowByRow'))));
    const gathered = organisationsInReach(type, call, clock.now());
    const walks = !gathered || this.breadth.isBroad(type, call.caller);
    try {
      return await database.list(statement(walks ? reading.walking(this.reach(type, call, 'rowByRow')) : reading.byOrganisation(gathered)));
    } catch (error) {
      if (!gathered || !walks || !tookTooLong(error)) throw error;
      this.breadth.stumble(type, call.caller);
      return database.list(statement(reading.byOrganisation(gathered)));
    }
  }

  private reach(table: AggregateClass | { readonly reach?: ReachColumns }, call: Call, way?: WayOfLooking): Sql {
    return reachOf(table, call, this.parts.clock.now(), way);
  }
}
