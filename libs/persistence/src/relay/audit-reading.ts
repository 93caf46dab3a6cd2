import {
  actingOrganisation,
  inBeijing,
  type AuditChain,
  type AuditEntry,
  type auditOf,
  type AuditSource,
  type Call,
  type InputOf,
  type Page,
} from '@lianxue/contracts';
import type { z } from 'zod';
import type { Database } from '../database/database.js';
import { named, statement } from '../database/statement.js';
import type { Cursors } from '../reading/cursor.js';
import { allOf, sql, type Sql } from '../sql.js';
import type { Order } from '../store.js';
import { verifyAudit } from './audit-chain.js';

type Asked = InputOf<ReturnType<typeof auditOf>['auditTrail']>;
type Entry = z.output<typeof AuditEntry>;
type Row = Omit<Entry, 'seq' | 'at' | 'link'> & { readonly seq: string; readonly at: Date; readonly link: string | null };

const newestFirst: Order = [{ column: 'seq', descending: true }];

/** How much of the trail one page looks through: it is kept in the order it was written, and by no other. */
const stretch = 50_000;

/** How many links one call holds to their hashes. */
const linksAtOnce = 20_000;

/** The audit trail as its auditors read it. */
export class AuditReading implements AuditSource {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async entries(asked: Asked, call: Call): Promise<Page<Entry>> {
    const { limit, cursor } = asked;
    const before = cursor === undefined ? undefined : this.cursors.read(cursor, call, newestFirst)[0];
    const behind = before === undefined ? sql`true` : sql`seq < ${before}::text::bigint`;
    const rows = await this.list<Row>(sql`
      select a.seq, a.at, a.actor, a.subject, a.client, a.role, a.organisation, a.operation, a.what, a.thing, a.entity, a.version, a.details,
        a.traceparent as trace, a.link
      from (${asked.entity === undefined ? sql`${stretchOf(behind)} limit ${stretch}` : stretchOf(sql`${behind} and entity = ${asked.entity}`)}) a
      where ${allOf(...wanted(asked), within(actingOrganisation(call.caller)))} order by a.seq desc limit ${limit + 1}`);
    const items = rows.slice(0, limit).map(entryOf);
    const last = rows.length > limit ? String(items.at(-1)!.seq) : await this.endOfStretch(asked, behind);
    return { items, ...(last !== undefined && { next: this.cursors.write([last], call, newestFirst) }) };
  }

  async chain(after: number): Promise<z.output<typeof AuditChain>> {
    const {
      entries: to,
      brokenAt = null,
      whole,
    } = await verifyAudit((text, values) => this.database.list(named({ text, values })), {
      after,
      atMost: linksAtOnce,
    });
    return { from: after, to, brokenAt, whole };
  }

  /** Where the trail goes on; undefined when it was looked through to its beginning, or to before the time asked for. */
  private async endOfStretch({ entity, from }: Asked, behind: Sql): Promise<string | undefined> {
    if (entity !== undefined) return undefined;
    const [end] = await this.list<{ seq: string; at: Date }>(
      sql`select seq, at from audit where ${behind} order by seq desc offset ${stretch - 1} limit 1`,
    );
    return end && (from === undefined || end.at >= new Date(from)) ? end.seq : undefined;
  }

  private list<R>(asked: Sql): Promise<R[]> {
    return this.database.list<R>(statement(asked));
  }
}

const stretchOf = (where: Sql): Sql => sql`select * from audit where ${where} order by seq desc`;

const wanted = ({ subject, operation, from, to }: Asked): Sql[] => [
  ...(subject === undefined ? [] : [sql`a.subject = ${subject}`]),
  ...(operation === undefined ? [] : [sql`a.operation = ${operation}`]),
  ...(from === undefined ? [] : [sql`a.at >= ${from}::text::timestamptz`]),
  ...(to === undefined ? [] : [sql`a.at < ${to}::text::timestamptz`]),
];

/** Where the actor acted; of apps and services that act nowhere, where the thing belongs. */
const within = (organisation: string): Sql => sql`exists (
  select 1 from organisation w where w.id = coalesce(a.organisation, (select f.organisation from outbox f where f.id = a.fact))
    and w.path <@ (select acting.path from organisation acting where acting.id = ${organisation}) offset 0)`;

const entryOf = ({ seq, at, link, ...row }: Row): Entry => ({
  seq: Number(seq),
  at: inBeijing(at),
  ...row,
  link: link === null ? null : Number(link),
});
