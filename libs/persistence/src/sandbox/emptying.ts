import type { Statements } from '@lianxue/contracts';

/** Later than any id. */
const never = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What is to be emptied out, and what of it stays. */
export interface Emptying {
  readonly tables: readonly string[];
  readonly organisations: readonly string[];
  /** Rows that stay, by id. */
  readonly fixed?: ReadonlySet<string>;
  /** Rows with this id or a later one stay: they were made afterwards. */
  readonly before?: string;
}

interface Reference {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
}

/**
 * Removes every row of these organisations, and every row that refers to one that goes: whatever subjects a service has, each of
 * their tables names the organisation a row belongs to, or refers to a row that does.
 */
export async function emptyOut({ tables, organisations, fixed = new Set(), before = never }: Emptying, statements: Statements) {
  const columns = await columnsOf(tables, statements);
  const references = await referencesAmong(tables, statements);
  const own = (table: string): string[] => {
    if (!columns.has(`${table}.organisation`)) return [];
    const stays = columns.has(`${table}.id`)
      ? ' and not (id = any((select fixed from given)::uuid[])) and id < (select before from given)'
      : '';
    return [`organisation = any((select organisations from given)::uuid[])${stays}`];
  };
  /** Which rows of a table go, or undefined when none can; `below` are the tables it is asked for, so that no circle is walked. */
  const going = (table: string, below: readonly string[] = []): string | undefined => {
    const referring = references
      .filter(({ child, parent }) => child === table && !below.includes(parent))
      .flatMap(({ column, parent }) => {
        const gone = going(parent, [...below, table]);
        return gone === undefined ? [] : [`"${column}" in (select id from "${parent}" where ${gone})`];
      });
    const either = [...own(table), ...referring];
    return either.length === 0 ? undefined : either.join(' or ');
  };
  // What is kept as evidence 存证 of real lessons and incidents may be changed by nobody; what a sandbox made is evidence of nothing.
  const forbidden = await forbiddenOn(tables, statements);
  for (const { table, rights } of forbidden) await statements.query(`grant ${rights} on "${table}" to current_user`);
  for (const table of referringFirst(tables, references)) {
    const gone = going(table);
    if (gone === undefined) continue;
    await statements.query(
      `with given as (select $1::uuid[] as organisations, $2::uuid[] as fixed, $3::uuid as before) delete from "${table}" where ${gone}`,
      [organisations, [...fixed], before],
    );
  }
  for (const { table, rights } of forbidden) await statements.query(`revoke ${rights} on "${table}" from current_user`);
}

/** What this service has forbidden itself on its own tables; a reference is checked with the right to update. */
const forbiddenOn = (tables: readonly string[], statements: Statements): Promise<{ table: string; rights: string }[]> =>
  statements.query(
    `select relname as table, concat_ws(', ', case when not has_table_privilege(oid, 'update') then 'update' end,
       case when not has_table_privilege(oid, 'delete') then 'delete' end) as rights
      from pg_class where relnamespace = current_schema()::regnamespace and relname = any($1::text[])
        and not (has_table_privilege(oid, 'update') and has_table_privilege(oid, 'delete'))`,
    [tables],
  );

/** Which of the two columns that matter each table has, as `table.column`. */
async function columnsOf(tables: readonly string[], statements: Statements): Promise<ReadonlySet<string>> {
  const columns = await statements.query<{ name: string }>(
    `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = current_schema()::regnamespace and c.relname = any($1::text[])
        and a.attname in ('organisation', 'id') and a.atttypid = 'uuid'::regtype`,
    [tables],
  );
  return new Set(columns.map(({ name }) => name));
}

const referencesAmong = (tables: readonly string[], statements: Statements): Promise<Reference[]> =>
  statements.query(
    `select c.relname as child, a.attname as column, p.relname as parent
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and c.oid <> p.oid and a.atttypid = 'uuid'::regtype
        and c.relname = any($1::text[]) and p.relname = any($1::text[])`,
    [tables],
  );

/** Tables in such an order that none is emptied before those whose rows refer to it. */
function referringFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const met = new Set<string>();
  const ordered: string[] = [];
  const place = (table: string): void => {
    if (met.has(table)) return;
    met.add(table);
    for (const { child, parent } of references) if (parent === table) place(child);
    ordered.push(table);
  };
  tables.forEach(place);
  return ordered;
}
