import type { Migration } from '@lianxue/persistence';

/** Which files are taken, at which tier, as authorities set it. */
export const fileAllowances: Migration = {
  name: '0050-file-allowances',
  sql: `
    create table file_allowance (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      tier text not null,
      megabytes jsonb not null,
      unique (organisation, tier)
    );
  `,
};
