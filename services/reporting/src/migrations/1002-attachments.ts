import type { Migration } from '@lianxue/persistence';

/** Files that forms ask for and submissions come with; each step of the trail keeps those that came with it. */
export const attachments: Migration = {
  name: '1002-attachments',
  sql: `
    alter table form add column attachments jsonb not null default '[]';
    alter table submission add column attachments jsonb not null default '[]';
    alter table review_step add column attachments jsonb not null default '[]';
  `,
};
