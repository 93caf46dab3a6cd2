/** Where each field of a person comes from, the numbers carried before, and the record that goes on in a merged one's place. */
export const personHistory = `
alter table person
  add column sources jsonb not null default '{}',
  add column merged_into uuid references person (id),
  add check (merged_into is null or closed);

create table former_number (
  person uuid not null references person (id),
  kind text not null,
  lookup text not null,
  sealed text not null,
  replaced_at timestamptz not null,
  primary key (person, kind, lookup)
);
create index on former_number (kind, lookup);
`;
