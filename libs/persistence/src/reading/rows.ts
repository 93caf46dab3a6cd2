import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { DataSource } from 'typeorm';
import type { Aggregate, AggregateClass } from '../aggregate.js';
import { copyValue } from '../database/copying.js';
import { sql, type Sql } from '../sql.js';

/** Column types that `pg` already hands over as the entity wants them. */
const handedOverAsIs = new Set<unknown>([
  'uuid',
  'text',
  'varchar',
  'int',
  'integer',
  'smallint',
  'int2',
  'int4',
  'boolean',
  'bool',
  'jsonb',
  'json',
  'timestamptz',
  'date',
  'bytea',
  'ltree',
  'char',
  'numeric',
  'bigint',
]);

/** The SQL of one entity's table, written once from TypeORM's metadata, and the way between row and entity. */
export class Rows<E extends Aggregate> {
  readonly table: string;
  /** `t."id", t."version", …`: what a select names. */
  readonly columns: Sql;
  readonly thing: string;
  /** Table and columns that many rows are copied into. */
  readonly copiedInto: string;
  private readonly read: readonly ColumnMetadata[];
  private readonly inserted: readonly ColumnMetadata[];
  private readonly updated: readonly ColumnMetadata[];
  private readonly updateText: string;
  private readonly insertText: string;
  private readonly insertAllText: string;
  private readonly copiedColumns: readonly { readonly column: ColumnMetadata; readonly name: string; readonly asGiven: boolean }[];
  private readonly updateAllText: string;
  private readonly deleteText: string;

  constructor(
    private readonly source: DataSource,
    readonly type: AggregateClass<E>,
  ) {
    const metadata = source.getMetadata(type);
    this.table = quoted(metadata.tableName);
    this.thing = metadata.tableName;
    this.read = metadata.columns.filter(({ isSelect }) => isSelect);
    this.inserted = metadata.columns.filter(({ isInsert, generatedType }) => isInsert && !generatedType);
    this.updated = metadata.columns.filter(
      ({ isUpdate, generatedType, propertyName }) => isUpdate && !generatedType && !['id', 'version', 'createdAt'].includes(propertyName),
    );
    this.columns = raw(this.read.map(({ databaseName }) => `t.${quoted(databaseName)}`).join(', '));
    const names = this.inserted.map(({ databaseName }) => quoted(databaseName));
    const places = this.inserted.map((_, index) => `$${index + 1}`);
    this.insertText = `insert into ${this.table} (${names.join(', ')}) values (${places.join(', ')}) on conflict (id) do nothing returning version`;
    this.insertAllText = `insert into ${this.table} (${names.join(', ')}) select ${names.join(', ')} from jsonb_populate_recordset(null::${this.table}, $1::jsonb)`;
    this.copiedInto = `${this.table} (${names.join(', ')})`;
    this.copiedColumns = this.inserted.map((column) => ({
      column,
      name: column.propertyName,
      asGiven: !column.transformer && !column.embeddedMetadata,
    }));
    const assignments = this.updated.map(({ databaseName }, index) => `${quoted(databaseName)} = $${index + 3}`);
    this.updateText = `update ${this.table} set version = version + 1, ${assignments.join(', ')} where id = $1 and version = $2 returning version`;
    const changed = this.updated.map(({ databaseName }) => `${quoted(databaseName)} = r.${quoted(databaseName)}`);
    this.updateAllText = `update ${this.table} t set version = t.version + 1, ${changed.join(', ')} from jsonb_populate_recordset(null::${this.table}, $1::jsonb) r where t.id = r.id and t.version = r.version`;
    this.deleteText = `delete from ${this.table} where id = $1 and version = $2 returning version`;
  }

  hydrate(row: Record<string, unknown>): E {
    const entity = new this.type();
    for (const column of this.read) {
      const value = row[column.databaseName];
      const simple = !column.transformer && !column.embeddedMetadata && handedOverAsIs.has(column.type);
      if (simple) (entity as Record<string, unknown>)[column.propertyName] = value;
      else column.setEntityValue(entity, this.source.driver.prepareHydratedValue(value, column));
    }
    return entity;
  }

  insert(entity: E) {
    return { text: this.insertText, values: this.inserted.map((column) => this.persistent(column, entity)) };
  }

  /** All of them by one statement: a row each travels as JSON, which holds arrays and days where `unnest` does not. */
  insertAll(entities: readonly E[]) {
    return { text: this.insertAllText, values: [this.asJson(entities)] };
  }

  /** A row as COPY takes it into {@link copiedInto}. */
  copied(entity: E): string {
    let text = '';
    for (const { column, name, asGiven } of this.copiedColumns) {
      const given = asGiven ? (entity as Record<string, unknown>)[name] : this.persistent(column, entity);
      // A list in a JSON column is JSON; anywhere else it is an array of PostgreSQL.
      const value = column.type === 'jsonb' && Array.isArray(given) ? JSON.stringify(given) : given;
      text += text === '' ? copyValue(value) : `\t${copyValue(value)}`;
    }
    return `${text}\n`;
  }

  update(entity: E) {
    return { text: this.updateText, values: [entity.id, entity.version, ...this.updated.map((column) => this.persistent(column, entity))] };
  }

  updateAll(entities: readonly E[]) {
    return { text: this.updateAllText, values: [this.asJson(entities)] };
  }

  remove(entity: E) {
    return { text: this.deleteText, values: [entity.id, entity.version] };
  }

  /** The SQL type of a column, for reading a cursor back. */
  typeOf(column: string): string {
    const found = this.read.find(({ databaseName }) => databaseName === column);
    if (!found) throw new Error(`${this.type.name} has no column ${column}`);
    return `${this.source.driver.normalizeType(found)}${found.isArray ? '[]' : ''}`;
  }

  private asJson(entities: readonly E[]): string {
    return JSON.stringify(
      entities.map((entity) => Object.fromEntries(this.inserted.map((column) => [column.databaseName, this.inJson(column, entity)]))),
    );
  }

  private inJson(column: ColumnMetadata, entity: E): unknown {
    return column.type === 'jsonb' || column.type === 'json' ? column.getEntityValue(entity) : this.persistent(column, entity);
  }

  private persistent(column: ColumnMetadata, entity: E): unknown {
    return this.source.driver.preparePersistentValue(column.getEntityValue(entity), column) ?? null;
  }
}

/** The rows of every entity of a service, each written when first used. */
export class RowsOf {
  private readonly written = new Map<AggregateClass, Rows<Aggregate>>();

  constructor(private readonly source: DataSource) {}

  of<E extends Aggregate>(type: AggregateClass<E>): Rows<E> {
    const written = this.written.get(type) as Rows<E> | undefined;
    if (written) return written;
    const rows = new Rows(this.source, type);
    this.written.set(type, rows);
    return rows;
  }
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Text of our own as a piece of SQL; never anything that came from outside. */
export const raw = (text: string): Sql => ({ ...sql``, strings: [text] });
