import type { Migration } from '@lianxue/persistence';

/** What the units of a data set should reach. */
export const targets: Migration = {
  name: '0503-targets',
  sql: `
    create table target (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      data_set uuid not null references data_set,
      name text not null,
      comparison text not null,
      share numeric,
      source text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint target_once unique (data_set, organisation, comparison)
    );
    create index target_organisation on target (organisation);
  `,
};
