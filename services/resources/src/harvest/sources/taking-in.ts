import { newId, type Work } from '@lianxue/persistence';
import { searchable } from '../../catalogue/searchable.js';
import type { PeerRecord } from './peer-catalogues.js';

/** Rows of one statement. */
const atOnce = 500;

/** Whose records these are, and since when the walk goes on that brought them. */
interface Into {
  readonly source: string;
  readonly organisation: string;
  readonly seenAt: Date;
  readonly now: Date;
}

/** Takes records in as they were told: what was told last counts, and the same again changes nothing. */
export async function takeIn(records: readonly PeerRecord[], { source, organisation, seenAt, now }: Into, work: Work): Promise<void> {
  const rows = latestOfEach(records).map(rowOf);
  for (let from = 0; from < rows.length; from += atOnce)
    await work.query(
      `insert into harvested_record as h
         (id, version, organisation, created_at, updated_at, source, identifier, datestamp, deleted, taken_down, title, address, elements, search_text, seen_at)
       select r.id, 1, $2, $3, $3, $4, r.identifier, r.datestamp, r.deleted, r.taken_down, r.title, r.address, r.elements, r.search_text, $5
       from jsonb_to_recordset($1::jsonb) as r(id uuid, identifier text, datestamp timestamptz, deleted boolean, taken_down boolean, title text, address text, elements jsonb, search_text text)
       on conflict (source, identifier) do update set
         version = h.version + ((h.datestamp, h.deleted, h.elements) is distinct from (excluded.datestamp, excluded.deleted, excluded.elements))::int,
         updated_at = case when (h.datestamp, h.deleted, h.elements) is distinct from (excluded.datestamp, excluded.deleted, excluded.elements)
                      then excluded.updated_at else h.updated_at end,
         datestamp = excluded.datestamp, deleted = excluded.deleted, taken_down = excluded.taken_down, title = excluded.title, address = excluded.address,
         elements = excluded.elements, search_text = excluded.search_text, seen_at = excluded.seen_at`,
      [JSON.stringify(rows.slice(from, from + atOnce)), organisation, now, source, seenAt],
    );
}

function latestOfEach(records: readonly PeerRecord[]): PeerRecord[] {
  const latest = new Map<string, PeerRecord>();
  for (const record of records) {
    const before = latest.get(record.identifier);
    if (!before || before.datestamp <= record.datestamp) latest.set(record.identifier, record);
  }
  return [...latest.values()];
}

function rowOf({ identifier, datestamp, deleted, takenDown, elements }: PeerRecord) {
  const { title, subject = [], identifier: identifiers = [] } = elements;
  return {
    ...{ id: newId(), identifier, datestamp, deleted, taken_down: takenDown, elements },
    title: title?.[0] ?? null,
    address: identifiers.find((each) => /^https?:\/\//.test(each)) ?? null,
    search_text: searchable([...(title ?? []), ...subject]),
  };
}
