/** Whose account has been used, noted once; and the rates to be reached. */
export const registrationTables = `
create table registrant (
  person uuid primary key references person (id),
  since timestamptz not null
);

create table registration_target (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  who text not null,
  rate numeric not null check (rate between 0 and 1),
  unique (organisation, who)
);
`;
