import type { Migration } from '@lianxue/persistence';

/** Clocks and faults of sandboxes, and the last refused calls of each app. */
export const sandboxes: Migration = {
  name: '0020-sandboxes',
  sql: `
    create table sandbox_state (
      app uuid primary key,
      client text not null unique,
      clock_shift_ms bigint not null default 0,
      fault int,
      fault_count int not null default 0,
      failing_deliveries int not null default 0,
      wait_until timestamptz,
      to_retry text,
      seen text[] not null default '{}'
    );

    create table refused_call (
      client text not null,
      at timestamptz not null,
      operation text not null,
      status int not null,
      code text not null,
      organisation uuid,
      trace text not null
    );
    create index refused_call_client on refused_call (client, at desc);
  `,
};
