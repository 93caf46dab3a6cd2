/**
 * How often people of an organisation signed in to an app on a day; who did so is not kept. `told` is what the last fact said.
 * A batch of counts is taken once: its id is remembered for a day.
 */
export const appUses = `
create table app_use (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  client text not null,
  day date not null,
  uses int not null,
  told int,
  constraint app_use_once unique (organisation, client, day)
);
create index app_use_day on app_use (day, organisation);
create index app_use_untold on app_use (day, id) where told is distinct from uses;
create table app_use_batch (
  id uuid primary key,
  at timestamptz not null
);
create index app_use_batch_at on app_use_batch (at);
`;
