const aggregate = `
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null`;

/** 学籍异动 as a ledger, the promotion of grades, and transfers between schools. */
export const pupilTables = `
alter table post add column pupil_status text;

create table movement (${aggregate},
  person uuid not null references person (id),
  kind text not null,
  happened_on date not null,
  status text not null,
  from_class uuid,
  to_class uuid,
  from_grade int,
  to_grade int,
  other uuid,
  reason text
);
create index on movement (organisation, id);
create index on movement (organisation, kind, id);
create index on movement (person, id);
create index on movement (from_class) where kind = 'suspension';

create table promotion (${aggregate},
  school_year int not null,
  grade int not null,
  stage text,
  graduation boolean not null,
  classes int not null,
  promoted int not null,
  repeated int not null,
  graduated int not null,
  suspended int not null,
  finished boolean not null
);
create unique index promotion_once on promotion (organisation, school_year, grade, (coalesce(stage, '')));

create table class_promotion (
  class uuid not null references school_class (id),
  school_year int not null,
  primary key (class, school_year)
);

create table transfer (${aggregate},
  person uuid not null references person (id),
  from_school uuid not null references organisation_record (id),
  class uuid,
  status text not null,
  reason text not null,
  refusal text,
  decided_at timestamptz
);
create index on transfer (organisation, id);
create index on transfer (from_school, id);
create unique index transfer_open on transfer (person) where status in ('requested', 'released');
`;
