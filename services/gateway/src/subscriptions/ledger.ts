import { newId } from '@lianxue/persistence';
import { Turnstile } from '../oidc/turnstile.js';
import type { Heard } from './hearing.js';
import type { Outcome } from './sending.js';

/** What runs statements; a pool of `pg` does. */
export interface Statements {
  query(statement: { name: string; text: string; values: readonly unknown[] }): Promise<{ rows: unknown[] }>;
}

/** Of the five connections of the pool, others keep three. */
const statementsAtOnce = 2;

/** Where a course of deliveries stands: the feed itself, or a part of it that is delivered once more. */
export interface Course {
  /** Undefined for the feed itself. */
  readonly redelivery: string | undefined;
  readonly after: number;
  readonly until: number | undefined;
  readonly deadOnly: boolean;
  readonly requestedAt: Date | undefined;
}

export interface Due {
  readonly subscription: string;
  readonly version: number;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly course: Course;
}

interface DueRow {
  subscription: string;
  version: number;
  failures: number;
  failing_since: Date | null;
  position: string;
  redelivery: string | null;
  after: string | null;
  until: string | null;
  dead_only: boolean | null;
  requested_at: Date | null;
}

/** How an attempt ended, and what follows from it. */
export interface Attempt {
  readonly subscription: string;
  readonly course: Course;
  readonly heard: Heard;
  readonly outcome: Outcome;
  readonly at: Date;
  /** The next attempt of this subscription, after a failure. */
  readonly dueAt: Date;
  readonly isDead: boolean;
}

/** Keeps what was delivered and how far each subscription has got: one statement for each attempt, so that a kill repeats one at most. */
export class Ledger {
  private readonly turnstile = new Turnstile(statementsAtOnce, Infinity);

  constructor(private readonly statements: Statements) {}

  /** Subscriptions with something to look at now, longest due first; none of a suspended app. */
  async due(now: Date, busy: readonly string[], limit: number): Promise<Due[]> {
    const rows = await this.run<DueRow>(
      'webhooks_due',
      `select s.id as subscription, s.version, p.failures, p.failing_since, p.position,
              r.id as redelivery, r.position as after, r.until, r.dead_only, r.requested_at
         from subscription s
         join subscription_progress p on p.subscription = s.id
        cross join feed_state f
         left join lateral (select * from redelivery where subscription = s.id order by id limit 1) r on true
        where s.state = 'active' and p.due_at <= $1 and (p.position < f.position or r.id is not null) and s.id <> all($2)
          and coalesce((select a.fact->'data'->>'state' from feed a where a.service = 'identity' and a.thing = 'app'
                           and a.fact->'data'->>'client' = s.client order by a.position desc limit 1), '') <> 'suspended'
        order by p.due_at
        limit $3`,
      [now, busy, limit],
    );
    return rows.map((row) => ({
      subscription: row.subscription,
      version: row.version,
      failures: row.failures,
      failingSince: row.failing_since,
      course: {
        redelivery: row.redelivery ?? undefined,
        after: Number(row.after ?? row.position),
        until: row.until === null ? undefined : Number(row.until),
        deadOnly: row.dead_only ?? false,
        requestedAt: row.requested_at ?? undefined,
      },
    }));
  }

  /** Logs an attempt and moves on from a delivered or dead event. Answers whether the subscription is still the one that was read. */
  async attempted({ subscription, course, heard, outcome, at, dueAt, isDead }: Attempt, version: number): Promise<boolean> {
    const state = outcome.delivered ? 'delivered' : isDead ? 'dead' : 'failing';
    const [still] = await this.run<{ same: boolean }>(
      'webhooks_attempted',
      `with logged as (
         insert into delivery as d (id, subscription, position, event, type, state, attempts, status, error, first_at, last_at)
         select $1, s.id, $3, $4, $5, $6, 1, $7, $8, $9, $9 from subscription s where s.id = $2
         on conflict (subscription, position) where position is not null do update
           set state = excluded.state, attempts = d.attempts + 1, status = excluded.status, error = excluded.error, last_at = excluded.last_at
       ), moved as (
         update subscription_progress set
                position = case when $10::uuid is null and $6 <> 'failing' then greatest(position, $3) else position end,
                due_at = $11,
                failures = case when $6 = 'delivered' then 0 else failures + 1 end,
                failing_since = case when $6 = 'delivered' then null else coalesce(failing_since, $9) end
          where subscription = $2
       ), redelivered as (
         update redelivery set position = greatest(position, $3) where id = $10 and $6 <> 'failing'
       )
       select version = $12 and state = 'active' as same from subscription where id = $2`,
      [
        newId(),
        subscription,
        heard.position,
        heard.fact.id,
        heard.fact.type,
        state,
        outcome.status,
        outcome.error,
        at,
        course.redelivery ?? null,
        dueAt,
        version,
      ],
    );
    return still?.same ?? false;
  }

  /** Nothing of interest up to here. A redelivery that has come to its end goes. */
  async passed(subscription: string, { redelivery, until }: Course, end: number): Promise<void> {
    if (redelivery === undefined)
      await this.run('webhooks_passed', 'update subscription_progress set position = greatest(position, $2) where subscription = $1', [
        subscription,
        end,
      ]);
    else if (until !== undefined && end >= until)
      await this.run('webhooks_redelivered', 'delete from redelivery where id = $1', [redelivery]);
    else
      await this.run('webhooks_redelivering', 'update redelivery set position = greatest(position, $2) where id = $1', [redelivery, end]);
  }

  /** A ping, which has no place in the feed; when it arrived, what waits is tried at once. */
  async pinged(subscription: string, event: { id: string; type: string }, { delivered, status, error }: Outcome, at: Date): Promise<void> {
    await this.run(
      'webhooks_pinged',
      `with logged as (
         insert into delivery (id, subscription, position, event, type, state, attempts, status, error, first_at, last_at)
         select $1, s.id, null, $3, $4, $5, 1, $6, $7, $8, $8 from subscription s where s.id = $2
       )
       update subscription_progress set due_at = $8 where subscription = $2 and $5 = 'delivered'`,
      [newId(), subscription, event.id, event.type, delivered ? 'delivered' : 'failed', status, error, at],
    );
  }

  /** Removes log entries kept long enough, up to `limit` of them, and says how many. */
  async sweep(deliveredBefore: Date, deadBefore: Date, limit: number): Promise<number> {
    const rows = await this.run(
      'webhooks_sweep',
      `delete from delivery where id = any(array(
         select id from delivery where last_at < $1 and (state in ('delivered', 'failed') or last_at < $2) limit $3))
       returning 1`,
      [deliveredBefore, deadBefore, limit],
    );
    return rows.length;
  }

  private async run<R>(name: string, text: string, values: readonly unknown[]): Promise<R[]> {
    await this.turnstile.enter();
    try {
      return (await this.statements.query({ name, text, values })).rows as R[];
    } finally {
      this.turnstile.leave();
    }
  }
}
