import { jobTables } from '@lianxue/persistence';

/** Resources that were brought from other platforms, and the jobs that bring them. */
export const migratedResources = `
${jobTables}
create table migrated_resource (
  id uuid primary key,
  organisation uuid not null,
  platform text not null,
  id_there text not null,
  address text,
  source uuid references harvest_source,
  resource uuid references resource on delete set null,
  job uuid not null,
  brought_by uuid not null,
  brought_at timestamptz not null,
  changed_at timestamptz,
  gone_at timestamptz,
  -- What the list said last, and which files: what differs from this is an edit.
  said jsonb not null,
  files jsonb not null,
  unique (organisation, platform, id_there)
);
create index migrated_resource_organisation on migrated_resource (organisation, id);
create index migrated_resource_resource on migrated_resource (resource);
create index migrated_resource_source on migrated_resource (source, id_there) where gone_at is null;

create table migration_duplicate (
  job uuid not null references job (id) on delete cascade,
  file text not null,
  line int not null,
  id_there text not null,
  by text not null check (by in ('content', 'title')),
  existing uuid,
  same_as_line int,
  primary key (job, file, line)
);

-- A title as it is compared: the first line of what a search looks through, without blanks and the signs between words.
create function title_key(search_text text) returns text language sql immutable parallel safe as $$
  select translate(split_part(search_text, chr(10), 1), E' \\t\\u3000-_.,:;!?()[]<>"''/·—–…、。《》〈〉「」『』【】“”‘’', '')
$$;
create index resource_title on resource (organisation, subject, stage, title_key(search_text));
`;
