import { takeTurn, type Work } from '@lianxue/persistence';

/** What a roster calls things; per school, since two schools may both have a user 1. */
export type RosterThing = 'roster.org' | 'roster.session' | 'roster.course' | 'roster.user' | 'roster.class' | 'roster.enrolment';

/** The things these ids name, as far as earlier rosters of the school named them. */
export async function namedBefore(kind: RosterThing, school: string, ids: readonly string[], work: Work): Promise<Map<string, string>> {
  const rows = await work.query<{ value: string; entity: string }>(
    `select value, entity from external_id where kind = $1 and source = $2 and value = any($3::text[])`,
    [kind, school, [...new Set(ids)]],
  );
  return new Map(rows.map(({ value, entity }) => [value, entity]));
}

/** Remembers names given now. */
export async function remember(kind: RosterThing, school: string, named: ReadonlyMap<string, string>, work: Work): Promise<void> {
  if (named.size === 0) return;
  await work.query(
    `insert into external_id (kind, source, value, entity) select $1, $2, value, entity from unnest($3::text[], $4::uuid[]) as n (value, entity)
     on conflict (kind, source, value) do update set entity = excluded.entity`,
    [kind, school, [...named.keys()], [...named.values()]],
  );
}

/** One import of a school at a time: two of the same file side by side would each add everything. */
export async function holdRoster(school: string, work: Work): Promise<void> {
  await takeTurn(work, `lianxue.identity.roster.${school}`);
}

export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
