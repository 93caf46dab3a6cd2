import {
  IdTaken,
  NotFound,
  VersionChanged,
  VersionConflict,
  VersionRequired,
  refuse,
  type Call,
  type RefusalKind,
} from '@lianxue/contracts';
import type { Aggregate, AggregateClass } from '../aggregate.js';
import { copiedFrom } from '../database/copying.js';
import { statementsOn, type Transaction } from '../database/database.js';
import { named, statement } from '../database/statement.js';
import { newId } from '../ids.js';
import { actsFor, reachOf } from '../reading/reach.js';
import { raw, type Rows, type RowsOf } from '../reading/rows.js';
import { allOf, sql, type Sql } from '../sql.js';
import type { FactOf, Work } from '../store.js';
import { Unacquainted, type Acquaintance } from '../tree/acquaintance.js';
import type { Entries } from './entries.js';

/** More rows than a rule should lock at once. */
const defaultLimit = 1000;

/** A rule's work inside one transaction. */
export class PostgresWork implements Work {
  readonly query: Work['query'];

  constructor(
    private readonly transaction: Transaction,
    private readonly rows: RowsOf,
    private readonly acquaintance: Acquaintance,
    private readonly entries: Entries,
    private readonly call: Call,
  ) {
    this.query = statementsOn(transaction).query;
  }

  async target<E extends Aggregate>(type: AggregateClass<E>, id: string, missing?: RefusalKind): Promise<E> {
    const { ifMatch, operation } = this.call;
    if (ifMatch === undefined && operation.guarded) throw refuse(VersionRequired);
    const row = await this.one(type, id, missing);
    if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== row.version) throw refuse(VersionChanged);
    return row;
  }

  async one<E extends Aggregate>(type: AggregateClass<E>, id: string, missing: RefusalKind = NotFound): Promise<E> {
    const row = await this.find(type, id);
    if (row) return row;
    if (!this.acquaintance.knows(this.call)) throw this.unacquainted();
    throw refuse(missing);
  }

  async all<E extends Aggregate>(type: AggregateClass<E>, where: Sql, limit = defaultLimit): Promise<E[]> {
    const rows = this.rows.of(type);
    return this.select(rows, where, sql`order by t.id limit ${raw(String(Math.trunc(limit)))} for update of t`);
  }

  async within(organisation: string, missing: RefusalKind = NotFound): Promise<void> {
    const acts = await this.transaction.run(statement(sql`select 1 where ${actsFor(organisation, this.call, this.entries.now)}`));
    if (acts.rowCount) return;
    if (!this.acquaintance.knowsOrganisation(organisation) || !this.acquaintance.knows(this.call)) throw this.unacquainted(organisation);
    throw refuse(missing);
  }

  async insert<E extends Aggregate>(row: E, happened: FactOf<E>, same?: (existing: E) => boolean): Promise<E> {
    const rows = this.rowsOf(row);
    row.id ??= newId();
    row.version = 1;
    row.createdAt = row.updatedAt = this.entries.now;
    const { rowCount } = await this.transaction.run(named(rows.insert(row)));
    if (!rowCount) return this.existing(row, same);
    this.entries.changed(row, row.version, happened, row.fact());
    return row;
  }

  async insertAll<E extends Aggregate>(rows: readonly E[], happened: FactOf<E>): Promise<void> {
    if (!rows[0]) return;
    for (const row of rows) {
      row.id ??= newId();
      row.version = 1;
      row.createdAt = row.updatedAt = this.entries.now;
    }
    const table = this.rowsOf(rows[0]);
    if (rows.length >= copiedFrom) return this.transaction.copy(table.copiedInto, this.copied(rows, table, happened));
    await this.transaction.run(named(table.insertAll(rows)));
    for (const row of rows) this.entries.changed(row, row.version, happened, row.fact());
  }

  /** Their facts are noted on the way, while the database is busy with the rows before. */
  private *copied<E extends Aggregate>(rows: readonly E[], table: Rows<E>, happened: FactOf<E>): Generator<string> {
    for (const row of rows) {
      yield table.copied(row);
      this.entries.changed(row, row.version, happened, row.fact());
    }
  }

  async update<E extends Aggregate>(row: E, happened: FactOf<E>): Promise<E> {
    row.updatedAt = this.entries.now;
    row.version = await this.versionAfter(this.rowsOf(row).update(row));
    this.entries.changed(row, row.version, happened, row.fact());
    return row;
  }

  async updateAll<E extends Aggregate>(rows: readonly E[], happened: FactOf<E>): Promise<void> {
    if (!rows[0]) return;
    for (const row of rows) row.updatedAt = this.entries.now;
    const { rowCount } = await this.transaction.run(named(this.rowsOf(rows[0]).updateAll(rows)));
    if (rowCount !== rows.length) throw refuse(VersionConflict);
    for (const row of rows) {
      row.version += 1;
      this.entries.changed(row, row.version, happened, row.fact());
    }
  }

  async remove<E extends Aggregate>(row: E, happened: FactOf<E>): Promise<void> {
    const last = await this.versionAfter(this.rowsOf(row).remove(row));
    this.entries.changed(row, last + 1, happened, null);
  }

  note(what: string, entity: string, details?: Record<string, unknown>): void {
    this.entries.noted(what, entity, details);
  }

  async assign(row: Aggregate, to: { person?: string; organisation?: string }): Promise<void> {
    const thing = this.rowsOf(row).thing;
    await this.transaction.run(
      statement(
        sql`insert into assignment ("row", thing, person, organisation, assigned_at) values (${row.id}, ${thing}, ${to.person}, ${to.organisation}, ${this.entries.now}) on conflict do nothing`,
      ),
    );
    this.note('assigned', row.id, to);
  }

  async unassign(row: Aggregate, from: { person?: string; organisation?: string }): Promise<void> {
    await this.transaction.run(
      statement(
        sql`delete from assignment where "row" = ${row.id} and person is not distinct from ${from.person} and organisation is not distinct from ${from.organisation}`,
      ),
    );
    this.note('unassigned', row.id, from);
  }

  private async find<E extends Aggregate>(type: AggregateClass<E>, id: string): Promise<E | undefined> {
    const reach = reachOf(type, this.call, this.entries.now);
    const [row] = await this.select(this.rows.of(type), allOf(sql`t.id = ${id}`, reach), sql`for update of t`);
    return row;
  }

  private async select<E extends Aggregate>(rows: Rows<E>, where: Sql, rest: Sql): Promise<E[]> {
    const found = await this.transaction.run<Record<string, unknown>>(
      statement(sql`select ${rows.columns} from ${raw(rows.table)} t where ${where} ${rest}`),
    );
    return found.rows.map((row) => rows.hydrate(row));
  }

  /** A caller-made id exists already: the same content within reach is the answer, everything else is refused alike. */
  private async existing<E extends Aggregate>(row: E, same: ((existing: E) => boolean) | undefined): Promise<E> {
    const there = same && (await this.find(row.constructor as AggregateClass<E>, row.id));
    if (!there || !same(there)) throw refuse(IdTaken);
    return there;
  }

  private async versionAfter(change: { text: string; values: unknown[] }): Promise<number> {
    const { rows } = await this.transaction.run<{ version: number }>(named(change));
    if (!rows[0]) throw refuse(VersionConflict);
    return rows[0].version;
  }

  private rowsOf<E extends Aggregate>(row: E): Rows<E> {
    return this.rows.of(row.constructor as AggregateClass<E>);
  }

  private unacquainted(...organisations: string[]): Unacquainted {
    const { organisation, client } = this.call.caller;
    return new Unacquainted(organisation === undefined ? organisations : [...organisations, organisation], [client]);
  }
}
