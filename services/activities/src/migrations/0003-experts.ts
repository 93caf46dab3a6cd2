import type { Migration } from '@lianxue/persistence';

/** What an expert has still to score is asked for when their post is handed over. */
export const experts: Migration = {
  name: '0003-experts',
  sql: `create index evaluation_waiting on evaluation (expert, id) where status = 'assigned';`,
};
