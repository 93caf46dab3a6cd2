import type { Migration } from '@lianxue/persistence';

/** 主要学科, which were the same for everybody, as each authority sets them. */
export const mainSubjects: Migration = {
  name: '1101-main-subjects',
  sql: `
    create table main_subjects (
      id uuid primary key,
      version int not null,
      organisation uuid not null unique,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      main jsonb not null
    );
  `,
};
