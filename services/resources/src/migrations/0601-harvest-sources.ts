/** Other platforms, how far each has been harvested, and what they have told. */
export const harvestSources = `
create table harvest_source (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  name text not null,
  address text not null,
  "set" text,
  every_hours int not null,
  account text,
  password text,
  state text not null check (state in ('active', 'paused')),
  harvested_at timestamptz,
  fault text
);
create index harvest_source_organisation on harvest_source (organisation, id);

create table harvest_walk (
  source uuid primary key references harvest_source (id),
  due timestamptz not null,
  under_way boolean not null,
  attempt int not null,
  failures int not null,
  complete boolean not null,
  begun_at timestamptz,
  told_at timestamptz,
  token text,
  since timestamptz
);
create index harvest_walk_due on harvest_walk (due);

create table harvested_record (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  source uuid not null references harvest_source (id),
  identifier text not null,
  datestamp timestamptz not null,
  deleted boolean not null,
  title text,
  address text,
  elements jsonb not null,
  search_text text not null,
  seen_at timestamptz not null,
  unique (source, identifier)
);
create index harvested_record_organisation on harvested_record (organisation, id);
create index harvested_record_source on harvested_record (source, deleted, id);
create index harvested_record_search on harvested_record using gin (bigrams(search_text));
`;
