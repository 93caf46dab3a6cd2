import { CLOCK, outsideSandbox, type Call, type Clock, type Revocation } from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';

type Entry = z.output<typeof Revocation>;

/** Tells every process of a revocation at once; whoever misses it learns by asking. */
export type Announce = (revocation: Entry) => void;
export const ANNOUNCE = Symbol('lianxue.identity.announce');

/** What is to stop. */
export interface Revoked {
  readonly kind: Entry['kind'];
  readonly value: string;
  /** No new token may follow either: those of the next seconds are refused too. Without it the holder may sign in again at once. */
  readonly forGood?: boolean;
  /** Tokens already given go on; only what is remembered of it is to be forgotten. */
  readonly keepsTokens?: boolean;
}

/** Says within a commit what is to stop with it. */
export type Revoke = (revoked: Revoked) => void;

/** Longer than any access token lives (10 minutes), so that none outlives its revocation. */
const keptMs = 15 * 60_000;

/** Until the gateway hears of it, it may still issue a token from what it remembers; it hears within this time or not at all. */
const marginMs = 3_000;

/** The table of revoked tokens: written in the commit that revokes, told to everybody right after. */
@Injectable()
export class Revocations {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ANNOUNCE) private readonly announce: Announce,
  ) {}

  /** Commits a rule that takes rights away; what it revoked is told to everybody once that is true. */
  async commit<T>(call: Call, rule: (work: Work, revoke: Revoke) => Promise<T>): Promise<T> {
    let written: Entry[] = [];
    const result = await this.store.commit(call, async (work) => {
      const revoked: Revoked[] = [];
      const outcome = await rule(work, (one) => revoked.push(one));
      written = await this.write(revoked, work);
      return outcome;
    });
    for (const revoked of written) this.announce(revoked);
    return result;
  }

  /** All that still matter. */
  async recent(): Promise<Entry[]> {
    const since = new Date(this.clock.now().getTime() - keptMs);
    const rows = await this.store.read<Omit<Entry, 'notBefore'> & { notBefore: string }>(
      sql`select kind, value, not_before as "notBefore" from revocation where written_at > ${since}`,
    );
    return rows.map(({ kind, value, notBefore }) => ({ kind, value, notBefore: Number(notBefore) }));
  }

  /** Forgets what no token can meet any more. */
  async forget(call: Call): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptMs);
    await this.store.commit(call, (work) => work.query(`delete from revocation where written_at < $1`, [before]));
  }

  private async write(revoked: readonly Revoked[], work: Work): Promise<Entry[]> {
    if (revoked.length === 0) return [];
    const now = outsideSandbox(this.clock.now());
    const entries = revoked.map(({ kind, value, forGood, keepsTokens }) => ({
      kind,
      value,
      // Long before any token.
      notBefore: keepsTokens ? 1 : now.getTime() + (forGood ? marginMs : 0),
    }));
    await work.query(
      `insert into revocation (kind, value, not_before, written_at)
       select kind, value, max(not_before), $4 from unnest($1::text[], $2::text[], $3::bigint[]) as r (kind, value, not_before) group by kind, value
       on conflict (kind, value) do update
         set not_before = greatest(revocation.not_before, excluded.not_before), written_at = excluded.written_at`,
      [entries.map(({ kind }) => kind), entries.map(({ value }) => value), entries.map(({ notBefore }) => notBefore), now],
    );
    return entries;
  }
}
