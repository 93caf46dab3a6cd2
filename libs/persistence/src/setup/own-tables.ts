import type { Migration } from './migrate.js';

/** Copies of the organisation tree and of app reach, and who is named for a row: what reach reads. */
const reach = `
create table organisation (
  id uuid primary key,
  parent uuid,
  version int not null,
  kind text not null,
  name text not null,
  division_code text,
  path ltree not null
);
create index organisation_path on organisation using gist (path);
create index organisation_parent on organisation (parent);

create table app_reach (
  id uuid primary key,
  client text not null,
  organisation uuid not null,
  scopes text[] not null,
  active boolean not null,
  until timestamptz,
  version int not null
);
create index app_reach_client on app_reach (client);

create table assignment (
  "row" uuid not null,
  thing text not null,
  person text,
  organisation uuid,
  assigned_at timestamptz not null,
  unique nulls not distinct ("row", person, organisation),
  check (num_nonnulls(person, organisation) >= 1)
);
create index assignment_person on assignment (person) where person is not null;
create index assignment_organisation on assignment (organisation) where organisation is not null;
`;

/**
 * The outbox: every fact, kept. Its sequence caches nothing and its row is written after the row change it tells of, so
 * within an entity seq and version grow together; xid says from when on no lower row can still appear.
 */
const commit = `
create table outbox (
  seq bigint generated always as identity (cache 1) primary key,
  xid xid8 not null default pg_current_xact_id(),
  id uuid not null unique,
  type text not null,
  thing text not null,
  entity uuid not null,
  version int not null,
  ordinal smallint not null default 0,
  organisation uuid,
  actor text not null,
  time timestamptz not null,
  traceparent text,
  data jsonb,
  feed_seq bigint,
  unique (entity, version, ordinal)
);
create unique index outbox_feed_seq on outbox (feed_seq) where feed_seq is not null;
create index outbox_unrelayed on outbox (seq) where feed_seq is null;

create table audit (
  seq bigint generated always as identity (cache 1) primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  actor text not null,
  subject text not null,
  client text not null,
  role text not null,
  organisation uuid,
  operation text not null,
  what text not null,
  thing text,
  entity text not null,
  version int,
  fact uuid,
  details jsonb,
  traceparent text,
  link bigint,
  hash bytea
);
create unique index audit_link on audit (link) where link is not null;
create index audit_unchained on audit (seq) where link is null;
create index audit_entity on audit (entity);
revoke update, delete, truncate on audit from current_user;
grant update (link, hash) on audit to current_user;

create table idempotency (
  digest bytea primary key,
  client text not null,
  subject text not null,
  organisation uuid,
  operation text not null,
  key text not null,
  input_hash bytea not null,
  answer text not null,
  created_at timestamptz not null
);
create index idempotency_created_at on idempotency (created_at);
`;

const delivery = `
create table inbox (
  consumer text not null,
  fact uuid not null,
  received_at timestamptz not null default now(),
  primary key (consumer, fact)
);
create index inbox_received_at on inbox (received_at);

create table dead_letter (
  id uuid primary key,
  consumer text not null,
  fact uuid not null,
  payload text not null,
  reason text not null,
  buried_at timestamptz not null default now()
);
create index dead_letter_consumer on dead_letter (consumer, buried_at);
`;

const keeping = `
create table external_id (
  kind text not null,
  source text not null,
  value text not null,
  entity uuid not null,
  primary key (kind, source, value)
);
create index external_id_entity on external_id (entity);

create table vault (
  name text primary key,
  sealed text not null,
  kept_at timestamptz not null default now()
);
`;

/** Nothing more is expected of an organisation that has closed. */
const closed = `
alter table organisation add column closed boolean not null default false;
`;

/** Persons whose merging was followed, and the rows that name the successor since: what undoing it gives back, in a list at its place. */
const mergers = `
create table followed_merger (
  person uuid primary key,
  successor uuid not null,
  version int not null,
  followed_at timestamptz not null default now()
);
create index followed_merger_followed_at on followed_merger (followed_at);

create table followed_row (
  person uuid not null references followed_merger on delete cascade,
  place text not null,
  key jsonb not null,
  nth int
);
create index followed_row_person on followed_row (person, place);
`;

/** What persistence itself needs in every service's schema; run before the service's own migrations. */
export const ownMigrations: readonly Migration[] = [
  { name: 'persistence/0001-reach', sql: reach },
  { name: 'persistence/0002-commit', sql: commit },
  { name: 'persistence/0003-delivery', sql: delivery },
  { name: 'persistence/0004-keeping', sql: keeping },
  { name: 'persistence/0005-closed', sql: closed },
  { name: 'persistence/0006-mergers', sql: mergers },
];

/** The tables of these migrations: a service's schema holds them beside its own. */
export const ownTables: readonly string[] = ownMigrations.flatMap(({ sql }) =>
  [...sql.matchAll(/^create table (\w+)/gm)].map(([, name]) => name!),
);
