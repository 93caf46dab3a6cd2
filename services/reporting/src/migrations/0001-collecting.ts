import type { Migration } from '@lianxue/persistence';

/** What is collected and when. A form never changes; a period keeps the form it was announced with. */
export const collecting: Migration = {
  name: '0001-collecting',
  sql: `
    create table data_set (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      code text not null,
      name text not null,
      name_en text not null,
      description text,
      filled_by text[] not null,
      form uuid not null,
      form_number int not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint data_set_code unique (organisation, code)
    );
    create table form (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      data_set uuid not null,
      number int not null,
      indicators jsonb not null,
      rules jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint form_number unique (data_set, number)
    );
    create index form_organisation on form (organisation);
    create table period (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      data_set uuid not null,
      form uuid not null,
      name text not null,
      kind text not null,
      first_day date not null,
      last_day date not null,
      opens timestamptz not null,
      school_due timestamptz not null,
      county_due timestamptz not null,
      city_due timestamptz not null,
      province_due timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index period_organisation on period (organisation);
    create index period_data_set on period (data_set);
  `,
};
