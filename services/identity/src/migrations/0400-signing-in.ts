import type { Migration } from '@lianxue/persistence';

/** Second factors, codes by text message, rules for signing in. */
export const signingIn: Migration = {
  name: '0400-signing-in',
  sql: `
alter table person add column phone_lookup text;
create index person_phone on person (phone_lookup) where phone_lookup is not null and not closed;
create index person_phone_unfound on person (id) where phone_sealed is not null and phone_lookup is null;

alter table account add column password_changed_at timestamptz;
alter table account add column one_time_until timestamptz;

create table second_factor (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  person uuid not null references person (id),
  secret_sealed text not null,
  confirmed_at timestamptz,
  last_step bigint not null,
  recovery text[] not null,
  failures int not null,
  failed_at timestamptz
);
create unique index on second_factor (person);

create table sign_in_policy (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  passwords text not null,
  administrators_second_factor text not null,
  idle_minutes_administrators int not null,
  idle_minutes_others int not null
);
create unique index on sign_in_policy (organisation);

create table text_code (
  id uuid primary key,
  phone text not null,
  address text not null,
  purpose text not null,
  code text not null,
  tries int not null default 0,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  proven_at timestamptz,
  spent_at timestamptz
);
create index on text_code (phone, asked_at);
create index on text_code (address, asked_at);
create index on text_code (asked_at);

create table text_message (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  purpose text not null,
  phone_sealed text not null,
  text_sealed text,
  state text not null,
  sender text,
  reference text,
  trouble text,
  tries int not null,
  due_at timestamptz not null,
  expires_at timestamptz not null,
  sent_at timestamptz
);
create index on text_message (organisation, id);
create index on text_message (due_at) where state = 'waiting';
`,
};
