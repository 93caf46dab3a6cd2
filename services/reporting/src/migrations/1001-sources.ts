import type { Migration } from '@lianxue/persistence';

/** What the platform knew of an organisation when it was last asked, kept beside what somebody typed. */
export const sources: Migration = {
  name: '1001-sources',
  sql: 'alter table submission add column sources jsonb',
};
