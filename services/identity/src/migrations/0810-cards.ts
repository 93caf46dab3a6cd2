/** Cards that stand for a person; a number is in use once. */
export const cards = `
create table card (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  person uuid not null references person (id),
  kind text not null,
  number_sealed text not null,
  number_lookup text not null,
  until date,
  state text not null
);
create index card_person on card (person, id);
create index card_organisation on card (organisation);
create unique index card_number on card (number_lookup) where state <> 'returned';
`;
