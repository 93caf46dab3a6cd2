/** Platforms above that say who somebody is, and who is who there: only a keyed hash of what a person is called there. */
export const identityProviders = `
create table identity_provider (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  issuer text not null,
  client_id text not null,
  client_secret_sealed text not null,
  subject_claim text not null,
  name jsonb not null,
  scopes text[] not null,
  match jsonb,
  links_on_the_spot boolean not null,
  enabled boolean not null
);
create unique index identity_provider_once on identity_provider (organisation, issuer, client_id);

create table sign_in_link (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  person uuid not null references person (id),
  provider uuid not null references identity_provider (id),
  subject_lookup text not null,
  made_by text not null check (made_by in ('proof', 'match')),
  used_at timestamptz
);
create unique index sign_in_link_subject on sign_in_link (provider, subject_lookup);
create unique index sign_in_link_person on sign_in_link (person, provider);
`;
