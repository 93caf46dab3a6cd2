import type { Migration } from '@lianxue/persistence';

/** What is built by when, and the weekly and monthly reports on it. */
export const milestones: Migration = {
  name: '0704-milestones',
  sql: `
    create table build_plan (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      name text not null,
      first_day date not null,
      last_day date not null,
      reports text[] not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index build_plan_organisation on build_plan (organisation);
    create table milestone (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      plan uuid not null references build_plan,
      name text not null,
      due date not null,
      status text not null,
      done_on date,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index milestone_plan on milestone (plan, organisation);
    create index milestone_organisation on milestone (organisation);
    create table progress_report (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      plan uuid not null references build_plan,
      kind text not null,
      first_day date not null,
      done text not null,
      next text not null,
      troubles text,
      filed_at timestamptz not null,
      late boolean not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint progress_report_once unique (plan, organisation, kind, first_day)
    );
    create index progress_report_organisation on progress_report (organisation);
  `,
};
