import type { AnyOperation } from '@lianxue/contracts';
import type { DataSource } from 'typeorm';
import type { Aggregate, AggregateClass } from '../aggregate.js';
import { ownTables } from '../setup/own-tables.js';
import type { FactOf } from '../store.js';

/** An entity whose facts name a person, with the fact that says it changed. */
export interface ToldAnew<E extends Aggregate = Aggregate> {
  readonly type: AggregateClass<E>;
  readonly changed: FactOf<E>;
}

/** What becomes of each column of a service that may name a person when two records of a person are merged. */
export interface PersonColumns {
  /** In whose name rows are changed: an operation of the service. */
  readonly operation: AnyOperation;
  /** `table.column` of ids, alone or in a list: they name the successor then. */
  readonly follow: readonly string[];
  /** Entities among them whose facts name the person: whoever keeps a copy has to hear of it. */
  readonly told?: readonly ToldAnew[];
  /** `table.column` of what stays as it was, and why. */
  readonly stay: Readonly<Record<string, string>>;
  /** Names of columns of ids, in whatever table, that never name a person. */
  readonly ofNobody: readonly string[];
}

/** Names an entity with the fact that fits it; the compiler holds the two together. */
export const toldAnew = <E extends Aggregate>(type: AggregateClass<E>, changed: FactOf<E>): ToldAnew => ({ type, changed });

/** Of every table that persons are assigned rows in 指派: kept by the commit, in every service alike. */
export const assigned = 'assignment.person';

/**
 * What a service has not said of its columns: those of ids that are no references within it and of which nothing is declared, those
 * declared that are not there, and those to be followed that the service may not change or whose rows nothing tells apart.
 */
export async function undeclaredPersons(source: DataSource, { follow, stay, ofNobody }: PersonColumns): Promise<string[]> {
  const columns = await source.query<{ name: string; column: string; settled: boolean; fit: boolean }[]>(
    `select c.relname || '.' || a.attname as name, a.attname as column, has_table_privilege(c.oid, 'update')
         and exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisunique and i.indexprs is null) as fit,
       exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum]) as settled
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype) and not (c.relname = any($1::text[]))
      order by 1`,
    [[...ownTables, 'migration']],
  );
  const declared = [...follow, ...Object.keys(stay)];
  const silent = columns.filter(
    ({ name, column, settled }) => !settled && !['id', 'organisation', ...ofNobody].includes(column) && !declared.includes(name),
  );
  const absent = declared.filter((name) => !columns.some((column) => column.name === name));
  const unfit = columns.filter(({ name, fit }) => follow.includes(name) && !fit);
  return [
    ...silent.map(({ name }) => `${name}: does it name a person?`),
    ...absent.map((name) => `${name}: there is no such column`),
    ...unfit.map(({ name }) => `${name}: cannot be changed row by row`),
  ];
}
