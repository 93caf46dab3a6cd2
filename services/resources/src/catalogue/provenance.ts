import { inBeijing, type ProvenanceEvent, type ProvenanceLine } from '@lianxue/contracts';
import { sql, type Store, type Work } from '@lianxue/persistence';
import type { ResourceEntity } from './resource.entity.js';

/** What a line of provenance is about, besides what happened. */
interface About {
  readonly organisation: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Where nothing was written of the resource itself. */
  readonly at?: Date;
}

/** Notes where a resource has been 来历, once its row is written; no line is ever changed. */
export async function remember(
  { id, release, round, updatedAt }: ResourceEntity,
  what: ProvenanceEvent,
  { organisation, details = {}, at = updatedAt }: About,
  work: Work,
): Promise<void> {
  await work.query(
    `insert into provenance (resource, ordinal, at, what, at_organisation, release, round, details)
     select $1::uuid, coalesce(max(ordinal), 0) + 1, $2::timestamptz, $3::text, $4::uuid, $5::int, $6::int, $7::jsonb
     from provenance where resource = $1::uuid`,
    [id, at, what, organisation, release || null, round || null, JSON.stringify(details)],
  );
}

/** Oldest first. */
export async function provenanceOf(id: string, store: Store): Promise<ProvenanceLine[]> {
  const lines = await store.scan<Omit<ProvenanceLine, 'at'> & { at: Date }>(
    sql`select at, what, at_organisation as organisation, release, round, details from provenance where resource = ${id} order by ordinal`,
  );
  return lines.map(({ at, ...line }) => ({ at: inBeijing(at), ...line }));
}
