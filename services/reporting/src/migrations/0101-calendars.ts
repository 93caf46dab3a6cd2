import type { Migration } from '@lianxue/persistence';

/** Forms have sections; a data set may say how the windows of its periods are counted. What there was before has neither. */
export const calendars: Migration = {
  name: '0101-calendars',
  sql: `
    alter table form add column sections jsonb not null default '[]';
    alter table data_set add column calendar jsonb;
  `,
};
