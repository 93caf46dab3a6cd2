import type { Migration } from '@lianxue/persistence';

/** Calls for works and their entries. An allowance counts what has a limit: quotas used, entries an expert was given. */
export const activities: Migration = {
  name: '0001-activities',
  sql: `
    create table activity (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      status text not null,
      settings jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index activity_organisation on activity (organisation);
    create table entry (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      organiser uuid not null,
      activity uuid not null references activity,
      "group" text not null,
      category text not null,
      title text not null,
      description text,
      pupil uuid not null,
      advisers uuid[] not null,
      status text not null,
      tier text not null,
      stands_with uuid not null,
      score numeric(7, 2),
      award text,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index entry_organisation on entry (organisation);
    create index entry_activity on entry (activity, status);
    create index entry_pupil on entry (pupil);
    create table allowance (
      activity uuid not null references activity,
      purpose text not null,
      holder uuid not null,
      used int not null,
      primary key (activity, purpose, holder)
    );
  `,
};
