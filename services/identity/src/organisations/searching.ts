import { containing, sql, type Sql, type Store } from '@lianxue/persistence';
import { folded } from './names.js';

/**
 * From here on a piece is frequent: walking the names in their order meets a page of it soon. Below, that walk would pass
 * over nearly all of them, and fetching every match first is the shorter way.
 */
const frequent = 1000;

/** What to ask of an index over `bigrams(…)`: every pair of neighbours in the piece; a single character as a beginning. */
export function pairsOf(piece: string): string {
  const characters = [...piece];
  if (characters.length === 1) return `${quoted(piece)}:*`;
  return characters
    .slice(1)
    .map((one, index) => quoted(characters[index]! + one))
    .join(' & ');
}

/** A piece of any of an organisation's names. Candidates come from the index over bigrams; `like` decides. */
export async function named(piece: string, store: Store): Promise<Sql> {
  const pattern = containing(folded(piece));
  const candidates = sql`from organisation_name m where bigrams(m.folded) @@ ${pairsOf(folded(piece))}::text::tsquery`;
  const [counted] = await store.read<{ count: number }>(
    sql`select count(*)::int as count from (select 1 ${candidates} limit ${frequent}) few`,
  );
  if (counted!.count < frequent) return sql`t.id = any(array(select m.organisation ${candidates} and m.folded like ${pattern}))`;
  return sql`exists (select 1 from organisation_name m where m.organisation = t.id and m.folded like ${pattern} offset 0)`;
}

const quoted = (pair: string): string => `'${pair.replace(/['\\]/g, '$&$&')}'`;

/** 属地: a code of a province or city covers all codes that begin with it. Each width has an index in the order of names. */
export function standsIn(territory: string): Sql {
  const prefix = territory.replace(/(00){1,2}$/, '');
  if (prefix.length === 6) return sql`t.division_code = ${prefix}`;
  return prefix.length === 4 ? sql`left(t.division_code, 4) = ${prefix}` : sql`left(t.division_code, 2) = ${prefix}`;
}

/** The organisation and everything below it. */
export const isWithin = (organisation: string): Sql =>
  sql`exists (select 1 from organisation w where w.id = t.id and w.path <@ (select top.path from organisation top where top.id = ${organisation}) offset 0)`;
