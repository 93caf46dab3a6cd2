/** Papers of vendors, the way of an app onto the shelf, and its sandbox. */
export const vendorsAndListing = `
create table vendor (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  authority uuid not null references organisation_record (id),
  name text not null,
  credit_code text,
  unit_type text,
  legal_person text,
  registered_division text,
  registered_place text,
  contact_name text,
  contact_phone_sealed text,
  contact_email text,
  self_registered boolean not null,
  state text not null,
  round int not null,
  reasons text[] not null,
  history jsonb not null,
  desk_since timestamptz not null
);
create unique index on vendor (organisation);
create index on vendor (authority, state);

alter table app add column papers jsonb not null default '{"description":null,"category":null,"stages":[],"users":[],"platforms":[],"packageName":null,"release":null,"subjectTraining":null,"fee":null,"feeNote":null,"personalData":null,"privacyUrl":null,"minorsRuleUrl":null,"icpNumber":null,"protectionNumber":null,"protectionLevel":null,"thirdParties":null,"domains":[],"serverPlace":null}';
alter table app add column authority uuid;
alter table app add column entered text not null default 'bureau';
alter table app add column sandbox_of uuid references app (id);
alter table app add column round int not null default 1;
alter table app add column reasons text[] not null default '{}';
alter table app add column history jsonb not null default '[]';
alter table app add column desk_since timestamptz not null default now();
update app set state = 'listed' where state = 'active';
create unique index app_sandbox on app (sandbox_of) where sandbox_of is not null;

create table sandbox (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  app uuid not null unique references app (id),
  client text not null unique,
  county uuid not null,
  school uuid not null,
  done jsonb not null,
  reset_at timestamptz not null
);
create index on sandbox (organisation);
`;
