import pg from 'pg';
import { Logger } from '@nestjs/common';
import type { ChangeSource, Fact, Publish } from '@lianxue/contracts';
import { advisoryKey } from '../database/advisory.js';
import type { Database } from '../database/database.js';
import { connectTimeoutMs } from '../database/data-source.js';
import { statement } from '../database/statement.js';
import { named } from '../database/statement.js';
import { sql } from '../sql.js';
import { chainAudit, chainEnd, verifyAudit, type AuditVerdict } from './audit-chain.js';
import { factsAfter, numberFacts } from './feed.js';

/** The longest a fact waits for its number when nobody pokes: another replica may have committed it. */
const pollMs = 100;

/** After a poke the relay waits this long for more, so that a busy service numbers by the dozen and not one by one. */
const gatherMs = 5;

/** How long another replica waits before it asks again whether the relay's place is free, and the relay after trouble. */
const restMs = 1000;

/** Facts handed to JetStream at once. */
const publishedAtOnce = 256;

/**
 * The relay takes few rows from the ends of indexes. A plan the server made while the tables were empty, and keeps, would read them
 * whole each time: 70 ms instead of one, in the first minute of a large import.
 */
const byIndex = 'set enable_seqscan = off; set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off';

/** How often the relay makes sure that JetStream still holds what it was given; a stream may be emptied at any time. */
const checkMs = 1000;

/** Waits that end early when poked. */
class Bell {
  private rung = false;
  private wake: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  async wait(ms: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => (clearTimeout(timer), resolve());
      });
    }
    this.wake = undefined;
    this.rung = false;
  }
}

/**
 * Numbers a service's facts densely and in order, hands them to JetStream, and chains the audit trail. One per service at
 * a time: whoever holds the advisory lock, on the very connection that writes the numbers. Heals by itself.
 */
export class Relay implements ChangeSource {
  private readonly logger = new Logger('Relay');
  private readonly committed = new Bell();
  private readonly numbered = new Bell();
  private running: Promise<void> | undefined;
  private stopping = new AbortController();
  private troubled = '';
  private reaching = false;

  constructor(
    private readonly database: Database,
    private readonly publisher: () => Publish | undefined,
  ) {}

  /** Whether the database answered when the relay last tried; it tries all the time. */
  get seesDatabase(): boolean {
    return this.reaching;
  }

  /** Says that there may be facts to relay. */
  poke(): void {
    this.committed.ring();
  }

  /** Facts behind `feedSeq`, in order: for whoever met a gap. */
  changesAfter(feedSeq: number, limit: number): Promise<Fact[]> {
    return factsAfter(this.database, feedSeq, limit);
  }

  /** Holds the whole audit trail to its hashes. */
  verifyAudit(): Promise<AuditVerdict> {
    return verifyAudit((text, values) => this.database.list(named({ text, values })));
  }

  start(): void {
    this.stopping = new AbortController();
    this.running ??= this.serve(this.stopping.signal);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.committed.ring();
    this.numbered.ring();
    await this.running;
    this.running = undefined;
  }

  private async serve(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      try {
        await this.lead(stopping);
      } catch (error) {
        this.reaching = false;
        this.complain('The relay lost the database', error);
      }
      if (!stopping.aborted) await this.committed.wait(restMs);
    }
  }

  /** Takes the relay's place if it is free, and keeps it until the connection is lost or the service stops. */
  private async lead(stopping: AbortSignal): Promise<void> {
    const { url, service } = this.database;
    const client = new pg.Client({
      connectionString: url,
      application_name: `lianxue-${service}-relay`,
      connectionTimeoutMillis: connectTimeoutMs,
      keepAlive: true,
    });
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    const over = AbortSignal.any([stopping, lost.signal]);
    await client.connect();
    try {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [advisoryKey('relay', service)]);
      this.reaching = true;
      if (!rows[0]!.got) return;
      await client.query(byIndex);
      const numbering = this.number(client, over).finally(() => (lost.abort(), this.numbered.ring()));
      // Both have ended before another attempt begins: two must never publish at once.
      await Promise.allSettled([numbering, this.publish(over)]);
      await numbering;
    } finally {
      await client.end();
    }
  }

  private async number(client: pg.Client, over: AbortSignal): Promise<void> {
    let end = await chainEnd(client);
    while (!over.aborted) {
      const facts = await numberFacts(client);
      if (facts > 0) this.numbered.ring();
      const before = end.link;
      end = await chainAudit(client, end);
      if (facts > 0 || end.link > before) await pause(gatherMs);
      else await this.committed.wait(pollMs);
    }
  }

  /** Hands numbered facts on from where JetStream says it stands; an emptied one is filled again from the beginning. */
  private async publish(over: AbortSignal): Promise<void> {
    let at: number | undefined;
    let checked = 0;
    while (!over.aborted) {
      const publisher = this.publisher();
      if (!publisher) return;
      try {
        if (at === undefined || Date.now() - checked > checkMs) {
          at = await this.whereJetStreamStands(publisher);
          checked = Date.now();
        }
        const facts = await this.changesAfter(at, publishedAtOnce);
        if (facts.length > 0) await publisher.publish(facts);
        at = facts.at(-1)?.feedSeq ?? at;
        this.troubled = '';
        if (facts.length === 0) await this.numbered.wait(checkMs);
      } catch (error) {
        at = undefined;
        this.complain('Facts wait in the outbox: they cannot be published', error);
        await pause(restMs / 4);
      }
    }
  }

  private async whereJetStreamStands(publisher: Publish): Promise<number> {
    const published = await publisher.lastPublished();
    const [row] = await this.database.list<{ last: string }>(statement(sql`select coalesce(max(feed_seq), 0) as last from outbox`));
    const last = Number(row!.last);
    if (published > last)
      throw new Error(`JetStream holds fact ${published}, the outbox ends at ${last}: empty the stream after restoring the database`);
    return published;
  }

  /** Says a trouble once, not at every attempt. */
  private complain(what: string, error: unknown): void {
    if (this.troubled === what) return;
    this.troubled = what;
    this.logger.warn(`${what}: ${(error as Error).message}`);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
