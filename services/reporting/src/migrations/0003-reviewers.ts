import type { Migration } from '@lianxue/persistence';

/** What lies with one reviewer in one period: read by its list of work, and when its figures are counted anew. */
export const reviewers: Migration = {
  name: '0003-reviewers',
  sql: 'create index submission_period_reviewer on submission (period, reviewer, status)',
};
