import type { Migration } from '@lianxue/persistence';

/**
 * What the authorization server remembers: sessions, grants, codes, refresh tokens, spent assertions.
 * `id` is the SHA-256 of what the browser or the app holds, so that whoever reads the table can redeem nothing.
 */
export const oidcState: Migration = {
  name: '0001-oidc-state',
  sql: `
    create table oidc_state (
      model text not null,
      id text not null,
      payload jsonb not null,
      account text,
      grant_id text,
      uid text,
      user_code text,
      consumed_at timestamptz,
      expires_at timestamptz not null,
      primary key (model, id)
    );
    create index oidc_state_grant on oidc_state (grant_id) where grant_id is not null;
    create index oidc_state_account on oidc_state (account) where account is not null;
    create index oidc_state_uid on oidc_state (model, uid) where uid is not null;
    create unique index oidc_state_user_code on oidc_state (user_code) where user_code is not null;
    create index oidc_state_expiry on oidc_state (expires_at);
  `,
};
