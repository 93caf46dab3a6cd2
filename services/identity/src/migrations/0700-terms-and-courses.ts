/**
 * Terms and courses, and what a class is besides its words. Classes that rosters brought before keep those words; which kind
 * they are follows from whether they had a course, and digits name a grade.
 */
export const termsAndCourses = `
create table term (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  kind text not null,
  parent uuid references term (id),
  school_year int not null,
  ordinal int,
  stage text,
  title text not null,
  since date not null,
  until date not null,
  withdrawn boolean not null,
  check (since <= until)
);
create index on term (organisation, school_year);
create index on term (since desc, id desc);
create index on term (parent);

create table course (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  title text not null,
  code text,
  level text not null,
  subject text,
  stage text,
  grades int[] not null,
  ended boolean not null
);
create index on course (organisation, title, id);
create index on course (title, id);

alter table school_class
  add kind text not null default 'homeroom',
  add stage text,
  add grade_ordinal int,
  add enrol_year int,
  add course_id uuid references course (id),
  add term_ids uuid[] not null default '{}';
update school_class set
  kind = case when course is null then 'homeroom' else 'scheduled' end,
  grade_ordinal = case when grade ~ '^0?([1-9]|1[0-2])$' then grade::int end;
alter table school_class alter kind drop default, alter term_ids drop default;
create index on school_class (course_id) where course_id is not null;
create index on school_class using gin (term_ids);

alter table enrolment add "primary" boolean not null default true;
alter table enrolment alter "primary" drop default;
create index on enrolment (organisation, id);
`;
