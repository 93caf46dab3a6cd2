/** Filings and what regions ask of them, quotas, secrets that overlap, and why an app lost an organisation. */
export const filingsAndReach = `
alter table app add column quota jsonb;
alter table app add column filing_number text;
alter table app add column filing_until date;
alter table app add column old_secret_hash text;
alter table app add column old_secret_until timestamptz;
create index on app (filing_until) where filing_until is not null;

alter table selection add column held text;
alter table selection add column ended_by text;
alter table selection add column end_reason text;
alter table selection add column filing_number text;
alter table selection add column filing_until date;
create index selection_client_id on selection (client, id);
create index on selection (filing_until) where filing_until is not null;

create table filing_policy (
  id uuid primary key,
  version int not null,
  organisation uuid not null unique references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  mode text not null,
  from_day date not null
);

create table filing_notice (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  app uuid not null references app (id),
  client text not null,
  name text not null,
  kind text not null,
  days int not null,
  lapses_on date not null,
  unique (app, organisation, kind, lapses_on, days)
);
create index on filing_notice (organisation, id);
`;
