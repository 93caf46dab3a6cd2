import { sql, type Sql } from '@lianxue/persistence';

/** A `like` pattern for a piece of text; its own wildcards mean themselves. */
export const containing = (piece: string): string => `%${piece.replace(/[\\%_]/g, '\\$&')}%`;

/** 属地: a code of a province or city covers all codes that begin with it. Each width has an index in the order of names. */
export function standsIn(territory: string): Sql {
  const prefix = territory.replace(/(00){1,2}$/, '');
  if (prefix.length === 6) return sql`t.division_code = ${prefix}`;
  return prefix.length === 4 ? sql`left(t.division_code, 4) = ${prefix}` : sql`left(t.division_code, 2) = ${prefix}`;
}

/** The organisation and everything below it. */
export const isWithin = (organisation: string): Sql =>
  sql`exists (select 1 from organisation w where w.id = t.id and w.path <@ (select top.path from organisation top where top.id = ${organisation}) offset 0)`;
