import type { Migration } from '@lianxue/persistence';

/** That a submission's values were entered in the national system, on which day and in which role. */
export const nationalEntry: Migration = {
  name: '0401-national-entry',
  sql: `alter table submission add column national_entry jsonb;`,
};
