import type { Statements } from './state.js';

/** What a person allowed an app in one post. */
export interface AppPermission {
  readonly client: string;
  readonly post: string;
  readonly scopes: readonly string[];
  readonly since: Date;
}

/** Asked for at each sign-in, since it outlives it. */
const neverRemembered = 'offline_access';

/** What people allowed apps of third parties, so that they are asked once and not each morning. */
export class AppPermissions {
  constructor(private readonly statements: Statements) {}

  async allowed(account: string, client: string, post: string): Promise<readonly string[]> {
    const [row] = await this.run<{ scopes: string[] }>(
      'permission_of',
      'select scopes from app_permission where account = $1 and client = $2 and post = $3',
      [account, client, post],
    );
    return row?.scopes ?? [];
  }

  /** Adds to what was allowed before. */
  async allow(account: string, client: string, post: string, scopes: readonly string[]): Promise<void> {
    await this.run(
      'permission_allow',
      `insert into app_permission as p (account, client, post, scopes, since) values ($1, $2, $3, $4, now())
       on conflict (account, client, post) do update
         set scopes = array(select distinct unnest(p.scopes || excluded.scopes) order by 1), since = now()`,
      [account, client, post, scopes.filter((scope) => scope !== neverRemembered)],
    );
  }

  async of(account: string): Promise<AppPermission[]> {
    return this.run<AppPermission>(
      'permissions_of',
      'select client, post, scopes, since from app_permission where account = $1 order by client, post limit 500',
      [account],
    );
  }

  /** Takes back what was allowed in all posts, with every grant that came of it; answers those whose tokens may still live. */
  async withdraw(account: string, client: string): Promise<{ found: boolean; grants: string[] }> {
    const rows = await this.run('permission_withdraw', 'delete from app_permission where account = $1 and client = $2 returning 1', [
      account,
      client,
    ]);
    const grants = await this.run<{ grant: string }>(
      'grants_of_app',
      `select distinct grant_id as "grant" from oidc_state
        where account = $1 and grant_id is not null and payload->>'clientId' = $2
       union select payload->'authorizations'->$2->>'grantId' from oidc_state
        where account = $1 and model = 'Session' and payload->'authorizations'->$2->>'grantId' is not null`,
      [account, client],
    );
    await this.run('forget_grants', `delete from oidc_state where account = $1 and model = 'Grant' and payload->>'clientId' = $2`, [
      account,
      client,
    ]);
    await this.run(
      'forget_in_sessions',
      `update oidc_state set payload = payload #- array['authorizations', $2::text] where account = $1 and model = 'Session'`,
      [account, client],
    );
    return { found: rows.length > 0, grants: grants.map(({ grant }) => grant) };
  }

  private async run<R>(name: string, text: string, values: readonly unknown[]): Promise<R[]> {
    return (await this.statements.query({ name, text, values })).rows as R[];
  }
}
