/** The federation feed: one dense order over all services, with the epoch that names this history. */
export const feedMigration = {
  name: '0100-federation-feed',
  sql: `
    create table feed_state (
      one boolean primary key default true check (one),
      epoch uuid not null default gen_random_uuid(),
      position bigint not null default 0
    );
    insert into feed_state default values;

    create table feed_source (
      service text primary key,
      feed_seq bigint not null
    );

    create table feed (
      position bigint primary key,
      service text not null,
      thing text not null,
      entity uuid not null,
      version int not null,
      organisation uuid,
      reader_client text,
      reader_organisation uuid,
      type text not null,
      fact jsonb not null
    );
    create index feed_entity on feed (entity, position desc) where reader_client is null;
    create index feed_reader on feed (reader_client, position) where reader_client is not null;
  `,
};
