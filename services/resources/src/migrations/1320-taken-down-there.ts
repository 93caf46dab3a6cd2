import type { Migration } from '@lianxue/persistence';

/** What another platform took down at once, and when its copies here followed. */
export const takenDownThere: Migration = {
  name: '1320-taken-down-there',
  sql: `
    alter table harvested_record add column taken_down boolean not null default false;
    alter table migrated_resource add column taken_down_at timestamptz;
    create index migrated_resource_to_follow on migrated_resource (source, id_there) where taken_down_at is null;
    drop index migrated_resource_source;
  `,
};
