/** Incidents with their clocks, guard periods and daily reports, and the code tables behind them. */
export const incidents = `
create table incident_category (
  code text primary key,
  taxonomy text not null,
  parent text references incident_category,
  name text not null,
  english text not null,
  place int not null
);

create table clock_rule (
  id text not null,
  since date not null,
  name_zh text not null,
  name_en text not null,
  recipient_zh text not null,
  recipient_en text not null,
  levels text[] not null,
  operator_kinds text[] not null,
  starts text not null check (starts in ('discovered', 'reported', 'contained')),
  minutes int not null check (minutes > 0),
  warn_minutes int not null check (warn_minutes between 0 and minutes),
  met_by text not null check (met_by in ('noted', 'registered', 'supplemented', 'closed')),
  basis text not null,
  primary key (id, since)
);

create table incident (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  title text not null,
  category text not null references incident_category,
  level text not null check (level in ('I', 'II', 'III', 'IV')),
  operator_kind text not null check (operator_kind in ('criticalInfrastructure', 'centralOrgan', 'other')),
  system text,
  summary text not null,
  status text not null check (status in ('reported', 'acknowledged', 'handling', 'contained', 'closed', 'dismissed')),
  discovered_at timestamptz not null,
  reported_at timestamptz not null,
  acknowledged_at timestamptz,
  supplemented_at timestamptz,
  contained_at timestamptz,
  closed_at timestamptz,
  clocks jsonb not null,
  next_due_at timestamptz,
  regrade_reason text,
  dismiss_reason text,
  final_report jsonb
);
create index incident_organisation on incident (organisation, id);
create index incident_discovered on incident (organisation, discovered_at);
create index incident_next_due on incident (next_due_at) where next_due_at is not null;

create table supplement (
  id uuid primary key,
  incident uuid not null references incident,
  item text not null,
  text text not null,
  at timestamptz not null,
  organisation uuid not null,
  person text not null
);
create index supplement_incident on supplement (incident, id);
revoke update, delete, truncate on supplement from current_user;

create table guard_period (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  name text not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  daily_deadline text not null,
  kinds text[] not null,
  basis text
);
create index guard_period_organisation on guard_period (organisation, id);

create table daily_report (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  guard_period uuid not null references guard_period,
  day date not null,
  kind text not null check (kind in ('zero', 'incident')),
  filed_at timestamptz not null,
  late boolean not null,
  note text,
  constraint daily_report_once unique (guard_period, day, organisation)
);
create index daily_report_organisation on daily_report (organisation, id);
`;
