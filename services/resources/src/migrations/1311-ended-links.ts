import type { Migration } from '@lianxue/persistence';

/** Files of what was taken down, until the links given to them are ended. */
export const endedLinks: Migration = {
  name: '1311-ended-links',
  sql: `
    alter table resource_file add column links_end boolean not null default false;
    create index resource_file_links_end on resource_file (id) where links_end;
    -- What was added and taken away between two rounds is looked for as often.
    create index resource_file_never_out on resource_file (removed_at) where removed_in <= added_in;
  `,
};
