import type { Migration } from '@lianxue/persistence';

/** Files of what was taken down, until the links given to them are ended. */
export const endedLinks: Migration = {
  name: '1311-ended-links',
  sql: `
    alter table resource_file add column links_end boolean not null default false;
    create index resource_file_links_end on resource_file (id) where links_end;
  `,
};
