import type { AggregateClass, Sql, Work } from '@lianxue/persistence';
import { sql, type Aggregate } from '@lianxue/persistence';

/** Rows that hold at an organisation: its own, and those of the organisations above it. The rule has established the right to the organisation. */
export const holdsAt = (organisation: string): Sql =>
  sql`exists (select 1 from organisation o join organisation here on o.path @> here.path where o.id = t.organisation and here.id = ${organisation})`;

/** Those of these ids that hold at an organisation. */
export async function holdingAt<E extends Aggregate>(
  type: AggregateClass<E>,
  ids: readonly string[],
  organisation: string,
  work: Work,
): Promise<E[]> {
  if (ids.length === 0) return [];
  return work.all(type, sql`t.id = any(${ids}::uuid[]) and ${holdsAt(organisation)}`);
}

/**
 * The terms of a class, over alias `c`. One of no term runs in the term that holds today, since a class without terms is none to
 * OneRoster.
 */
export const termsOfClass = (today: string): Sql =>
  sql`case when c.term_ids <> '{}' then c.term_ids else array(
        select x.id from term x join organisation o on o.id = x.organisation join organisation here on o.path @> here.path
        where here.id = c.organisation and not x.withdrawn and x.kind <> 'gradingPeriod' and (x.stage is null or x.stage = c.stage) and x.since <= ${today}::date and x.until >= ${today}::date
        order by x.kind = 'term' desc, nlevel(o.path) desc, x.id limit 1) end`;
