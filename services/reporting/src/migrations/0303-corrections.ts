import type { Migration } from '@lianxue/persistence';

/** What was approved changes only by a correction; the paper with its seal is a fact of its own. */
export const corrections: Migration = {
  name: '0303-corrections',
  sql: 'alter table submission add column correction jsonb, add column sealed_on date',
};
