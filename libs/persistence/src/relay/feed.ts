import type pg from 'pg';
import type { Fact } from '@lianxue/contracts';
import type { Database } from '../database/database.js';
import { named } from '../database/statement.js';

/** Facts numbered in one go: a transaction far below the limit of 2 s. */
const numberedAtOnce = 2000;

/** A page of facts stays below what the wire carries. */
const pageBytes = 800_000;

/**
 * Numbers what may be numbered. A fact waits while a writer with a lower transaction id is still at work anywhere on the
 * server, and while a lower version of its own entity waits. Among the free, seq keeps each entity's versions in order.
 * `coalesce` keeps the server from looking for the lower version in the index of all that wait, instead of the entity's own.
 */
const numbering = `
with horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as xmin),
waiting as (
  select o.seq from outbox o, horizon
  where o.feed_seq is null and o.xid < horizon.xmin
    and not exists (select 1 from outbox lower where lower.entity = o.entity and lower.version < o.version and coalesce(lower.feed_seq, 0) = 0 and lower.xid >= horizon.xmin)
  order by o.seq limit ${numberedAtOnce}
),
free as (select seq, row_number() over (order by seq) as place from waiting)
update outbox set feed_seq = (select coalesce(max(feed_seq), 0) from outbox) + free.place from free where outbox.seq = free.seq`;

/** Gives waiting facts their dense numbers; answers how many. Only whoever holds the relay's lock on this connection may. */
export async function numberFacts(client: pg.Client): Promise<number> {
  return (await client.query({ name: 'number-facts', text: numbering })).rowCount ?? 0;
}

interface OutboxRow {
  readonly id: string;
  readonly type: string;
  readonly thing: string;
  readonly entity: string;
  readonly version: number;
  readonly organisation: string | null;
  readonly actor: Fact['actor'];
  readonly time: Date;
  readonly feed_seq: string;
  readonly traceparent: string | null;
  readonly data: unknown;
  readonly bytes: number;
}

const factsText = `select id, type, thing, entity, version, organisation, actor, time, feed_seq, traceparent, data, coalesce(octet_length(data::text), 0) as bytes
from outbox where feed_seq > $1 order by feed_seq limit $2`;

/** Facts behind `feedSeq`, in order, at most `limit` and 800 KB; at least one while there is one. */
export async function factsAfter(database: Database, feedSeq: number, limit: number): Promise<Fact[]> {
  const rows = await database.list<OutboxRow>(named({ text: factsText, values: [feedSeq, limit] }));
  let bytes = 0;
  const fit = rows.findIndex((row) => (bytes += row.bytes + 600) > pageBytes);
  return (fit === -1 ? rows : rows.slice(0, Math.max(fit, 1))).map((row) => ({
    id: row.id,
    type: row.type,
    service: database.service,
    thing: row.thing,
    entity: row.entity,
    version: row.version,
    organisation: row.organisation,
    actor: row.actor,
    time: row.time.toISOString(),
    feedSeq: Number(row.feed_seq),
    ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
    data: row.data,
  }));
}
