import { sql, type Store, type Work } from '@lianxue/persistence';
import { namedBefore, remember } from './external-ids.js';
import { Tally } from './tally.js';

/** What earlier rosters called this school. */
export async function knownAs(school: string, store: Store): Promise<string[]> {
  const rows = await store.read<{ value: string }>(sql`select value from external_id where kind = 'roster.org' and source = ${school}`);
  return rows.map(({ value }) => value);
}

export async function rememberSchool(ids: readonly string[], school: string, work: Work): Promise<Tally> {
  const named = await namedBefore('roster.org', school, ids, work);
  await remember('roster.org', school, new Map(ids.filter((id) => !named.has(id)).map((id) => [id, school])), work);
  return new Tally();
}
