import type { Migration } from '@lianxue/persistence';

/** A period may be opened from the calendar, hold review back until a day, and give single organisations more time. */
export const windows: Migration = {
  name: '0102-windows',
  sql: `
    alter table period
      add column county_opens timestamptz, add column city_opens timestamptz, add column province_opens timestamptz,
      add column year int, add column ordinal int;
    create table holidays (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      year int not null,
      days text[] not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint holidays_once unique (organisation, year)
    );
    create table period_exception (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      period uuid not null references period,
      acts text not null,
      until timestamptz not null,
      reason text not null,
      granted_by uuid not null,
      withdrawn boolean not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index period_exception_period on period_exception (period);
    create index period_exception_organisation on period_exception (organisation);
  `,
};
