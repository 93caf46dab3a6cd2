const aggregate = `
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null`;

/** Records that look like one person, and what merging them moved. */
export const mergingTables = `
create index person_name_birth on person (name, born_on) where born_on is not null and not closed;

create table duplicate (${aggregate},
  one uuid not null references person (id),
  other uuid not null references person (id),
  score int not null,
  reasons text[] not null,
  state text not null,
  unique (one, other),
  check (one < other)
);
create index on duplicate (organisation, score desc, id desc) where state = 'open';
create index on duplicate (score desc, id desc) where state = 'open';

create table merger (${aggregate},
  from_person uuid not null references person (id),
  into_person uuid not null references person (id),
  trace jsonb not null,
  undone boolean not null
);
create unique index merger_from on merger (from_person) where not undone;
`;
