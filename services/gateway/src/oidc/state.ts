import { createHash } from 'node:crypto';
import type { Authorizations } from './sign-in-sessions.js';
import { Turnstile } from './turnstile.js';
import { unavailable } from './unavailable.js';

/** A statement that PostgreSQL plans once per connection. */
interface Named {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What runs statements; a pool of `pg` does. */
export interface Statements {
  query(statement: Named): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/** One remembered thing as the provider wrote it. */
export type Remembered = Record<string, unknown>;

/** What is indexed beside the payload. */
export interface Keys {
  readonly account: string | undefined;
  readonly grant: string | undefined;
  readonly uid: string | undefined;
  readonly userCode: string | undefined;
}

/** Of the five connections of the pool, one stays free for others. Waiting here has no end; in the pool it fails after a second. */
const statementsAtOnce = 4;

/** `oidc_state`: every statement is one round trip, and what must happen once is decided by the row, never by a read before. */
export class OidcState {
  private readonly turnstile = new Turnstile(statementsAtOnce, Infinity);

  constructor(private readonly statements: Statements) {}

  async keep(model: string, id: string, payload: Remembered, keys: Keys, expires: Date): Promise<void> {
    await this.run(
      'oidc_keep',
      `insert into oidc_state (model, id, payload, account, grant_id, uid, user_code, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (model, id) do update set payload = excluded.payload, account = excluded.account, grant_id = excluded.grant_id,
         uid = excluded.uid, user_code = excluded.user_code, expires_at = excluded.expires_at`,
      [model, digest(id), payload, keys.account, keys.grant, keys.uid, keys.userCode, expires],
    );
  }

  /** Keeps only what is not there yet; false when another was first. What has expired counts as gone. */
  async keepOnce(model: string, id: string, payload: Remembered, expires: Date): Promise<boolean> {
    const { rowCount } = await this.run(
      'oidc_keep_once',
      `insert into oidc_state as kept (model, id, payload, expires_at) values ($1, $2, $3, $4)
       on conflict (model, id) do update set payload = excluded.payload, expires_at = excluded.expires_at where kept.expires_at < now()
       returning 1`,
      [model, digest(id), payload, expires],
    );
    return rowCount === 1;
  }

  async find(model: string, id: string): Promise<Remembered | undefined> {
    const found = await this.one('oidc_find', `${selected} where model = $1 and id = $2`, [model, digest(id)]);
    return found && { ...found, jti: id };
  }

  /** Two tabs at once give a session two ids; the later one speaks for it. */
  async findByUid(model: string, uid: string): Promise<Remembered | undefined> {
    return this.one('oidc_find_by_uid', `${selected} where model = $1 and uid = $2 order by expires_at desc limit 1`, [model, uid]);
  }

  async findByUserCode(userCode: string): Promise<Remembered | undefined> {
    return this.one('oidc_find_by_user_code', `${selected} where user_code = $1`, [userCode]);
  }

  /** Marks as used; of any number that try at once, one is told true. */
  async consume(model: string, id: string): Promise<boolean> {
    const { rowCount } = await this.run(
      'oidc_consume',
      'update oidc_state set consumed_at = now() where model = $1 and id = $2 and consumed_at is null and expires_at > now() returning 1',
      [model, digest(id)],
    );
    return rowCount === 1;
  }

  async forget(model: string, id: string): Promise<void> {
    await this.run('oidc_forget', 'delete from oidc_state where model = $1 and id = $2', [model, digest(id)]);
  }

  async forgetUid(model: string, uid: string): Promise<void> {
    await this.run('oidc_forget_uid', 'delete from oidc_state where model = $1 and uid = $2', [model, uid]);
  }

  async forgetGrant(model: string, grant: string): Promise<void> {
    await this.run('oidc_forget_grant', 'delete from oidc_state where model = $1 and grant_id = $2', [model, grant]);
  }

  /**
   * Ends what a person was given by signing in before this second: sessions and grants, and with a grant its codes and refresh
   * tokens; answers what apps had in the sessions that ended by this call. Whole seconds, since that is how the provider counts; a sign-in of the same second is the one that follows a new password.
   */
  async forgetAccount(account: string, before: Date): Promise<Authorizations[]> {
    const { rows } = await this.run(
      'oidc_forget_account',
      `delete from oidc_state where account = $1 and model in ('Session', 'Grant')
         and coalesce(payload->>'loginTs', payload->>'iat')::bigint < floor(extract(epoch from $2::timestamptz))
       returning payload->'authorizations' as apps`,
      [account, before],
    );
    return (rows as { apps: Authorizations | null }[]).map(({ apps }) => apps ?? {});
  }

  /** Deletes up to `limit` expired rows and says how many; replicas that sweep at once take different rows. */
  async sweep(limit: number): Promise<number> {
    const { rowCount } = await this.run(
      'oidc_sweep',
      `delete from oidc_state where (model, id) in
         (select model, id from oidc_state where expires_at < now() order by expires_at limit $1 for update skip locked)`,
      [limit],
    );
    return rowCount ?? 0;
  }

  private async one(name: string, text: string, values: readonly unknown[]): Promise<Remembered | undefined> {
    const { rows } = await this.run(name, text, values);
    const [row] = rows as { payload: Remembered; consumed: number | null }[];
    if (!row) return undefined;
    return row.consumed === null ? row.payload : { ...row.payload, consumed: row.consumed };
  }

  private async run(name: string, text: string, values: readonly unknown[]) {
    await this.turnstile.enter();
    try {
      return await this.statements.query({ name, text, values });
    } catch (error) {
      throw isOurs(error) ? error : unavailable(error);
    } finally {
      this.turnstile.leave();
    }
  }
}

const selected = 'select payload, floor(extract(epoch from consumed_at))::float8 as consumed from oidc_state';

/** A mistake in a statement; everything else (no connection, a timeout, a server shutting down) passes. */
const isOurs = (error: unknown) => /^(2[0-9A-F]|42|XX)/.test(String((error as { code?: string }).code));

const digest = (id: string) => createHash('sha256').update(id).digest('base64url');
