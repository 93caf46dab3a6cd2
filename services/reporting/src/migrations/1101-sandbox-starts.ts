import type { Migration } from '@lianxue/persistence';

/** Counties of sandboxes that have to be given something to collect, and by which version of their sandbox that was told. */
export const sandboxStarts: Migration = {
  name: '1101-sandbox-starts',
  sql: `
    create table sandbox_start (
      county uuid primary key,
      told int not null,
      started boolean not null
    );
    create index sandbox_start_waits on sandbox_start (county) where not started;
  `,
};
