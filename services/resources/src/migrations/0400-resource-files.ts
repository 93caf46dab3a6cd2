import type { Migration } from '@lianxue/persistence';

/** Files of resources, and recordings on their way to a form that every browser plays. */
export const resourceFiles: Migration = {
  name: '0400-resource-files',
  sql: `
    create table resource_file (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      resource uuid not null references resource on delete cascade,
      content text not null,
      name text not null,
      media_type text not null,
      bytes bigint not null,
      purpose text not null,
      seen jsonb not null,
      "of" uuid references resource_file on delete cascade,
      added_in int not null,
      removed_in int,
      removed_at timestamptz,
      settled boolean not null default false,
      check ((removed_in is null) = (removed_at is null)),
      check ((purpose = 'rendition') = ("of" is not null))
    );
    create index resource_file_resource on resource_file (resource, id);
    create index resource_file_of on resource_file ("of") where "of" is not null;
    create index resource_file_content on resource_file (content);
    create index resource_file_unsettled on resource_file (id) where not settled;

    create table transcoding (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      resource uuid not null references resource on delete cascade,
      file uuid not null unique references resource_file on delete cascade,
      state text not null check (state in ('waiting', 'taken', 'done', 'failed')),
      seen jsonb not null,
      bytes bigint not null,
      attempts int not null,
      taken_at timestamptz,
      reason text,
      rendition uuid references resource_file on delete set null
    );
    create index transcoding_organisation on transcoding (organisation, state, id);
    create index transcoding_resource on transcoding (resource);
    create index transcoding_rendition on transcoding (rendition) where rendition is not null;
    create index transcoding_taken on transcoding (taken_at) where state = 'taken';

    -- Whatever removes a row, a rule, a sandbox that begins anew or the resource itself, its file is collected.
    create table left_file (file uuid primary key, at timestamptz not null default now());
    create function leave_file() returns trigger language plpgsql as $$
    begin
      insert into left_file (file) values (old.id) on conflict do nothing;
      return old;
    end $$;
    create trigger resource_file_leaves after delete on resource_file for each row execute function leave_file();
  `,
};
