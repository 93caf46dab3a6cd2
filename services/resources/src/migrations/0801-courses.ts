/** Series, course standards edition by edition, and courses of ordered units. */
export const courses = `
create table series (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  kind text not null,
  name text not null,
  name_en text,
  description text,
  stages text[] not null,
  subjects text[] not null,
  keywords text[] not null,
  unit_needs text[] not null,
  status text not null
);
create index series_organisation on series (organisation, id);

create table course_standard (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  code text not null,
  edition int not null,
  name text not null,
  basis text,
  stages text[] not null,
  subjects text[] not null,
  demands jsonb not null,
  issued_on date,
  status text not null,
  unique (organisation, code, edition)
);
create index course_standard_organisation on course_standard (organisation, id);

create table online_course (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  author uuid not null,
  title text not null,
  stage text not null,
  subject text not null,
  grades int[] not null,
  series uuid references series,
  standard uuid references course_standard,
  description text,
  goals text,
  units jsonb not null,
  status text not null,
  published_at timestamptz,
  reason text
);
create index online_course_organisation on online_course (organisation, id);
create index online_course_subject on online_course (subject, stage, id);
create index online_course_series on online_course (series, id) where series is not null;
create index online_course_materials on online_course using gin (units jsonb_path_ops);
create index resource_keywords on resource using gin (keywords);
`;
