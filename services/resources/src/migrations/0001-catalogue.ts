/** Resources, their rounds of review, and the search over character bigrams. */
export const catalogue = `
create table resource (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  title text not null,
  type text not null,
  stage text not null,
  subject text not null,
  grades int[] not null,
  edition text,
  volume text,
  chapter text,
  knowledge_points text[] not null,
  description text,
  keywords text[] not null,
  language text not null,
  usage_method text,
  usage_scene text,
  usage_example text,
  status text not null check (status in ('draft', 'submitted', 'returned', 'published', 'rejected', 'withdrawn')),
  round int not null,
  author uuid not null,
  published_at timestamptz,
  last_decision text check (last_decision in ('returned', 'rejected', 'published')),
  last_reason text,
  search_text text not null
);
create index resource_organisation on resource (organisation, id);
create index resource_subject on resource (subject, stage, id);

create table submission (
  resource uuid not null references resource on delete cascade,
  round int not null,
  content jsonb not null,
  submitted_at timestamptz not null,
  decision text check (decision in ('returned', 'rejected', 'published')),
  reason text,
  reviewer uuid,
  decided_at timestamptz,
  primary key (resource, round)
);

-- Each character with its right neighbour; the last one stands alone, so that a single character is found as a beginning.
create function bigrams(source text) returns tsvector language sql immutable strict parallel safe as $$
  select array_to_tsvector(array(
    select distinct character || coalesce(lead(character) over (order by place), '')
    from unnest(string_to_array(source, null)) with ordinality as characters(character, place)))
$$;
create index resource_search on resource using gin (bigrams(search_text));
`;
