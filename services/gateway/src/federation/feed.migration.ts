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

    -- One round trip for each fact. The row of feed_state stays locked until the commit, so positions become visible in their order.
    create function append_to_feed(of_service text, of_feed_seq bigint, of_thing text, of_entity uuid, of_version int, of_organisation uuid,
                                   of_type text, of_fact jsonb) returns text language plpgsql as $$
    declare
      seen bigint;
    begin
      perform from feed_state for update;
      select feed_seq into seen from feed_source where service = of_service;
      seen := coalesce(seen, 0);
      if of_feed_seq <= seen then return 'seen'; end if;
      if of_feed_seq > seen + 1 then return 'missing'; end if;
      perform put_into_feed(of_service, of_thing, of_entity, of_version, of_organisation, null, null, of_type, of_fact);
      insert into feed_source (service, feed_seq) values (of_service, of_feed_seq)
        on conflict (service) do update set feed_seq = excluded.feed_seq;
      return 'written';
    end $$;

    create function put_into_feed(of_service text, of_thing text, of_entity uuid, of_version int, of_organisation uuid, for_client text,
                                  for_organisation uuid, of_type text, of_fact jsonb) returns void language sql as $$
      with taken as (update feed_state set position = position + 1 returning position)
      insert into feed (position, service, thing, entity, version, organisation, reader_client, reader_organisation, type, fact)
      select position, of_service, of_thing, of_entity, of_version, of_organisation, for_client, for_organisation, of_type, of_fact from taken
    $$;
  `,
};
