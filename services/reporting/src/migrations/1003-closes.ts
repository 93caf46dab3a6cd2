import type { Migration } from '@lianxue/persistence';

/** That a period has closed, at which of its ends, and the snapshot that says what it came to. */
export const closes: Migration = {
  name: '1003-closes',
  sql: `
    create table period_close (
      period uuid not null references period,
      closed timestamptz not null,
      snapshot uuid not null references snapshot,
      primary key (period, closed)
    );
  `,
};
