/** What apps do with pupils' data, who consented to it, and what was to be deleted when a consent was withdrawn. */
export const consents = `
create table app_purposes (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  app uuid not null unique references app (id),
  client text not null unique,
  purposes jsonb not null,
  for_pupils text
);

create table consent (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  child uuid not null references person (id),
  client text not null,
  guardian uuid not null references person (id),
  by_self boolean not null,
  purposes text[] not null,
  text_version int not null,
  state text not null,
  until timestamptz,
  ended_at timestamptz
);
create unique index consent_stands on consent (child, client) where state in ('given', 'refused');

create table deletion_request (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  child uuid not null references person (id),
  client text not null,
  consent uuid not null references consent (id),
  due_on date not null,
  state text not null,
  receipt jsonb
);
create index on deletion_request (organisation, id);
create index on deletion_request (client, id);
create index on deletion_request (child);
`;
