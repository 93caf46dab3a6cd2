import type { Migration } from '@lianxue/persistence';

/** What a reviewer looks at first is kept with the submission, so that a list sorted by it is read from an index. */
export const risk: Migration = {
  name: '0302-risk',
  sql: `
    alter table submission
      add column is_late boolean not null default false,
      add column warning_count int not null default 0,
      add column change_count int,
      add column risk int not null default 0;
    create index submission_risk on submission (period, risk desc, id desc);
  `,
};
