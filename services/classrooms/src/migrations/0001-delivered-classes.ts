/** Delivered classes, their sessions, who sits in them, the attendance ledger, and the rule by which they are counted. */
export const deliveredClasses = `
create table delivered_class (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  subject text not null,
  stage text not null,
  grades int[] not null,
  term text not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  receivers uuid[] not null,
  slots jsonb not null,
  exceptions jsonb not null,
  sessions int not null
);
create index delivered_class_organisation on delivered_class (organisation, id);

create table class_session (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  delivered_class uuid not null references delivered_class,
  number int not null,
  receivers uuid[] not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  status text not null check (status in ('planned', 'running', 'held', 'cancelled', 'missed')),
  started_at timestamptz,
  ended_at timestamptz check (ended_at > started_at),
  reason text,
  makes_up uuid references class_session,
  made_up_by uuid references class_session
);
create index class_session_delivered_class on class_session (delivered_class, starts_at);
create index class_session_organisation on class_session (organisation, starts_at, id);
create index class_session_starts_at on class_session (starts_at, id);

-- A receiver sits in one session at a time, also when two hosts plan at the same moment.
create table seat (
  session uuid not null references class_session,
  receiver uuid not null,
  during tstzrange not null,
  primary key (session, receiver),
  constraint seat_once exclude using gist (receiver with =, during with &&)
);

create table attendance (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  session uuid not null references class_session,
  receiver uuid not null,
  kind text not null check (kind in ('signedIn', 'joined', 'left')),
  at timestamptz not null,
  source text not null check (source in ('signIn', 'afterwards', 'webhook', 'polling')),
  pupils int,
  evidence_kind text not null,
  evidence_reference text not null
);
create index attendance_session on attendance (session, at, id);
revoke update, delete, truncate on attendance from current_user;

create table figure_rule (
  since date primary key,
  min_share numeric not null check (min_share between 0 and 1),
  make_up_counts boolean not null,
  cancelled_counts boolean not null
);
-- No official list with formulas was found; these are the region's to set: a receiver counts when it was there for four
-- fifths of the lesson, made-up lessons are shown beside the rate and not in it, cancelled ones stay among the planned.
insert into figure_rule values ('2020-09-01', 0.8, false, true);
`;
