import { newId } from '@lianxue/persistence';
import type { Statements } from './state.js';

/** What oidc-provider keeps of the apps in a session: which grant each got, and by which `sid` it knows the session. */
export type Authorizations = Readonly<Record<string, { readonly grantId?: string; readonly sid?: string }>>;

/** A browser session as its owner sees it. */
export interface SessionSeen {
  readonly uid: string;
  readonly id: string;
  readonly device: string;
  readonly methods: readonly string[];
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
  readonly authorizations: Authorizations;
}

/** Uses closer together than this are one: signing in to five apps at eight o'clock writes once. */
const sameUseSeconds = 30;
/** No list is longer: a person with more browsers has another trouble. */
const mostShown = 200;

/** Where people are signed in, beside what oidc-provider remembers of it: in which browser, since when, and when it was last used. */
export class SignInSessions {
  constructor(private readonly statements: Statements) {}

  /** A sign-in, or a use of one. */
  async seen(uid: string, account: string, device: string, methods: readonly string[], anew: boolean): Promise<void> {
    await this.run(
      'session_seen',
      `insert into sign_in_session as s (uid, id, account, device, methods, signed_in_at, last_used_at) values ($1, $2, $3, $4, $5, now(), now())
       on conflict (uid) do update set last_used_at = now(), account = excluded.account,
         device = case when $6::boolean then excluded.device else s.device end,
         methods = case when $6::boolean then excluded.methods else s.methods end,
         signed_in_at = case when $6::boolean then now() else s.signed_in_at end
       where $6::boolean or s.last_used_at < now() - interval '${sameUseSeconds} seconds'`,
      [uid, newId(), account, device, methods, anew],
    );
  }

  /** An app renewed its tokens. */
  async used(uid: string): Promise<void> {
    await this.run(
      'session_used',
      `update sign_in_session set last_used_at = now() where uid = $1 and last_used_at < now() - interval '${sameUseSeconds} seconds'`,
      [uid],
    );
  }

  /** Whether nobody has used it for so long; one that was never noted is not idle. */
  async isIdle(uid: string, minutes: number): Promise<boolean> {
    const rows = await this.run(
      'session_idle',
      `select 1 from sign_in_session where uid = $1 and last_used_at < now() - $2 * interval '1 minute'`,
      [uid, minutes],
    );
    return rows.length > 0;
  }

  /** Those that still hold; what ended or expired in oidc-provider's own table is gone here too. */
  async of(account: string): Promise<SessionSeen[]> {
    return this.run<SessionSeen>(
      'sessions_of',
      `select s.uid, s.id, s.device, s.methods, s.signed_in_at as "signedInAt", s.last_used_at as "lastUsedAt",
              coalesce(o.payload->'authorizations', '{}'::jsonb) as authorizations
       from sign_in_session s join lateral (
         select payload from oidc_state o where o.model = 'Session' and o.uid = s.uid and o.account = s.account and o.expires_at > now()
         order by o.expires_at desc limit 1) o on true
       where s.account = $1 order by s.last_used_at desc limit ${mostShown}`,
      [account],
    );
  }

  async forget(uid: string): Promise<void> {
    await this.run('session_forget', 'delete from sign_in_session where uid = $1', [uid]);
  }

  /** No session lives longer than a working day. */
  async sweep(): Promise<void> {
    await this.run('session_sweep', `delete from sign_in_session where signed_in_at < now() - interval '2 days'`, []);
  }

  private async run<R>(name: string, text: string, values: readonly unknown[]): Promise<R[]> {
    return (await this.statements.query({ name, text, values })).rows as R[];
  }
}
