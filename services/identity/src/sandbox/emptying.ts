import type { Statements } from '@lianxue/contracts';

/** What is not made in a sandbox but makes it, or was given to it from above. */
const kept = new Set(['organisation_record', 'selection', 'app', 'vendor', 'sandbox', 'sub_platform']);

/**
 * Removes every row of these organisations but the fixed ones: whatever subjects identity has, each of their tables names the
 * organisation a row belongs to. The reset itself is the fact; a mirror of a sandbox begins anew with it.
 */
export async function emptyOut(
  tables: readonly string[],
  organisations: readonly string[],
  fixed: ReadonlySet<string>,
  statements: Statements,
): Promise<void> {
  for (const table of await referringFirst(
    tables.filter((name) => !kept.has(name)),
    statements,
  )) {
    await statements.query(`delete from "${table}" where organisation = any($1::uuid[]) and not (id = any($2::uuid[]))`, [
      organisations,
      [...fixed],
    ]);
  }
}

/** Tables in such an order that none is emptied before those whose rows refer to it. */
async function referringFirst(tables: readonly string[], statements: Statements): Promise<string[]> {
  const references = await statements.query<{ child: string; parent: string }>(
    `select c.relname as child, p.relname as parent from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and c.oid <> p.oid`,
  );
  const ordered: string[] = [];
  const place = (table: string): void => {
    if (ordered.includes(table) || !tables.includes(table)) return;
    for (const { child, parent } of references) if (parent === table) place(child);
    if (!ordered.includes(table)) ordered.push(table);
  };
  tables.forEach(place);
  return ordered;
}
