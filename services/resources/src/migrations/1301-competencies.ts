import type { Migration } from '@lianxue/persistence';

/** Resources are found by the competencies they are bound to. */
export const competencies: Migration = {
  name: '1301-competencies',
  sql: `create index resource_competencies on resource using gin (competency_ids);`,
};
