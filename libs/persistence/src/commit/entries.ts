import { copiedFrom, copyValue } from '../database/copying.js';
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

const factColumns = 'outbox (id, entity, version, organisation, data, type, thing, actor, time, traceparent)';
const auditColumns = 'audit (entity, version, fact, what, thing, at, actor, subject, client, role, organisation, operation, traceparent)';

/** A change as it is told and noted. */
interface Change {
  readonly id: string;
  readonly happened: FactKind;
  readonly entity: string;
  readonly version: number;
  readonly organisation: string | null;
  /** JSON. */
  readonly data: string;
}

const columns = (values: readonly unknown[]): string => values.map(copyValue).join('\t');

const actorOf = ({ kind }: Caller): string => (kind === 'anyone' ? 'system' : kind);

/** What one commit says beside its row changes. */
export class Entries {
  private readonly changes: Change[] = [];
  private readonly notes: object[] = [];

  constructor(
    private readonly call: Call,
    readonly now: Date,
  ) {}

  get hasNotes(): boolean {
    return this.notes.length > 0;
  }

  changed({ id: entity, organisation }: Aggregate, version: number, happened: FactKind, told: unknown): void {
    const data = JSON.stringify(told ?? null);
    // A sign takes three bytes at most.
    if (data.length * 3 > factBytes && Buffer.byteLength(data) > factBytes) throw refuse(BodyTooLarge);
    this.changes.push({ id: newId(), happened, entity, version, organisation: organisation ?? null, data });
  }

  noted(what: string, entity: string, details: Record<string, unknown> | undefined): void {
    this.notes.push(this.entry(what, entity, { details }));
  }

  /**
   * Writes all of it, after the row changes. Many facts travel by COPY, in the same order: facts, then the audit entries.
   */
  async write(transaction: Transaction, record: IdempotencyRecord | undefined, sealedAnswer: string | undefined): Promise<void> {
    const many = this.changes.length >= copiedFrom;
    if (many) {
      await transaction.copy(factColumns, this.copiedFacts());
      await transaction.copy(auditColumns, this.copiedEntries());
    }
    const closing = this.statement(many ? [] : this.changes, record, sealedAnswer);
    if (closing) await transaction.run(closing);
  }

  private *copiedFacts(): Generator<string> {
    const { caller, traceparent } = this.call;
    const kinds = new Map<FactKind, string>();
    const kindOf = (happened: FactKind) => {
      const known = columns([happened.type, happened.thing, actorOf(caller), this.now, traceparent]);
      kinds.set(happened, known);
      return known;
    };
    for (const { id, entity, version, organisation, data, happened } of this.changes) {
      const told = data === 'null' ? null : data;
      yield `${id}\t${entity}\t${version}\t${copyValue(organisation)}\t${copyValue(told)}\t${kinds.get(happened) ?? kindOf(happened)}\n`;
    }
  }

  private *copiedEntries(): Generator<string> {
    const { at, actor, subject, client, role, organisation, operation, traceparent } = this.who();
    const who = columns([at, actor, subject, client, role, organisation, operation, traceparent]);
    for (const { id, entity, version, happened } of this.changes)
      yield `${entity}\t${version}\t${id}\t${happened.happened}\t${happened.thing}\t${who}\n`;
  }

  /** The statement that writes what is left; none when there is nothing to write. */
  private statement(
    changes: readonly Change[],
    record: IdempotencyRecord | undefined,
    sealedAnswer: string | undefined,
  ): Named | undefined {
    const audit = changes.map(({ id, happened, entity, version }) =>
      this.entry(happened.happened, entity, { thing: happened.thing, version, fact: id }),
    );
    const entries = [...audit, ...this.notes];
    if (entries.length === 0 && !record) return undefined;
    const records = record ? [{ ...record, answer: sealedAnswer, created_at: this.now }] : [];
    const facts = changes.map((change) => this.factOf(change));
    return named({ text, values: [`[${facts.join(',')}]`, JSON.stringify(entries), JSON.stringify(records)] });
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

  /** A fact as JSON; its data is JSON already. */
  private factOf({ id, happened, entity, version, organisation, data }: Change): string {
    const { caller, traceparent } = this.call;
    const { type, thing } = happened;
    const fact = { id, type, thing, entity, version, organisation, actor: actorOf(caller), time: this.now, traceparent };
    return `${JSON.stringify(fact).slice(0, -1)},"data":${data}}`;
  }

  private entry(what: string, entity: string, more: object): object {
    return { ...this.who(), what, entity, ...more };
  }

  private who() {
    const { caller, operation, traceparent } = this.call;
    return {
      at: outsideSandbox(this.now),
      actor: actorOf(caller),
      subject: caller.subject,
      client: caller.client,
      role: caller.role,
      organisation: caller.organisation,
      operation: operation.name,
      traceparent,
    };
  }
}
