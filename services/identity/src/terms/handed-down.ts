import type { AggregateClass, Sql, Work } from '@lianxue/persistence';
import { sql, type Aggregate } from '@lianxue/persistence';

/** Rows that hold at an organisation: its own, and those of the organisations above it. The rule has established the right to the organisation. */
const holdsAt = (organisation: string): Sql =>
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
