/** A tier's rule of review, the reviewers it names, and reports on what it shows. */
export const tiers = `
create table review_rule (
  id uuid primary key,
  version int not null,
  organisation uuid not null unique,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  steps text[] not null,
  checklist jsonb not null,
  review_days int,
  stand_in boolean not null,
  recheck_months int,
  grace_days int not null,
  credits jsonb not null
);

create table reviewer (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  person uuid not null,
  stages text[] not null,
  subjects text[] not null,
  steps int[] not null
);
create index reviewer_organisation on reviewer (organisation, id);

create table resource_report (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  resource uuid not null references resource on delete cascade,
  reporter uuid not null,
  grounds text not null,
  words text not null,
  status text not null check (status in ('filed', 'upheld', 'dismissed')),
  answer text
);
create index resource_report_organisation on resource_report (organisation, id);
create unique index resource_report_open on resource_report (resource, reporter) where status = 'filed';
`;
