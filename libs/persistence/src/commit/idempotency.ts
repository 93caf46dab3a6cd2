import { createHash } from 'node:crypto';
import type pg from 'pg';
import { IdempotencyInProgress, IdempotencyMismatch, refuse, type Call } from '@lianxue/contracts';
import { advisoryKey } from '../database/advisory.js';
import { canonical } from '../reading/canonical.js';

/** What a commit keeps for the repetition of its call. */
export interface IdempotencyRecord {
  readonly digest: string;
  readonly client: string;
  readonly subject: string;
  readonly organisation: string | null;
  readonly operation: string;
  readonly key: string;
  readonly input_hash: string;
}

/**
 * One Idempotency-Key in use: unique on client, subject, acting organisation, operation and key. `nth` tells apart
 * several commits of one call.
 */
export class Repetition {
  readonly record: IdempotencyRecord;

  private constructor(call: Call, key: string, nth: number) {
    const { caller, operation, input } = call;
    const organisation = caller.organisation ?? null;
    const identity = [caller.client, caller.subject, organisation, operation.name, key, nth];
    this.record = {
      digest: digestOf(JSON.stringify(identity)),
      client: caller.client,
      subject: caller.subject,
      organisation,
      operation: operation.name,
      key,
      input_hash: digestOf(canonical(input)),
    };
  }

  /** None without a key, and none for Anyone, whose key nobody could tell from another's. */
  static of(call: Call, nth: number): Repetition | undefined {
    if (call.idempotencyKey === undefined || call.caller.kind === 'anyone') return undefined;
    return new Repetition(call, call.idempotencyKey, nth);
  }

  /**
   * Travels with the begin: takes the lock as a statement of its own, so that the look-up after it sees what the
   * holder before us committed. Both texts hold only digits and hexadecimal of our own making.
   */
  opening(service: string): string {
    const lock = advisoryKey('idempotency', service, this.record.digest);
    return `select pg_try_advisory_xact_lock('${lock}'::bigint) as got; select encode(input_hash, 'hex') as input_hash, answer from idempotency where digest = '\\x${this.record.digest}'`;
  }

  /** The sealed answer of the first time, if there was one. */
  earlierAnswer([lock, found]: readonly pg.QueryResult[]): string | undefined {
    if (!(lock!.rows[0] as { got: boolean }).got) throw refuse(IdempotencyInProgress);
    const earlier = found!.rows[0] as { input_hash: string; answer: string } | undefined;
    if (earlier && earlier.input_hash !== this.record.input_hash) throw refuse(IdempotencyMismatch);
    return earlier?.answer;
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
