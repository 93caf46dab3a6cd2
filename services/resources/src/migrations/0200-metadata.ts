/** Licence, source, contributors, ids of the curriculum, and a revision beside what is published. */
export const metadata = `
alter table resource
  add column chapter_id uuid,
  add column point_ids uuid[] not null default '{}',
  add column competency_ids uuid[] not null default '{}',
  add column licence text not null default 'teaching',
  add column rights_holder text,
  add column valid_until date,
  add column source text not null default 'original',
  add column source_note text,
  add column source_url text,
  add column contributors jsonb not null default '[]',
  add column revision jsonb,
  add column release int not null default 0,
  add column shared_by uuid[] not null default '{}',
  add column level text not null default 'personal' check (level in ('personal', 'school', 'county', 'city', 'province')),
  add column review_state text not null default 'none' check (review_state in ('none', 'submitted', 'returned')),
  add column review_at uuid,
  add column review_step int not null default 0,
  add column review_steps text[] not null default '{}',
  add column review_due timestamptz;

-- What a tier shows, found by the organisations above whoever asks.
create index resource_shared_by on resource using gin (shared_by);
create index resource_review on resource (review_at, id) where review_state = 'submitted';
create index resource_valid_until on resource (valid_until) where valid_until is not null and status = 'published';
`;
