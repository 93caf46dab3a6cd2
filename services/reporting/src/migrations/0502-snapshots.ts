import type { Migration } from '@lianxue/persistence';

/** Figures as they stood, to be cited; `up_to` says which contributions were in them. */
export const snapshots: Migration = {
  name: '0502-snapshots',
  sql: `
    create table snapshot (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      period uuid not null references period,
      number int not null,
      replaces uuid,
      form uuid not null,
      form_number int not null,
      units_as_of date,
      purpose text not null,
      hash text not null,
      up_to bigint not null,
      content jsonb not null,
      frozen_at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint snapshot_number unique (period, number)
    );
    create index snapshot_organisation on snapshot (organisation);
    create index contribution_period on contribution (period, seq);
  `,
};
