import { CLOCK, refuse, SignInLocked, type Call, type Clock } from '@lianxue/contracts';
import { Sealer, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';

/** Mistakes that anybody makes before the first wait. */
const free = 5;
/** The longest wait: enough against guessing (1,440 tries a day), too short to shut a pupil out of a lesson. */
const longestWaitSeconds = 60;
/** Failures of one username from everywhere, within a day, after which addresses it never signed in from wait the longest. */
const guessedFromEverywhere = 100;
/** Failures are forgotten after a day without another, familiar addresses after a term. */
const forgottenHours = 24;
const familiarDays = 120;

/** One username at one address, as keyed hashes: what was typed may be anybody's name, or a password in the wrong field. */
interface Attempt {
  readonly username: string;
  readonly address: string;
}

/** What failed of somebody's ways of signing in within a day. */
export interface Failures {
  readonly failures: number;
  readonly addresses: number;
  readonly lastAt: Date | null;
  /** Until when some address has to wait. */
  readonly until: Date | null;
  readonly everywhere: boolean;
}

/**
 * Slows guessing down without a lock that others could turn: what counts is one username at one address, waiting grows from
 * 1 s to 60 s, an attempt made while waiting neither counts nor is looked at, and an address from which the account has
 * signed in before is never made to wait for failures elsewhere.
 */
@Injectable()
export class Throttle {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  attempt(usernameKey: string, address: string | undefined): Attempt {
    return { username: this.keyed([usernameKey])[0]!, address: this.sealer.lookup('address', address ?? '') };
  }

  /** Refuses with {@link SignInLocked} while the attempt has to wait. */
  async refuseEarly({ username, address }: Attempt): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - forgottenHours * 3600_000);
    const [past] = await this.store.read<{
      here: number | null;
      hereAt: Date | null;
      everywhere: number;
      everywhereAt: Date | null;
      familiar: boolean;
    }>(
      sql`select max(failures) filter (where address = ${address})::int as here, max(last_at) filter (where address = ${address}) as "hereAt",
                 coalesce(sum(failures), 0)::int as everywhere, max(last_at) as "everywhereAt",
                 exists (select 1 from sign_in_success s where s.username = ${username} and s.address = ${address}) as familiar
          from sign_in_failure where username = ${username} and last_at > ${since}`,
    );
    const { here, hereAt, everywhere, everywhereAt, familiar } = past!;
    const until = Math.max(
      hereAt ? waitsUntil(hereAt, waitAfter(here!)) : 0,
      !familiar && everywhere > guessedFromEverywhere ? waitsUntil(everywhereAt!, longestWaitSeconds) : 0,
    );
    if (until > now.getTime()) throw refuse(SignInLocked, { retryAfter: Math.ceil((until - now.getTime()) / 1000) });
  }

  async failed({ username, address }: Attempt, call: Call): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - forgottenHours * 3600_000);
    await this.store.commit(call, (work) =>
      work.query(
        `insert into sign_in_failure (username, address, failures, last_at) values ($1, $2, 1, $3)
         on conflict (username, address) do update
           set failures = case when sign_in_failure.last_at > $4 then sign_in_failure.failures + 1 else 1 end, last_at = excluded.last_at`,
        [username, address, now, since],
      ),
    );
  }

  /** The address is familiar from now on, and what failed there is forgotten; nothing is written when that is known already. */
  async succeeded({ username, address }: Attempt, call: Call): Promise<void> {
    const now = this.clock.now();
    const [known] = await this.store.read(
      sql`select 1 from sign_in_success s where username = ${username} and address = ${address} and last_at > ${new Date(now.getTime() - 24 * 3600_000)}
            and not exists (select 1 from sign_in_failure f where f.username = s.username and f.address = s.address)`,
    );
    if (known) return;
    await this.store.commit(call, async (work) => {
      await work.query(`delete from sign_in_failure where username = $1 and address = $2`, [username, address]);
      await work.query(
        `insert into sign_in_success (username, address, last_at) values ($1, $2, $3) on conflict (username, address) do update set last_at = excluded.last_at`,
        [username, address, now],
      );
    });
  }

  /** How these usernames of one person stand, account and picture: counted over all addresses, each of which waits for itself. */
  async standing(usernameKeys: readonly string[]): Promise<Failures> {
    const now = this.clock.now().getTime();
    const keys = this.keyed(usernameKeys);
    const [failed, waiting] = await Promise.all([
      this.store.read<{ failures: number; addresses: number; lastAt: Date }>(
        sql`select sum(failures)::int as failures, count(*)::int as addresses, max(last_at) as "lastAt"
            from sign_in_failure where username = any(${keys}::text[]) and last_at > ${new Date(now - forgottenHours * 3600_000)} group by username`,
      ),
      this.store.read<{ failures: number; lastAt: Date }>(
        sql`select failures, last_at as "lastAt" from sign_in_failure
            where username = any(${keys}::text[]) and failures >= ${free} and last_at > ${new Date(now - longestWaitSeconds * 1000)} limit 1000`,
      ),
    ]);
    const guessed = failed.filter(
      ({ failures, lastAt }) => failures > guessedFromEverywhere && waitsUntil(lastAt, longestWaitSeconds) > now,
    );
    const until = Math.max(
      0,
      ...waiting.map(({ failures, lastAt }) => waitsUntil(lastAt, waitAfter(failures))),
      ...guessed.map(({ lastAt }) => waitsUntil(lastAt, longestWaitSeconds)),
    );
    return {
      failures: failed.reduce((sum, { failures }) => sum + failures, 0),
      addresses: failed.reduce((sum, { addresses }) => sum + addresses, 0),
      lastAt: failed.length > 0 ? new Date(Math.max(...failed.map(({ lastAt }) => lastAt.getTime()))) : null,
      until: until > now ? new Date(until) : null,
      everywhere: guessed.length > 0,
    };
  }

  /** Forgets what was mistyped under these usernames: everywhere the next try is looked at. */
  async lift(usernameKeys: readonly string[], work: Work): Promise<void> {
    await work.query('delete from sign_in_failure where username = any($1::text[])', [this.keyed(usernameKeys)]);
  }

  /** Forgets what no longer counts. */
  async forget(call: Call): Promise<void> {
    const now = this.clock.now().getTime();
    await this.store.commit(call, async (work) => {
      await work.query(`delete from sign_in_failure where last_at < $1`, [new Date(now - forgottenHours * 3600_000)]);
      await work.query(`delete from sign_in_success where last_at < $1`, [new Date(now - familiarDays * 24 * 3600_000)]);
    });
  }

  private keyed(usernameKeys: readonly string[]): string[] {
    return usernameKeys.map((key) => this.sealer.lookup('username', key));
  }
}

/** Until when it waits. */
export const waitsUntil = (failedAt: Date, seconds: number): number => failedAt.getTime() + 1000 * seconds;

/** Seconds to wait after so many failures: none, then 1, 2, 4 … */
export const waitAfter = (failures: number): number =>
  failures < free ? 0 : Math.min(longestWaitSeconds, 2 ** Math.min(failures - free, 10));
