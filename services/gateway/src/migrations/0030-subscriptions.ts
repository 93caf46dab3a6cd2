import type { Migration } from '@lianxue/persistence';

/**
 * Subscriptions, how far each has got, what came of its deliveries, and what is to be delivered once more. Progress lies
 * beside the subscription: it changes with every delivery, the subscription only when somebody changes it.
 */
export const subscriptions: Migration = {
  name: '0030-subscriptions',
  sql: `
    create table subscription (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      client text not null,
      url text not null,
      types text[] not null,
      below uuid,
      note text,
      state text not null check (state in ('active', 'paused', 'disabled')),
      secret text not null,
      previous_secret text,
      previous_until timestamptz
    );
    create index subscription_client on subscription (client, id);
    create index subscription_organisation on subscription (organisation, id);

    create table subscription_progress (
      subscription uuid primary key references subscription on delete cascade,
      position bigint not null,
      due_at timestamptz not null,
      failures int not null default 0,
      failing_since timestamptz
    );

    create table delivery (
      id uuid primary key,
      subscription uuid not null references subscription on delete cascade,
      position bigint,
      event uuid not null,
      type text not null,
      state text not null check (state in ('delivered', 'failing', 'dead', 'failed')),
      attempts int not null,
      status int,
      error text,
      first_at timestamptz not null,
      last_at timestamptz not null
    );
    create unique index delivery_position on delivery (subscription, position) where position is not null;
    create index delivery_list on delivery (subscription, id);
    create index delivery_event on delivery (subscription, event);
    create index delivery_dead on delivery (subscription, id) where state = 'dead';
    create index delivery_age on delivery (last_at);

    create table redelivery (
      id uuid primary key,
      subscription uuid not null references subscription on delete cascade,
      position bigint not null,
      until bigint not null,
      dead_only boolean not null,
      requested_at timestamptz not null
    );
    create index redelivery_subscription on redelivery (subscription, id);

    -- When a fact came into the feed: what a redelivery by time goes by.
    alter table feed add column arrived_at timestamptz not null default now();
    create index feed_arrived on feed (arrived_at);
    -- Whether an app is suspended: its latest fact says.
    create index feed_app on feed ((fact->'data'->>'client'), position desc) where service = 'identity' and thing = 'app';
  `,
};
