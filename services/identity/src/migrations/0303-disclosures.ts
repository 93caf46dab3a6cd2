/** Who read which personal fields in full, and why. The values are not here. */
export const disclosures = `
create table disclosure (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  person uuid not null references person (id),
  reader uuid not null references person (id),
  role text not null,
  acting uuid not null references organisation_record (id),
  reason text not null,
  note text not null,
  fields text[] not null
);
create index on disclosure (person, id);
create index on disclosure (organisation, id);
`;
