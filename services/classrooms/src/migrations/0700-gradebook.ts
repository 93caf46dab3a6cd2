import { stampTables } from '@lianxue/persistence';
/** A small gradebook: categories, scales, lines and results, as apps keep them over OneRoster; and when each was last modified. */
export const gradebook = `
create table grade_category (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  writer text not null,
  called text,
  title text not null,
  weight float8,
  ended boolean not null
);
create index on grade_category (organisation, id);
create unique index on grade_category (writer, called);

create table score_scale (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  writer text not null,
  called text,
  title text not null,
  type text not null,
  class uuid not null,
  course uuid,
  "values" jsonb not null,
  ended boolean not null
);
create index on score_scale (organisation, id);
create unique index on score_scale (writer, called);
create index on score_scale (class);

create table line_item (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  writer text not null,
  called text,
  title text not null,
  description text,
  assign_date timestamptz not null,
  due_date timestamptz not null,
  class uuid not null,
  category uuid not null references grade_category (id),
  grading_period uuid,
  academic_session uuid,
  score_scale uuid references score_scale (id),
  result_value_min float8,
  result_value_max float8,
  ended boolean not null
);
create index on line_item (organisation, id);
create unique index on line_item (writer, called);
create index on line_item (class);
create index on line_item (category);
create index on line_item (score_scale) where score_scale is not null;

create table grade_result (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  writer text not null,
  called text,
  line_item uuid not null references line_item (id),
  class uuid not null,
  person uuid not null,
  score_scale uuid references score_scale (id),
  score_status text not null,
  score float8,
  text_score text,
  score_date date not null,
  comment text,
  late boolean,
  incomplete boolean,
  in_progress boolean,
  missing boolean,
  ended boolean not null
);
create index on grade_result (organisation, id);
create unique index on grade_result (writer, called);
create index on grade_result (line_item);
create index on grade_result (class, person);
create index on grade_result (person, id);
create index on grade_result (score_scale) where score_scale is not null;
${stampTables('gradebook')}`;
