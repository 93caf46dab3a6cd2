/**
 * Identity's own tables. The copies of the tree and of app reach (`organisation`, `app_reach`) and `external_id` are persistence's;
 * identity writes them in the same commit as the rows they copy.
 */
export const identityTables = `
create table organisation_record (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  parent uuid references organisation_record (id),
  kind text not null,
  name text not null,
  short_name text,
  former_names text[] not null,
  division_code text,
  school_code text,
  credit_code text,
  school_type text,
  state text not null,
  closed_on date,
  check (organisation = id),
  check (parent <> id)
);
create index on organisation_record (parent);
create index on organisation_record (name, id);
create index on organisation_record (division_code);
create unique index on organisation_record (school_code) where school_code is not null;
create unique index organisation_record_division on organisation_record (division_code)
  where kind in ('province', 'city', 'county') and state = 'open';

create table person (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  name text not null,
  kinds text[] not null,
  id_type text,
  id_number_sealed text,
  id_number_lookup text,
  pupil_number_sealed text,
  pupil_number_lookup text,
  phone_sealed text,
  closed boolean not null
);
create index on person (organisation);
create unique index person_id_number on person (id_number_lookup) where id_number_lookup is not null and not closed;
create unique index person_pupil_number on person (pupil_number_lookup) where pupil_number_lookup is not null and not closed;

create table post (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  person uuid not null references person (id),
  role text not null,
  about uuid[] not null,
  since date not null,
  until date,
  ended boolean not null
);
create index on post (person);
create index on post (organisation, role, id) where not ended;
create unique index post_held on post (person, organisation, role) where not ended;

create table account (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  person uuid not null references person (id),
  username text not null,
  username_key text not null,
  password_hash text not null,
  must_change_password boolean not null,
  closed boolean not null
);
create unique index account_person on account (person) where not closed;
create unique index account_username on account (username_key);

create table sign_in_failure (
  username text not null,
  address text not null,
  failures int not null,
  last_at timestamptz not null,
  primary key (username, address)
);
create index on sign_in_failure (last_at);

create table sign_in_success (
  username text not null,
  address text not null,
  last_at timestamptz not null,
  primary key (username, address)
);
create index on sign_in_success (last_at);

create table revocation (
  kind text not null,
  value text not null,
  not_before bigint not null,
  written_at timestamptz not null,
  primary key (kind, value)
);
create index on revocation (written_at);

create table app (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  client_id text not null unique,
  name text not null,
  public boolean not null,
  first_party boolean not null,
  secret_hash text,
  grants text[] not null,
  scopes text[] not null,
  redirect_uris text[] not null,
  post_logout_redirect_uris text[] not null,
  backchannel_logout_uri text,
  jwks jsonb,
  state text not null,
  check (public = (secret_hash is null and jwks is null)),
  check (secret_hash is null or jwks is null)
);
create index on app (organisation);

create table selection (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  app uuid not null references app (id),
  client text not null,
  scopes text[] not null,
  until timestamptz,
  state text not null
);
create index on selection (organisation);
create index on selection (client);
create unique index selection_held on selection (app, organisation) where state = 'selected';

create table school_class (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  title text not null,
  grade text,
  course text,
  term text,
  ended boolean not null
);
create index on school_class (organisation, title, id);

create table enrolment (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  class uuid not null references school_class (id),
  person uuid not null references person (id),
  role text not null,
  since date,
  until date,
  ended boolean not null
);
create index on enrolment (class, role, id) where not ended;
create index on enrolment (person);
create unique index enrolment_held on enrolment (class, person, role) where not ended;
`;
