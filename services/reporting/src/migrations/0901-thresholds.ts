import type { Migration } from '@lianxue/persistence';

/**
 * What authorities watch, and whom they warned. One warning of a threshold stands at a time for an organisation: until its value
 * has returned, it is not raised again. `threshold_round` says how far each threshold has been judged.
 */
export const thresholds: Migration = {
  name: '0901-thresholds',
  sql: `
    create table threshold (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      name text not null,
      watches jsonb not null,
      comparison text not null,
      value numeric not null,
      level text not null,
      kinds text[] not null,
      valid_from date,
      valid_until date,
      state text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index threshold_organisation on threshold (organisation);
    create index threshold_on on threshold (id) where state = 'on';
    create table threshold_round (
      threshold uuid primary key references threshold,
      judged_up_to bigint not null,
      judged_at timestamptz not null,
      due timestamptz not null
    );
    create table early_warning (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      threshold uuid not null references threshold,
      authority uuid not null,
      name text not null,
      level text not null,
      comparison text not null,
      "limit" numeric not null,
      value numeric not null,
      period uuid,
      status text not null,
      raised_at timestamptz not null,
      cleared_at timestamptz,
      done text,
      steps jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index early_warning_organisation on early_warning (organisation, id);
    create index early_warning_threshold on early_warning (threshold, id);
    create unique index early_warning_standing on early_warning (threshold, organisation) where cleared_at is null;
  `,
};
