/** Deputies and hand-overs of posts, finding people by a piece of the name, and staff files. */
export const postTables = `
alter table post add column deputy_of uuid references post (id);
alter table post add column successor uuid references post (id);
alter table post add column successor_person uuid references person (id);
create index post_deputy_of on post (deputy_of, id) where deputy_of is not null;
create index post_lapsing on post (until) where until is not null and not ended;

create index person_name_piece on person using gin (bigrams(name));

create table staff_record (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  person uuid not null references person (id),
  kind text not null,
  title text not null,
  issuer text,
  "from" date not null,
  "to" date,
  hours int,
  state text not null,
  reason text,
  entered_by text not null
);
create index staff_record_person on staff_record (person, id);
create index staff_record_organisation on staff_record (organisation);
`;
