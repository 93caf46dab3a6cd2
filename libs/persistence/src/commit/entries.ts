import { copiedFrom, copyRow } from '../database/copying.js';
import type { Transaction } from '../database/database.js';
import { BodyTooLarge, outsideSandbox, refuse, type Call, type Caller, type FactKind } from '@lianxue/contracts';
import { named, type Named } from '../database/statement.js';
import { newId } from '../ids.js';
import type { Aggregate } from '../aggregate.js';
import type { IdempotencyRecord } from './idempotency.js';

/** A fact's data stays below what one message may carry beside others. */
const factBytes = 64 * 1024;

/**
 * Facts, audit entries and the idempotency record of a commit, in one statement after the row changes: sequence numbers
 * then follow the order in which the rows were locked.
 */
const text = `
with told as (
  insert into outbox (id, type, thing, entity, version, organisation, actor, time, traceparent, data)
  select f.id, f.type, f.thing, f.entity, f.version, f.organisation, f.actor, f.time, f.traceparent, nullif(f.data, 'null'::jsonb)
  from jsonb_to_recordset($1::jsonb) as f(id uuid, type text, thing text, entity uuid, version int, organisation uuid, actor text, time timestamptz, traceparent text, data jsonb)
), kept as (
  insert into idempotency (digest, client, subject, organisation, operation, key, input_hash, answer, created_at)
  select decode(r.digest, 'hex'), r.client, r.subject, r.organisation, r.operation, r.key, decode(r.input_hash, 'hex'), r.answer, r.created_at
  from jsonb_to_recordset($3::jsonb) as r(digest text, client text, subject text, organisation uuid, operation text, key text, input_hash text, answer text, created_at timestamptz)
)
insert into audit (at, actor, subject, client, role, organisation, operation, what, thing, entity, version, fact, details, traceparent)
select a.at, a.actor, a.subject, a.client, a.role, a.organisation, a.operation, a.what, a.thing, a.entity, a.version, a.fact, a.details, a.traceparent
from jsonb_to_recordset($2::jsonb) as a(at timestamptz, actor text, subject text, client text, role text, organisation uuid, operation text, what text,
  thing text, entity text, version int, fact uuid, details jsonb, traceparent text)`;

const factColumns = ['id', 'type', 'thing', 'entity', 'version', 'organisation', 'actor', 'time', 'traceparent', 'data'] as const;
const auditColumns = [
  'at',
  'actor',
  'subject',
  'client',
  'role',
  'organisation',
  'operation',
  'what',
  'thing',
  'entity',
  'version',
  'fact',
  'details',
  'traceparent',
] as const;

const rowsOf = (entries: readonly object[], columns: readonly string[]): string[] =>
  entries.map((entry) => copyRow(columns.map((column) => (entry as Record<string, unknown>)[column])));

const actorOf = ({ kind }: Caller): string => (kind === 'anyone' ? 'system' : kind);

/** What one commit says beside its row changes. */
export class Entries {
  private readonly facts: object[] = [];
  private readonly audit: object[] = [];
  private readonly notes: object[] = [];

  constructor(
    private readonly call: Call,
    readonly now: Date,
  ) {}

  get hasNotes(): boolean {
    return this.notes.length > 0;
  }

  changed(row: Aggregate, version: number, happened: FactKind, data: unknown): void {
    if (Buffer.byteLength(JSON.stringify(data) ?? '') > factBytes) throw refuse(BodyTooLarge);
    const { caller, traceparent } = this.call;
    const id = newId();
    this.facts.push({
      id,
      type: happened.type,
      thing: happened.thing,
      entity: row.id,
      version,
      organisation: row.organisation ?? null,
      actor: actorOf(caller),
      time: this.now,
      traceparent,
      data,
    });
    this.audit.push(this.entry(happened.happened, row.id, { thing: happened.thing, version, fact: id }));
  }

  noted(what: string, entity: string, details: Record<string, unknown> | undefined): void {
    this.notes.push(this.entry(what, entity, { details }));
  }

  /**
   * Writes all of it, after the row changes. Many facts travel by COPY, in the same order: facts, then the audit entries.
   */
  async write(transaction: Transaction, record: IdempotencyRecord | undefined, sealedAnswer: string | undefined): Promise<void> {
    if (this.facts.length >= copiedFrom) {
      await transaction.copy(`outbox (${factColumns.join(', ')})`, rowsOf(this.facts.splice(0), factColumns));
      await transaction.copy(`audit (${auditColumns.join(', ')})`, rowsOf(this.audit.splice(0), auditColumns));
    }
    const closing = this.statement(record, sealedAnswer);
    if (closing) await transaction.run(closing);
  }

  /** The statement that writes what is left; none when there is nothing to write. */
  private statement(record: IdempotencyRecord | undefined, sealedAnswer: string | undefined): Named | undefined {
    const entries = [...this.audit, ...this.notes];
    if (entries.length === 0 && !record) return undefined;
    const records = record ? [{ ...record, answer: sealedAnswer, created_at: this.now }] : [];
    return named({ text, values: [JSON.stringify(this.facts), JSON.stringify(entries), JSON.stringify(records)] });
  }

  /** Only the notes: what stays when the rule refused. */
  notesOnly(refused: string): Named {
    return named({
      text,
      values: [
        '[]',
        JSON.stringify(this.notes.map((note) => ({ ...note, details: { ...(note as { details?: object }).details, refused } }))),
        '[]',
      ],
    });
  }

  private entry(what: string, entity: string, more: object): object {
    const { caller, operation, traceparent } = this.call;
    const who = {
      actor: actorOf(caller),
      subject: caller.subject,
      client: caller.client,
      role: caller.role,
      organisation: caller.organisation,
    };
    return { at: outsideSandbox(this.now), ...who, operation: operation.name, what, entity, traceparent, ...more };
  }
}
