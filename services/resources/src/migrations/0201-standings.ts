/** Tiers that show a resource, what it said at each release, and where it has been. What was published before stands where it belongs. */
export const standings = `
create table standing (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  resource uuid not null references resource on delete cascade,
  status text not null check (status in ('published', 'withdrawn')),
  release int not null,
  published_at timestamptz not null,
  recheck_on date,
  recheck_told boolean not null,
  taken_off text check (taken_off in ('author', 'tier', 'emergency', 'expired')),
  taken_off_by uuid,
  unique (resource, organisation)
);
create index standing_organisation on standing (organisation, id);
create index standing_recheck on standing (recheck_on) where status = 'published' and recheck_on is not null;

create table resource_release (
  resource uuid not null references resource on delete cascade,
  number int not null,
  organisation uuid not null,
  content jsonb not null,
  first_at uuid not null,
  published_at timestamptz not null,
  replaced_at timestamptz,
  shared_by uuid[] not null,
  taken_down boolean not null,
  primary key (resource, number)
);

create table provenance (
  resource uuid not null references resource on delete cascade,
  ordinal int not null,
  at timestamptz not null,
  what text not null,
  at_organisation uuid not null,
  release int,
  round int,
  details jsonb not null,
  primary key (resource, ordinal)
);

update resource set review_state = status, review_at = organisation, review_step = 1, review_steps = '{审核}'
  where status in ('submitted', 'returned');
update resource r set release = 1,
    shared_by = case when status = 'published' then array[organisation] else '{}' end,
    level = case when status <> 'published' then 'personal' else coalesce((select case o.kind
      when 'province' then 'province' when 'city' then 'city' when 'county' then 'county' when 'bureau' then 'county' else 'school' end
      from organisation o where o.id = r.organisation), 'school') end
  where published_at is not null;
insert into standing (id, version, organisation, created_at, updated_at, resource, status, release, published_at, recheck_told, taken_off, taken_off_by)
  select gen_random_uuid(), 1, organisation, published_at, updated_at, id, status, 1, published_at, false,
    case when status = 'withdrawn' then 'tier' end, case when status = 'withdrawn' then organisation end
  from resource where status in ('published', 'withdrawn') and published_at is not null;
insert into resource_release (resource, number, organisation, content, first_at, published_at, shared_by, taken_down)
  select id, 1, organisation, jsonb_build_object('title', title, 'type', type, 'stage', stage, 'subject', subject, 'grades', to_jsonb(grades),
      'edition', edition, 'volume', volume, 'chapter', chapter, 'chapterId', null, 'knowledgePoints', to_jsonb(knowledge_points),
      'pointIds', '[]'::jsonb, 'competencyIds', '[]'::jsonb, 'description', description, 'keywords', to_jsonb(keywords), 'language', language)
    || jsonb_build_object('licence', licence, 'rightsHolder', null, 'validUntil', null, 'source', source, 'sourceNote', null, 'sourceUrl', null,
      'contributors', '[]'::jsonb, 'usage', jsonb_build_object('method', usage_method, 'scene', usage_scene, 'example', usage_example)),
    organisation, published_at, array[organisation], false
  from resource where published_at is not null;

alter table submission add column review_at uuid, add column codes text[] not null default '{}';
update submission s set review_at = (select organisation from resource r where r.id = s.resource);
alter table submission alter column review_at set not null;

create table review_step (
  resource uuid not null,
  round int not null,
  step int not null,
  name text not null,
  decision text not null check (decision in ('passed', 'returned', 'rejected', 'published')),
  checked text[] not null,
  codes text[] not null,
  reason text,
  reviewer uuid not null,
  decided_at timestamptz not null,
  primary key (resource, round, step),
  foreign key (resource, round) references submission on delete cascade
);
`;
