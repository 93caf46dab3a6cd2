import type { Migration } from '@lianxue/persistence';

/** Where people are signed in, which apps they allowed, and the keys tokens are signed with. */
export const signInSessions: Migration = {
  name: '0010-sign-in-sessions',
  sql: `
    create table sign_in_session (
      uid text primary key,
      id uuid not null unique,
      account text not null,
      device text not null,
      methods text[] not null,
      signed_in_at timestamptz not null,
      last_used_at timestamptz not null
    );
    create index sign_in_session_account on sign_in_session (account);
    create index sign_in_session_age on sign_in_session (signed_in_at);

    create table app_permission (
      account text not null,
      client text not null,
      post uuid not null,
      scopes text[] not null,
      since timestamptz not null,
      primary key (account, client, post)
    );

    create table signing_key (
      kid text primary key,
      alg text not null,
      sealed text not null,
      published_at timestamptz not null,
      signs_from timestamptz not null
    );
  `,
};
