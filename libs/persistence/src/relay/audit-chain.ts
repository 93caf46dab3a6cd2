import { createHash } from 'node:crypto';
import type pg from 'pg';

const chainedAtOnce = 2000;

/** One text per entry for ever: UTC whatever the session's zone, jsonb's own order and spacing. */
const canonicalRow = `jsonb_build_array(seq, at at time zone 'UTC', actor, subject, client, role, organisation, operation, what, thing, entity, version, fact, details, traceparent)::text`;

const unchained = `select seq, ${canonicalRow} as canonical from audit where link is null and xid < pg_snapshot_xmin(pg_current_snapshot()) order by seq limit ${chainedAtOnce}`;

const beginning = Buffer.alloc(32);

const linkTo = (previous: Buffer, canonical: string): Buffer => createHash('sha256').update(previous).update(canonical).digest();

/** Where the chain ends at present. */
export interface ChainEnd {
  readonly link: number;
  readonly hash: Buffer;
}

export async function chainEnd(client: pg.Client): Promise<ChainEnd> {
  const { rows } = await client.query<{ link: string; hash: Buffer }>(
    'select link, hash from audit where link is not null order by link desc limit 1',
  );
  return rows[0] ? { link: Number(rows[0].link), hash: rows[0].hash } : { link: 0, hash: beginning };
}

/** Binds new audit entries to those before them: each hash covers the entry and the hash before it. */
export async function chainAudit(client: pg.Client, end: ChainEnd): Promise<ChainEnd> {
  const { rows } = await client.query<{ seq: string; canonical: string }>({ name: 'audit-unchained', text: unchained });
  if (rows.length === 0) return end;
  let last = end;
  const bound = rows.map(({ seq, canonical }) => {
    last = { link: last.link + 1, hash: linkTo(last.hash, canonical) };
    return { seq, ...last };
  });
  await client.query({
    name: 'audit-chain',
    text: 'update audit set link = b.link, hash = b.hash from unnest($1::bigint[], $2::bigint[], $3::bytea[]) as b(seq, link, hash) where audit.seq = b.seq',
    // Written as PostgreSQL reads arrays: the driver takes each element for a text that has to be quoted.
    values: [
      `{${bound.map(({ seq }) => seq).join(',')}}`,
      `{${bound.map(({ link }) => link).join(',')}}`,
      `{${bound.map(({ hash }) => `"\\\\x${hash.toString('hex')}"`).join(',')}}`,
    ],
  });
  return last;
}

/** What going over the chain found. */
export interface AuditVerdict {
  /** The last link that fits. */
  readonly entries: number;
  /** The first link that does not fit what stands before it: changed, missing or put in later. */
  readonly brokenAt?: number;
  /** Whether the end of the chain was reached. */
  readonly whole: boolean;
}

/** Goes over the audit trail behind a link, from its beginning unless told otherwise, and holds every entry to its hash. */
export async function verifyAudit(
  query: (text: string, values: unknown[]) => Promise<unknown[]>,
  { after = 0, atMost = Infinity }: { after?: number; atMost?: number } = {},
): Promise<AuditVerdict> {
  const text = `select link, hash, ${canonicalRow} as canonical from audit where link > $1 order by link limit ${chainedAtOnce}`;
  const [known] = (await query('select hash from audit where link = $1', [after])) as { hash: Buffer }[];
  let last: ChainEnd = { link: after, hash: known?.hash ?? beginning };
  for (;;) {
    if (last.link - after >= atMost) return { entries: last.link, whole: false };
    const rows = (await query(text, [last.link])) as { link: string; hash: Buffer; canonical: string }[];
    if (rows.length === 0) return { entries: last.link, whole: true };
    for (const { link, hash, canonical } of rows) {
      const expected = { link: last.link + 1, hash: linkTo(last.hash, canonical) };
      if (Number(link) !== expected.link || !hash.equals(expected.hash))
        return { entries: last.link, brokenAt: expected.link, whole: false };
      last = expected;
    }
  }
}
