import type { Statements } from '@lianxue/contracts';

/** A column that a unique index is made of, by itself or in an expression. */
interface Part {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

interface Unique {
  readonly parts: readonly Part[];
  /** Of which rows it is unique, when not of all. */
  readonly where: string | null;
  readonly nullsEqual: boolean;
}

/** A column that names persons, as the database keeps it. */
export interface KeptColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly list: boolean;
  /** Each change of a row counts its version up. */
  readonly versioned: boolean;
  readonly uniques: readonly Unique[];
}

export const keptColumns = (names: readonly string[], statements: Statements): Promise<KeptColumn[]> =>
  statements.query(
    `select c.relname as "table", a.attname as "column", a.atttypid::regtype::text as type, a.atttypid = 'uuid[]'::regtype as list,
       exists (select 1 from pg_attribute v where v.attrelid = c.oid and v.attname = 'version' and not v.attisdropped) as versioned,
       coalesce((
         select jsonb_agg(jsonb_build_object('where', pg_get_expr(i.indpred, i.indrelid), 'nullsEqual', i.indnullsnotdistinct or i.indexprs is not null, 'parts', (
             select jsonb_agg(jsonb_build_object('name', k.attname, 'type', k.atttypid::regtype::text, 'nullable', not k.attnotnull) order by k.attnum)
               from pg_attribute k where k.attrelid = c.oid and (k.attnum = any(i.indkey::int2[]) or i.indexprs is not null and exists (
                 select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = i.indexrelid
                   and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid and d.refobjsubid = k.attnum))))
             order by i.indisprimary desc, i.indexprs is null desc, i.indpred is null desc, i.indexrelid)
           from pg_index i where i.indrelid = c.oid and i.indisunique), '[]') as uniques
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relname || '.' || a.attname = any($1::text[])
      order by 1, 2`,
    [names],
  );

/** What tells the rows of this table apart: the primary key, or else the first unique index. */
export const keyOf = ({ uniques }: KeptColumn): readonly Part[] => uniques[0]!.parts;

/** A key as it is remembered, of the row that goes by this alias. */
export const keyIn = (kept: KeptColumn, alias: string): string =>
  `jsonb_build_object(${keyOf(kept)
    .map(({ name }) => `'${name}', ${alias}."${name}"`)
    .join(', ')})`;

/** That the row `t` is the one of a remembered key. */
export const isOfKey = (kept: KeptColumn, key: string): string =>
  keyOf(kept)
    .map(({ name, type, nullable }) => `t."${name}" ${nullable ? 'is not distinct from' : '='} (${key} ->> '${name}')::${type}`)
    .join(' and ');

/** That no unique index holds a row like `t` that names the other person already. */
export const hasNoLike = ({ table, column, type, uniques }: KeptColumn, other: string): string =>
  uniques
    .filter(({ parts }) => parts.some(({ name }) => name === column))
    .map(({ parts, where, nullsEqual }) => {
      const alike = parts
        .filter(({ name }) => name !== column)
        .map(({ name }) => ` and o."${name}" ${nullsEqual ? 'is not distinct from' : '='} t."${name}"`);
      const there = `exists (select 1 from "${table}" o where o."${column}" = ${other}::${type}${alike.join('')}${where ? ` and (${where})` : ''})`;
      return ` and ${where ? `(not coalesce(${where}, false) or not ${there})` : `not ${there}`}`;
    })
    .join('');
